using System.Collections.Immutable;

namespace Hss.Interfaces.Reservations;

/// <summary>A resource as others see it.</summary>
/// <param name="Held">Places that are taken.</param>
/// <param name="Waiting">How many wait.</param>
[GenerateSerializer, Alias("hss.reservations.resource"), Immutable]
public sealed record ResourceView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Comment,
    [property: Id(3)] int Capacity,
    [property: Id(4)] string Availability,
    [property: Id(5)] int Held,
    [property: Id(6)] int Waiting,
    [property: Id(7)] long Version);

/// <summary>How a reservation stands, or how it ended.</summary>
public static class ReservationStatus
{
    /// <summary>It waits.</summary>
    public const string Requested = "requested";

    /// <summary>It holds a place.</summary>
    public const string Approved = "approved";

    /// <summary>It left the queue.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>It gave its place back.</summary>
    public const string Released = "released";

    /// <summary>Its lease ran out.</summary>
    public const string Expired = "expired";
}

/// <summary>A reservation as others see it.</summary>
/// <param name="FencingToken">Grows with every grant of the resource, so that a device can refuse an older holder; null while it waits.</param>
/// <param name="Position">0 for a holder, else the place in the queue from 1.</param>
/// <param name="ValidUntil">When the lease ends, or null when it does not.</param>
/// <param name="EndedAt">When it ended, or null.</param>
[GenerateSerializer, Alias("hss.reservations.view"), Immutable]
public sealed record ReservationView(
    [property: Id(0)] long Id,
    [property: Id(1)] string ResourceId,
    [property: Id(2)] string AccountId,
    [property: Id(3)] long UserId,
    [property: Id(4)] string UserName,
    [property: Id(5)] string Status,
    [property: Id(6)] int Priority,
    [property: Id(7)] DateTimeOffset RequestedAt,
    [property: Id(8)] DateTimeOffset? ApprovedAt,
    [property: Id(9)] DateTimeOffset? ValidUntil,
    [property: Id(10)] DateTimeOffset? EndedAt,
    [property: Id(11)] long? FencingToken,
    [property: Id(12)] int Position);

/// <summary>A resource's holders and its queue.</summary>
/// <param name="Holders">In order of their grants.</param>
/// <param name="Waiting">In the order in which they are served.</param>
/// <param name="HoldSeconds">How long the last holds took that have ended, oldest first, at most 200.</param>
[GenerateSerializer, Alias("hss.reservations.queue-view"), Immutable]
public sealed record QueueView(
    [property: Id(0)] ResourceView Resource,
    [property: Id(1)] ImmutableArray<ReservationView> Holders,
    [property: Id(2)] ImmutableArray<ReservationView> Waiting,
    [property: Id(3)] ImmutableArray<double> HoldSeconds);
