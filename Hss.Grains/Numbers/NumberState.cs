using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Numbers;

/// <summary>
/// What is not settled among the numbers up to the highest. All others of them are given for ever; who has them is known to their owners alone, so
/// this does not grow with what was given.
/// </summary>
public sealed record NumberState
{
    /// <summary>The highest number that was ever taken.</summary>
    public long Highest { get; init; }

    /// <summary>Taken, not confirmed; oldest first.</summary>
    public ImmutableArray<HeldNumber> Held { get; init; } = [];

    /// <summary>Released, to be taken first; ascending.</summary>
    public ImmutableArray<long> Free { get; init; } = [];
}

/// <summary>A number that waits for its owner.</summary>
public sealed record HeldNumber(EntityKey Owner, long Number, DateTimeOffset Until);

/// <summary>The number waits for its owner.</summary>
public sealed record NumberTaken(EntityKey Owner, long Number, DateTimeOffset Until) : IEntityEvent;

/// <summary>The number is the owner's for ever.</summary>
public sealed record NumberConfirmed(EntityKey Owner, long Number) : IEntityEvent;

/// <summary>The number is free again.</summary>
public sealed record NumberReleased(EntityKey Owner, long Number) : IEntityEvent;
