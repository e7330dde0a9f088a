using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Reservations;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>What was, and what happens now.</summary>
public static class HistoryEndpoints
{
    private static readonly QueryParameter<long?> Resource = Parameters.Optional("resource_id", "Only of this resource", 1, long.MaxValue);

    private static readonly QueryParameter<long?> User = Parameters.Optional(
        "user_id", "Only of this user; others' are for admins. Without user and resource: the caller's own", 1, long.MaxValue);

    private static readonly QueryParameter<long?> Before = Parameters.Optional("before", "The `next` of the page before", 1, long.MaxValue);

    private static readonly QueryParameter<int> Limit = Parameters.Limit(50, 200);

    /// <summary>Maps them.</summary>
    public static void MapHistory(this RouteGroupBuilder reservia) =>
        reservia.MapGet("/reservation/history", History).WithTags("Reservations").Needs(Mounts.Reservia, Roles.All)
            .WithSummary("List past reservations, newest first: of a resource those that have ended, of a user all")
            .Query(Resource, User, Before, Limit).Answers(typeof(ReservationHistoryAnswer)).Refuses(403, "Somebody else's history").Refuses(404, "No such user");

    private static async Task<IResult> History(HttpContext context, ReservationHistory history, ReservationUsers users)
    {
        var query = new QueryReader(context);
        var (resource, user, before, limit) = (query.Get(Resource), query.Get(User), query.Get(Before), query.Get(Limit));
        query.Done();
        var id = resource is { } number ? ReservationTexts.Id(number) : null;
        if (user is null && id is not null)
            return Page(await history.OfResource(id, before ?? 0, limit, context.RequestAborted), limit);
        var account = context.Caller().Id;
        if (user is { } wanted)
        {
            var member = await users.Find(wanted);
            if (member?.Id != account && !context.Caller().Is(Mounts.Reservia, Roles.Admins.AsSpan()))
                return ApiError.Forbidden("Admin access required").ToResult();
            if (member is null)
                return ApiError.NotFound($"User {wanted} not found").ToResult();
            account = member.Id;
        }

        return Page(await history.OfAccount(account, id, before ?? 0, limit, context.RequestAborted), limit);
    }

    private static JsonAnswer Page(ImmutableArray<(long Seq, ReservationView Reservation)> page, int limit) => new(new ReservationHistoryAnswer(
        "History retrieved successfully",
        [.. page.Select(p => PastReservation.Of(p.Reservation))],
        page.Length,
        page.Length == limit ? page[^1].Seq : null));
}
