using Hss.Api.Events;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Reservations;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>A queue as it changes.</summary>
public static class LiveEndpoints
{
    private static readonly QueryParameter<long> Resource = Parameters.Needed("resource_id", "The resource's id", 1, long.MaxValue);

    /// <summary>Maps them.</summary>
    public static void MapLive(this RouteGroupBuilder reservia) =>
        reservia.MapGet("/reservation/live", Follow).WithTags("Reservations").Needs(Mounts.Reservia, Roles.All)
            .WithSummary("Follow a queue live (Server-Sent Events); Last-Event-ID goes on where a reader was")
            .Query(Resource).AnswersContent(EventStreams.ContentType).Refuses(404, "No such resource").Refuses(429, "Too many live connections of this account");

    private static async Task<IResult> Follow(HttpContext context, ReservationService reservations, LiveEvents live)
    {
        var query = new QueryReader(context);
        var resource = ReservationTexts.Id(query.Get(Resource));
        query.Done();
        return await reservations.Queue(resource).Get() is null
            ? ApiError.NotFound($"Resource {resource} not found").ToResult()
            : await live.Serve(context, [new(Mounts.Reservia, QueueKind.Instance, resource)]);
    }
}
