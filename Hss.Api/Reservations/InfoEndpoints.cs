using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Reservations;
using Hss.Silo.Hosting;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>What there is on <c>/reservia</c>: the service itself, its resources, users, and how much they are used.</summary>
public static class InfoEndpoints
{
    // The version of the contract that clients ask for.
    private const string ContractVersion = "1.0.0";

    private static readonly QueryParameter<DateTimeOffset?> From = Parameters.Time("from", "From when on; a week before `to` without it");

    private static readonly QueryParameter<DateTimeOffset?> To = Parameters.Time("to", "Until when; now without it");

    /// <summary>Maps them.</summary>
    public static void MapInfo(this RouteGroupBuilder reservia)
    {
        var info = reservia.MapGroup("/info").WithTags("Information");
        info.MapGet("/is_alive", Alive).WithSummary("Whether the service answers, and whether it asks for passwords").Answers(typeof(AliveAnswer));
        info.MapGet("/get_version", () => new JsonAnswer(new VersionAnswer(ContractVersion))).WithSummary("Read the version of this contract").Answers(typeof(VersionAnswer));
        foreach (var path in (string[])["/resources", "/admin/resources"])
        {
            (path == "/resources" ? info : reservia).MapGet(path, Resources).WithTags("Information").WithSummary("List the resources")
                .Needs(Mounts.Reservia, Roles.All).Answers(typeof(ResourceList));
        }

        info.MapGet("/users", Users).WithSummary("List the users").Answers(typeof(UserList)).Refuses(401, "Not signed in, or no longer").Refuses(403, "Admins only");
        info.MapGet("/utilisation", Utilisation).WithSummary("See how much of the time each resource was held").Needs(Mounts.Reservia, Roles.All)
            .Query(From, To).Answers(typeof(UtilisationAnswer));
    }

    private static JsonAnswer Alive(ReservationSettings settings) => new(new AliveAnswer("alive", "Reservia", settings.NoAuth));

    private static async Task<IResult> Resources(HttpContext context, ReservationService reservations)
    {
        var queues = await reservations.Queues(context.RequestAborted);
        return new JsonAnswer(new ResourceList("Resources retrieved successfully", [.. queues.Select(q => ResourceRow.Of(q.Resource))], queues.Length));
    }

    private static async Task<IResult> Users(HttpContext context, ReservationUsers users, ReservationSettings settings)
    {
        if (!settings.NoAuth)
            Guards.Hold(context, Mounts.Reservia, Roles.Admins);
        var all = await users.All(context.RequestAborted);
        return new JsonAnswer(new UserList("Users retrieved successfully", [.. all.Select(UserRow.Of)], all.Length));
    }

    private static async Task<IResult> Utilisation(HttpContext context, ReservationService reservations, ReservationHistory history, TimeProvider time)
    {
        var query = new QueryReader(context);
        var (from, to) = (query.Get(From), query.Get(To));
        query.Done();
        var until = to ?? time.GetUtcNow();
        var since = from ?? until.AddDays(-7);
        var rows = ImmutableArray.CreateBuilder<ResourceUtilisation>();
        foreach (var queue in await reservations.Queues(context.RequestAborted))
        {
            // What ended later may have been held within the time, too.
            var ended = await history.Ended(queue.Resource.Id, since, time.GetUtcNow(), context.RequestAborted);
            rows.Add(ResourceUtilisation.Of(queue, ended, since, until));
        }

        return new JsonAnswer(new UtilisationAnswer("Utilisation retrieved successfully", ReservationTexts.Date(since), ReservationTexts.Date(until), rows.ToImmutable()));
    }
}

/// <summary>The service is there.</summary>
/// <param name="NoAuth">Whether signing in by name alone is enough.</param>
public sealed record AliveAnswer(string Status, string Service, bool NoAuth);

/// <summary>The version of the contract.</summary>
public sealed record VersionAnswer(string Version);

/// <summary>How much resources were used.</summary>
public sealed record UtilisationAnswer(string Message, string FromDate, string ToDate, ImmutableArray<ResourceUtilisation> Resources);

/// <summary>How much one resource was used.</summary>
/// <param name="Holds">Holds that began before the end of the time and did not end before its begin.</param>
/// <param name="HeldSeconds">For how long its places were held within the time, all places together.</param>
/// <param name="Utilisation">Share of the time of all its places, 0..1; more after places were taken away.</param>
/// <param name="MeanWaitSeconds">From request to grant, over these holds; null without any.</param>
public sealed record ResourceUtilisation(
    long ResourceId, string ResourceName, int Capacity, int Holds, double HeldSeconds, double Utilisation, double? MeanWaitSeconds)
{
    /// <summary>Adds up the holds of a resource within a time.</summary>
    public static ResourceUtilisation Of(QueueView queue, IEnumerable<ReservationView> ended, DateTimeOffset from, DateTimeOffset to)
    {
        ReservationView[] holds =
            [.. ended.Concat(queue.Holders).Where(r => r.ApprovedAt is { } begin && begin < to && (r.EndedAt is not { } end || end > from))];
        var held = holds.Sum(r => (Earlier(r.EndedAt ?? to, to) - Later(r.ApprovedAt!.Value, from)).TotalSeconds);
        var all = Math.Max(0, (to - from).TotalSeconds) * queue.Resource.Capacity;
        return new(
            ReservationTexts.Number(queue.Resource.Id),
            queue.Resource.Name,
            queue.Resource.Capacity,
            holds.Length,
            held,
            all > 0 ? held / all : 0,
            holds.Length > 0 ? holds.Average(r => (r.ApprovedAt!.Value - r.RequestedAt).TotalSeconds) : null);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
