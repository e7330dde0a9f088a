using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Reservations;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;
using Hss.Silo.Identity;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>Asking for a resource, waiting for it, giving it back.</summary>
public static class ReservationEndpoints
{
    private static readonly QueryParameter<long> Resource = Parameters.Needed("resource_id", "The resource's id", 1, long.MaxValue);

    /// <summary>Maps them.</summary>
    public static void MapReservations(this RouteGroupBuilder reservia)
    {
        var routes = reservia.MapGroup("/reservation").WithTags("Reservations").Needs(Mounts.Reservia, Roles.All);
        routes.MapPost("/request", Request).WithSummary("Ask for a resource: approved at once, or queued").Body(typeof(ResourceIdBody)).Answers(typeof(ReservationRequestedAnswer), 201)
            .Refuses(404, "No such resource").Refuses(409, "The user holds it or waits for it already, or the queue is full");
        routes.MapPost("/cancel", Cancel).WithSummary("Leave a queue").Body(typeof(ResourceIdBody)).Answers(typeof(ReservationCancelledAnswer)).Refuses(404, "The user does not wait for it");
        routes.MapPost("/release", Release).WithSummary("Give a resource back; the next in the queue has it with the same commit").Body(typeof(ResourceIdBody))
            .Answers(typeof(ReservationReleasedAnswer)).Refuses(404, "The user does not hold it");
        routes.MapPost("/keep_alive", KeepAlive).WithSummary("Let a lease live on").Body(typeof(ResourceIdBody)).Answers(typeof(ReservationKeptAliveAnswer))
            .Refuses(400, "The lease does not expire").Refuses(404, "The user neither holds it nor waits for it");
        routes.MapGet("/active", Active).WithSummary("List who holds a resource and who waits for it").Query(Resource).Answers(typeof(ActiveReservations));
        routes.MapGet("/active/all_users", All).WithSummary("List who holds and who waits, of all resources, oldest request first").Answers(typeof(ActiveReservations));
        routes.MapGet("/active/user", Own).WithSummary("Read the caller's own reservation of a resource").Query(Resource).Answers(typeof(OwnReservation));
        routes.MapGet("/position", Position).WithSummary("See where the caller stands, and how long it will probably take").Query(Resource).Answers(typeof(QueuePosition))
            .Refuses(404, "The caller neither holds it nor waits for it");
        routes.MapPost("/priority", Prioritise).WithSummary("Serve one who waits sooner or later").Needs(Mounts.Reservia, Roles.Admins).Body(typeof(PriorityBody))
            .Answers(typeof(PrioritisedAnswer)).Refuses(404, "The user does not wait for it");
    }

    private static async Task<IResult> Request(HttpContext context, ReservationService reservations, ReservationUsers users, IdentityService identity)
    {
        var body = await context.ReadBody<ResourceIdBody>();
        var account = await identity.Account(context.Caller().Id).Get();
        var outcome = await reservations.Request(context.CallContext(), ReservationTexts.Id(body.ResourceId!.Value), await users.Of(account!)).WithinDeadline(context);
        return Answer.Of(context, outcome, ReservationRequestedAnswer.Of, StatusCodes.Status201Created);
    }

    private static Task<IResult> Cancel(HttpContext context, ReservationService reservations) =>
        Change(context, reservations, static (queue, call, account) => queue.Cancel(call, account), ReservationCancelledAnswer.Of);

    private static Task<IResult> Release(HttpContext context, ReservationService reservations) =>
        Change(context, reservations, static (queue, call, account) => queue.Release(call, account), ReservationReleasedAnswer.Of);

    private static Task<IResult> KeepAlive(HttpContext context, ReservationService reservations) =>
        Change(context, reservations, static (queue, call, account) => queue.KeepAlive(call, account), ReservationKeptAliveAnswer.Of);

    private static async Task<IResult> Active(HttpContext context, ReservationService reservations)
    {
        var queue = await reservations.Queue(ReadResource(context)).Queue();
        return new JsonAnswer(List("Active reservations retrieved successfully", queue is null ? [] : [queue]));
    }

    private static async Task<IResult> All(HttpContext context, ReservationService reservations) =>
        new JsonAnswer(List("All active reservations retrieved successfully", await reservations.Queues(context.RequestAborted)));

    private static async Task<IResult> Own(HttpContext context, ReservationService reservations)
    {
        var (queue, own) = await Find(context, reservations);
        return new JsonAnswer(new OwnReservation("User active reservation retrieved successfully", own is null ? null : ActiveReservation.Of(queue!.Resource, own)));
    }

    private static async Task<IResult> Position(HttpContext context, ReservationService reservations)
    {
        var (queue, own) = await Find(context, reservations);
        if (queue is null || own is null)
            return ApiError.NotFound("No active reservation found").ToResult();
        var ahead = own.Position == 0 ? 0 : own.Position - 1 + queue.Holders.Length;
        var wait = Forecast.Wait(queue.HoldSeconds, ahead, queue.Resource.Capacity);
        return new JsonAnswer(new QueuePosition(
            ReservationTexts.Number(own.ResourceId), own.Position, ahead, wait?.P50, wait?.P90, queue.HoldSeconds.Length));
    }

    private static async Task<IResult> Prioritise(HttpContext context, ReservationService reservations, ReservationUsers users)
    {
        var body = await context.ReadBody<PriorityBody>();
        if (await users.Find(body.UserId!.Value) is not { } account)
            return ApiError.NotFound($"User {body.UserId} not found").ToResult();
        var outcome = await reservations.Queue(ReservationTexts.Id(body.ResourceId!.Value)).Prioritise(context.CallContext(), account.Id, body.Priority!.Value);
        return Answer.Of(context, outcome, PrioritisedAnswer.Of);
    }

    private static async Task<IResult> Change(
        HttpContext context,
        ReservationService reservations,
        Func<IResourceQueueGrain, CallContext, string, Task<Outcome<ReservationView>>> change,
        Func<ReservationView, object> answer)
    {
        var body = await context.ReadBody<ResourceIdBody>();
        var queue = reservations.Queue(ReservationTexts.Id(body.ResourceId!.Value));
        return Answer.Of(context, await change(queue, context.CallContext(), context.Caller().Id).WithinDeadline(context), answer);
    }

    private static async Task<(QueueView? Queue, ReservationView? Own)> Find(HttpContext context, ReservationService reservations)
    {
        var queue = await reservations.Queue(ReadResource(context)).Queue();
        return (queue, queue?.Holders.Concat(queue.Waiting).FirstOrDefault(r => r.AccountId == context.Caller().Id));
    }

    private static string ReadResource(HttpContext context)
    {
        var query = new QueryReader(context);
        var id = query.Get(Resource);
        query.Done();
        return ReservationTexts.Id(id);
    }

    private static ActiveReservations List(string message, IEnumerable<QueueView> queues)
    {
        ActiveReservation[] active =
        [
            .. queues.SelectMany(q => q.Holders.Concat(q.Waiting), (q, r) => (q.Resource, r)).OrderBy(x => x.r.RequestedAt).ThenBy(x => x.r.Id)
                .Select(x => ActiveReservation.Of(x.Resource, x.r)),
        ];
        return new(message, [.. active], active.Length);
    }
}

/// <summary>The roles of <c>/reservia</c>.</summary>
internal static class Roles
{
    /// <summary>Every member.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> All = ["user", "admin", "super"];

    /// <summary>Who may add and modify.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> Admins = ["admin", "super"];
}
