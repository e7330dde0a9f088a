using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>Tasks as the later system's clients know them, <c>/luna/api/v1/deliveries/tasks</c>, in its shapes.</summary>
public static class TaskEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapDeliveryTasks(this RouteGroupBuilder luna)
    {
        var tasks = luna.MapGroup("/api/v1/deliveries/tasks").WithTags("Deliveries").NeedsLibrarian().Path("id", "The task's id, a UUID");
        tasks.MapGet("/", List).WithSummary("List tasks, newest first")
            .Query(LunaLists.Page, LunaLists.Limit, DeliveryEndpoints.Dispatchable).Answers(typeof(LunaAnswer<LunaItems<DeliveryTaskBody>>));
        tasks.MapPost("/", Create).WithSummary("Find the task of a request or a return; each has one from the beginning")
            .Body(typeof(CreateTaskRequest)).Answers(typeof(LunaAnswer<TaskAnswer>))
            .Refuses(404, "No such request or return").Refuses(409, "The reader waits for a copy: there is no task yet");
        tasks.MapGet("/{id}", Get).WithSummary("Read a task with the history of its status").AnswersOne(typeof(LunaAnswer<TaskWithHistory>));
        tasks.MapPost("/{id}/book-placed", BookPlaced).WithSummary("Say that the book is on the robot's place: the task waits for a robot")
            .Answers(typeof(LunaAnswer<TaskAnswer>)).Refuses(409, "The task is not PENDING");
        tasks.MapPost("/{id}/status", ChangeStatus).WithSummary("Move a task on").Body(typeof(ChangeTaskStatusRequest)).Answers(typeof(LunaAnswer<TaskAnswer>))
            .Refuses(409, "The task cannot go there from where it is, or is over");
    }

    private static async Task<IResult> List(HttpContext context, DeliveryQueries queries, DeliveryReaders readers)
    {
        var query = new QueryReader(context);
        var page = query.ReadPage();
        var dispatchable = query.Get(DeliveryEndpoints.Dispatchable) ?? false;
        query.Done();
        var filter = new DeliveryFilter { WithTask = true, TaskStatus = dispatchable ? DeliveryTaskStatus.Queued : null };
        var (found, total) = await queries.List(
            filter, dispatchable ? DeliveryQueries.ByRank : new("created_at", Descending: true), page.Offset, page.Limit, context.RequestAborted);
        var people = await readers.Of(found.Select(d => d.UserId), context.RequestAborted);
        return LunaAnswers.Plain(context, new LunaItems<DeliveryTaskBody>([.. found.Select(d => DeliveryTaskBody.Of(d, people))], LunaPagination.Of(page, total)));
    }

    private static async Task<IResult> Create(HttpContext context, DeliveryService deliveries, DeliveryReaders readers)
    {
        var body = await context.ReadBody<CreateTaskRequest>();
        var (id, type, notFound) = (DeliveryPaths.Kept(body.RequestId), DeliveryPaths.Kept(body.ReturnId)) switch
        {
            ({ } request, null) => (request, TaskTypes.StudentDelivery, DeliveryPaths.NoRequest),
            (null, { } back) => (back, TaskTypes.ReturnPickup, DeliveryPaths.NoReturn),
            _ => throw new ApiException(ApiError.Invalid(
                "The request has invalid fields", new FieldFault(FieldFaultKind.Rule, ["request_id"], "give either request_id or return_id", null))),
        };
        var found = await DeliveryPaths.Asked(context, id, type, notFound, deliveries);
        return found.Task is null
            ? new Refusal(DeliveryCodes.InvalidState, "The reader waits for a copy: there is no task yet").ToError().ToResult()
            : LunaAnswers.Plain(context, new TaskAnswer(DeliveryTaskBody.Of(found, await readers.Of([found.UserId], context.RequestAborted))));
    }

    private static async Task<IResult> Get(HttpContext context, string id, DeliveryService deliveries, DeliveryReaders readers, DeliveryHistory history)
    {
        var found = await DeliveryEndpoints.Find(id, deliveries);
        var moves = await history.Of(found.Id, context.RequestAborted);
        var task = DeliveryTaskBody.Of(found, await readers.Of([found.UserId], context.RequestAborted));
        return LunaAnswers.One(context, found.Version, new TaskWithHistory(task, [.. moves.Select(TaskStatusChange.Of)]));
    }

    private static Task<IResult> BookPlaced(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, found => found.BookPlaced(context.CallContext()));

    private static async Task<IResult> ChangeStatus(HttpContext context, string id, DeliveryService deliveries)
    {
        var body = await context.ReadBody<ChangeTaskStatusRequest>();
        return await Do(context, id, deliveries, found => found.ChangeStatus(context.CallContext(), body.Status!, DeliveryPaths.Kept(body.Reason)));
    }

    private static async Task<IResult> Do(HttpContext context, string id, DeliveryService deliveries, Func<IDeliveryGrain, Task<Outcome<DeliveryView>>> action)
    {
        var found = await DeliveryEndpoints.Find(id, deliveries);
        return LunaAnswers.Of(context, await action(deliveries.Delivery(found.Id)).WithinDeadline(context), view => new TaskAnswer(DeliveryTaskBody.Of(view)));
    }
}
