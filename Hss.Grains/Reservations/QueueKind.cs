using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>Resources and their queues in the journal.</summary>
public sealed class QueueKind() : EntityKind<QueueState>(
    "queue",
    schema: 1,
    EventType.Of<ResourceAdded>("resource.added"),
    EventType.Of<ResourceAbandoned>("resource.abandoned"),
    EventType.Of<ResourceModified>("resource.modified"),
    EventType.Of<ReservationRequested>(Requested),
    EventType.Of<ReservationOvertook>("reservation.overtook"),
    EventType.Of<ReservationApproved>(Approved),
    EventType.Of<ReservationKeptAlive>("reservation.kept_alive"),
    EventType.Of<ReservationPrioritised>("reservation.prioritised"),
    EventType.Of<ReservationEnded>(Ended),
    EventType.Of<LeasesExtended>("queue.extended"))
{
    /// <summary>The stored name of a request: a user's history begins with it.</summary>
    public const string Requested = "reservation.requested";

    /// <summary>The stored name of a grant.</summary>
    public const string Approved = "reservation.approved";

    /// <summary>The stored name of an end: history and utilisation read it.</summary>
    public const string Ended = "reservation.ended";

    /// <summary>The numeric facet of the resource's number.</summary>
    public const string NumberFacet = "number";

    /// <summary>The one instance.</summary>
    public static readonly QueueKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "reservia.queues";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, NumberFacet, Numeric: true)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IResourceQueueGrain>(key.ToString());

    /// <inheritdoc />
    public override QueueState Initial(string id) => new(id);

    /// <inheritdoc />
    public override QueueState Apply(QueueState state, IEntityEvent e) => QueueRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(QueueState state) => state.Exists && long.TryParse(state.Id, out var number)
        ? new(null, state.Status, Facets: new JsonObject { [NumberFacet] = number }.ToJsonString())
        : new(null, state.Status);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(QueueState state) => state.Holders.Concat(state.Waiting).Min(r => r.ValidUntil);

    /// <inheritdoc />
    public override string Audience(QueueState state, IEntityEvent e) => "reservia:user reservia:admin reservia:super";
}

/// <summary>What callers see of a queue's state.</summary>
public static class QueueViews
{
    /// <summary>The resource; the caller adds the version where it knows it.</summary>
    public static ResourceView Resource(QueueState state) =>
        new(state.Id, state.Name, state.Comment, state.Capacity, state.Availability, state.Holders.Length, state.Waiting.Length, Version: 0);

    /// <summary>Everybody in it.</summary>
    public static QueueView Of(QueueState state) => new(
        Resource(state),
        [.. state.Holders.Select(r => Of(state, r, 0))],
        [.. state.Waiting.Select((r, i) => Of(state, r, i + 1))],
        state.HoldSeconds);

    /// <summary>The reservation of an account that is in the queue.</summary>
    public static ReservationView Of(QueueState state, string account)
    {
        if (state.Holders.FirstOrDefault(r => r.Account == account) is { } holder)
            return Of(state, holder, 0);
        var place = 0;
        while (state.Waiting[place].Account != account)
            place++;
        return Of(state, state.Waiting[place], place + 1);
    }

    /// <summary>A reservation that is over.</summary>
    public static ReservationView Of(string resource, ReservationEnded e) =>
        View(resource, e.Ended, e.How, 0) with { EndedAt = e.At };

    /// <summary>A reservation as its own events tell of it, when it has not ended.</summary>
    public static ReservationView Of(string resource, ReservationRequested asked, ReservationApproved? approved) => new(
        asked.Reservation,
        resource,
        asked.Account,
        asked.UserId,
        asked.UserName,
        approved is null ? ReservationStatus.Requested : ReservationStatus.Approved,
        asked.Priority,
        asked.At,
        approved?.At,
        approved is null ? asked.ValidUntil : approved.ValidUntil,
        EndedAt: null,
        approved?.Token,
        Position: 0);

    private static ReservationView Of(QueueState state, Reservation r, int position) =>
        View(state.Id, r, r.Token is null ? ReservationStatus.Requested : ReservationStatus.Approved, position);

    private static ReservationView View(string resource, Reservation r, string status, int position) => new(
        r.Id, resource, r.Account, r.UserId, r.UserName, status, r.Priority, r.RequestedAt, r.ApprovedAt, r.ValidUntil, null, r.Token, position);
}
