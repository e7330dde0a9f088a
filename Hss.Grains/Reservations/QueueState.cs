using System.Collections.Immutable;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>A resource and its queue: the fold of its events. It holds who is there now; who was is in the events.</summary>
public sealed record QueueState(string Id)
{
    /// <summary>The status of a resource that is there.</summary>
    public const string Active = "active";

    /// <summary>The status of a number that was given up before its resource was made.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Empty until it is decided whether the resource is made.</summary>
    public string Status { get; init; } = "";

    /// <summary>As it is shown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name's grain.</summary>
    public EntityKey UniqueName { get; init; }

    /// <summary>Words beside the name, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>How many may hold it at once.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>One of <see cref="ResourceAvailability"/>.</summary>
    public string Availability { get; init; } = ResourceAvailability.Available;

    /// <summary>The last place in the order of arrival.</summary>
    public long LastPlace { get; init; }

    /// <summary>The last fencing token.</summary>
    public long LastToken { get; init; }

    /// <summary>Who holds a place, in order of their grants.</summary>
    public ImmutableArray<Reservation> Holders { get; init; } = [];

    /// <summary>Who waits, in the order in which they are served.</summary>
    public ImmutableArray<Reservation> Waiting { get; init; } = [];

    /// <summary>How long the last holds took that have ended, in seconds, oldest first.</summary>
    public ImmutableArray<double> HoldSeconds { get; init; } = [];

    /// <summary>Until when outages have been made good.</summary>
    public DateTimeOffset ExtendedTo { get; init; }

    /// <summary>Whether the resource is there.</summary>
    public bool Exists => Status == Active;
}

/// <summary>A reservation that holds or waits.</summary>
/// <param name="Place">Its place in the order of arrival.</param>
/// <param name="Rank">When it would have come with the usual priority: the queue is in this order, and in order of arrival within the same.</param>
/// <param name="Token">The fencing token of its grant, or null while it waits.</param>
/// <param name="ValidUntil">When its lease ends, or null when it does not.</param>
public sealed record Reservation(
    long Id,
    string Account,
    long UserId,
    string UserName,
    long Place,
    int Priority,
    DateTimeOffset Rank,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? ValidUntil,
    long? Token);
