using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>All tasks, <c>/luna/api/v1/deliveries</c>, for librarians: they carry things of their own, place books, and end tasks.</summary>
public static class DeliveryEndpoints
{
    /// <summary>Whether only tasks that wait for a robot, in the order in which they are given out.</summary>
    internal static readonly QueryParameter<bool?> Dispatchable =
        Parameters.Flag("dispatchable_only", "Only tasks that wait for a robot, in the order in which they are given out");

    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only tasks in this status", DeliveryTaskStatus.All);
    private static readonly QueryParameter<string?> Type = Parameters.Choice("task_type", "Only tasks of this type", TaskTypes.All);
    private static readonly QueryParameter<string?> Robot = Parameters.Text("robot_id", "Only tasks that this robot has, or had last");
    private static readonly QueryParameter<string?> Book = Parameters.Text("book_id", "Only tasks about this book");
    private static readonly QueryParameter<string?> User = Parameters.Text("user_id", "Only tasks that this account asked for");
    private static readonly QueryParameter<string?> Sort = LunaLists.Sort(["created_at", "updated_at", "status", "priority"], "created_at");
    private static readonly QueryParameter<string?> Order = LunaLists.Order("desc");

    /// <summary>Maps them.</summary>
    public static void MapDeliveries(this RouteGroupBuilder luna)
    {
        var deliveries = luna.MapGroup("/api/v1/deliveries").WithTags("Deliveries").NeedsLibrarian().Path("task", "The task's id, a UUID");
        deliveries.MapGet("/", List).WithSummary("List tasks, newest first; by priority upwards in the order in which they are given out")
            .Query(LunaLists.Page, LunaLists.Limit, Status, Type, Robot, Book, User, Dispatchable, Sort, Order).Answers(typeof(LunaList<DeliveryTaskBody>));
        deliveries.MapGet("/{task}", Get).WithSummary("Read a task").AnswersOne(typeof(LunaAnswer<DeliveryTaskBody>));
        deliveries.MapPost("/inter-staff", InterStaff).WithSummary("Have something carried from one member of staff to another")
            .Body(typeof(CreateDeliveryRequest)).Answers(typeof(LunaAnswer<DeliveryTaskBody>), 201).Refuses(404, "No such book");
        deliveries.MapPost("/workstation", Workstation).WithSummary("Have something carried to a workstation")
            .Body(typeof(CreateDeliveryRequest)).Answers(typeof(LunaAnswer<DeliveryTaskBody>), 201).Refuses(404, "No such book");
        deliveries.MapPost("/transfer", Transfer).WithSummary("Have something carried from one place to another")
            .Body(typeof(CreateDeliveryRequest)).Answers(typeof(LunaAnswer<DeliveryTaskBody>), 201).Refuses(404, "No such book");
        deliveries.MapMethods("/{task}/book-placed", LibraryRoutes.Action, BookPlaced).WithSummary("Say that the book is on the robot's place: the task waits for a robot")
            .Answers(typeof(LunaAnswer<DeliveryTaskBody>)).Refuses(409, "The task is not PENDING");
        deliveries.MapMethods("/{task}/complete", LibraryRoutes.Action, Complete).WithSummary("Say that the task is done")
            .Answers(typeof(LunaAnswer<DeliveryTaskBody>)).Refuses(409, "The task is not IN_PROGRESS");
        deliveries.MapMethods("/{task}/cancel", LibraryRoutes.Action, Cancel).WithSummary("Cancel a task and the request or return that it carries out: the book is free again")
            .Body(typeof(ReasonRequest), required: false).Answers(typeof(LunaAnswer<DeliveryTaskBody>)).Refuses(409, "The task is over");
    }

    private static async Task<IResult> List(HttpContext context, DeliveryQueries queries, DeliveryReaders readers)
    {
        var query = new QueryReader(context);
        var page = query.ReadPage();
        var (sort, order, status, dispatchable) = (query.Get(Sort), query.Get(Order), query.Get(Status), query.Get(Dispatchable) ?? false);
        var filter = new DeliveryFilter
        {
            WithTask = true,
            TaskType = query.Get(Type),
            TaskStatus = dispatchable ? DeliveryTaskStatus.Queued : status,
            Robot = query.Get(Robot)?.ToLowerInvariant(),
            Book = query.Get(Book)?.ToLowerInvariant(),
            Owner = query.Get(User)?.ToLowerInvariant(),
        };
        query.Done();
        var by = sort switch
        {
            _ when dispatchable => DeliveryQueries.ByRank,
            "priority" => DeliveryQueries.ByRank with { Descending = order == "desc" },
            "status" => new($"facet:{DeliveryKind.TaskFacet}", order == "desc"),
            _ => new SortKey(sort!, order == "desc"),
        };
        var (found, total) = await queries.List(filter, by, page.Offset, page.Limit, context.RequestAborted);
        var people = await readers.Of(found.Select(d => d.UserId), context.RequestAborted);
        return LunaAnswers.List(context, found.Select(d => DeliveryTaskBody.Of(d, people)), page, total);
    }

    private static async Task<IResult> Get(HttpContext context, string task, DeliveryService deliveries, DeliveryReaders readers)
    {
        var found = await Find(task, deliveries);
        return LunaAnswers.One(context, found.Version, DeliveryTaskBody.Of(found, await readers.Of([found.UserId], context.RequestAborted)));
    }

    private static Task<IResult> InterStaff(HttpContext context, DeliveryService deliveries) => Create(context, TaskTypes.InterStaff, deliveries);

    private static Task<IResult> Workstation(HttpContext context, DeliveryService deliveries) => Create(context, TaskTypes.Workstation, deliveries);

    private static Task<IResult> Transfer(HttpContext context, DeliveryService deliveries) => Create(context, TaskTypes.Transfer, deliveries);

    private static async Task<IResult> Create(HttpContext context, string type, DeliveryService deliveries)
    {
        var command = (await context.ReadBody<CreateDeliveryRequest>()).Command(type);
        var outcome = await deliveries.Create(context.CallContext(), command).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Luna.Path}/api/v1/deliveries/{outcome.Value.Id}";
        return LunaAnswers.Of(context, outcome, DeliveryTaskBody.Of, StatusCodes.Status201Created);
    }

    private static Task<IResult> BookPlaced(HttpContext context, string task, DeliveryService deliveries) =>
        Do(context, task, deliveries, found => found.BookPlaced(context.CallContext()));

    private static Task<IResult> Complete(HttpContext context, string task, DeliveryService deliveries) =>
        Do(context, task, deliveries, found => found.ChangeStatus(context.CallContext(), DeliveryTaskStatus.Completed, null));

    private static async Task<IResult> Cancel(HttpContext context, string task, DeliveryService deliveries)
    {
        var body = await context.ReadBody<ReasonRequest>(allowEmpty: true);
        return await Do(context, task, deliveries, found => found.ChangeStatus(context.CallContext(), DeliveryTaskStatus.Cancelled, body.Said));
    }

    private static async Task<IResult> Do(HttpContext context, string task, DeliveryService deliveries, Func<IDeliveryGrain, Task<Outcome<DeliveryView>>> action)
    {
        var found = await Find(task, deliveries);
        return LunaAnswers.Of(context, await action(deliveries.Delivery(found.Id)).WithinDeadline(context), DeliveryTaskBody.Of);
    }

    /// <summary>A delivery that has a task.</summary>
    /// <exception cref="ApiException">404.</exception>
    internal static async Task<DeliveryView> Find(string task, DeliveryService deliveries) =>
        await deliveries.Delivery(PathId.Read(task, DeliveryPaths.NoTask)).Get() is { Task: not null } found ? found : throw new ApiException(ApiError.NotFound(DeliveryPaths.NoTask));
}
