using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Reservations;

/// <summary>The resource is there.</summary>
public sealed record ResourceAdded(string Name, EntityKey UniqueName, string? Comment, int Capacity, DateTimeOffset At) : IEntityEvent;

/// <summary>The number was given up before the resource was made.</summary>
public sealed record ResourceAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>What is named is new.</summary>
public sealed record ResourceModified(
    string? Name, EntityKey? UniqueName, string? Comment, int? Capacity, string? Availability, DateTimeOffset At) : IEntityEvent;

/// <summary>Somebody asked for a place.</summary>
public sealed record ReservationRequested(
    long Reservation, string Account, long UserId, string UserName, long Place, int Priority, DateTimeOffset Rank, DateTimeOffset? ValidUntil, DateTimeOffset At)
    : IEntityEvent;

/// <summary>One was put before others who came earlier.</summary>
/// <param name="Before">Those who were passed, in their order.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ReservationOvertook(long Reservation, ImmutableArray<long> Before, string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>One got a place.</summary>
public sealed record ReservationApproved(long Reservation, string Account, long Token, DateTimeOffset? ValidUntil, DateTimeOffset At) : IEntityEvent;

/// <summary>One gave a sign of life.</summary>
public sealed record ReservationKeptAlive(long Reservation, DateTimeOffset ValidUntil, DateTimeOffset At) : IEntityEvent;

/// <summary>One has another priority.</summary>
public sealed record ReservationPrioritised(long Reservation, int Priority, DateTimeOffset Rank, DateTimeOffset At) : IEntityEvent;

/// <summary>One is over: it was cancelled, released, or expired.</summary>
/// <param name="Ended">All that was known of it, so that history needs no other event.</param>
/// <param name="How">The final status.</param>
public sealed record ReservationEnded(Reservation Ended, string How, DateTimeOffset At) : IEntityEvent;

/// <summary>Nothing ran for a while: every lease lives on by that long.</summary>
/// <param name="By">How long.</param>
/// <param name="To">When it ran again.</param>
public sealed record LeasesExtended(TimeSpan By, DateTimeOffset To) : IEntityEvent;
