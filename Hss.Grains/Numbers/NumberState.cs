using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>
/// What is not settled among the numbers up to the highest. All others of them are given for ever; who has them is known to their owners alone, so
/// this does not grow with what was given.
/// </summary>
public sealed record NumberState
{
    /// <summary>The highest number that was ever taken or claimed.</summary>
    public long Highest { get; init; }

    /// <summary>Taken or claimed one by one, not confirmed; oldest first.</summary>
    public ImmutableArray<HeldNumber> Held { get; init; } = [];

    /// <summary>Released one by one; ascending.</summary>
    public ImmutableArray<long> Free { get; init; } = [];

    /// <summary>Passed over by claims, or released many at once; ascending, disjoint, and none of <see cref="Free"/>.</summary>
    public ImmutableArray<NumberRange> Gaps { get; init; } = [];

    /// <summary>Taken or claimed many at once, not confirmed; oldest first.</summary>
    public ImmutableArray<HeldNumbers> Batches { get; init; } = [];
}

/// <summary>A number that waits for its owner.</summary>
public sealed record HeldNumber(EntityKey Owner, long Number, DateTimeOffset Until);

/// <summary>Numbers that wait for their owner together.</summary>
/// <param name="Claimed">Whether somebody named them.</param>
public sealed record HeldNumbers(EntityKey Owner, ImmutableArray<NumberRange> Numbers, bool Claimed, DateTimeOffset Until);

/// <summary>The number waits for its owner.</summary>
public sealed record NumberTaken(EntityKey Owner, long Number, DateTimeOffset Until) : IEntityEvent;

/// <summary>A number that somebody named waits for its owner.</summary>
public sealed record NumberClaimed(EntityKey Owner, long Number, DateTimeOffset Until) : IEntityEvent;

/// <summary>The number is the owner's for ever.</summary>
public sealed record NumberConfirmed(EntityKey Owner, long Number) : IEntityEvent;

/// <summary>The number is free again.</summary>
public sealed record NumberReleased(EntityKey Owner, long Number) : IEntityEvent;

/// <summary>Many numbers wait for their owner.</summary>
/// <param name="Claimed">Whether somebody named them.</param>
public sealed record NumbersHeld(EntityKey Owner, ImmutableArray<NumberRange> Numbers, bool Claimed, DateTimeOffset Until) : IEntityEvent;

/// <summary>All that the owner held as many is its own for ever.</summary>
public sealed record NumbersConfirmed(EntityKey Owner) : IEntityEvent;

/// <summary>All that the owner held as many is free again.</summary>
public sealed record NumbersReleased(EntityKey Owner) : IEntityEvent;
