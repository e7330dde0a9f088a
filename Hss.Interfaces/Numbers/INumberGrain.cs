using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Numbers;

/// <summary>
/// Numbers without gaps for one purpose, keyed by what is numbered (<c>number/store.invoice.2026</c>); numbers that may have gaps come from
/// <see cref="ISequenceGrain"/>. The owner first commits that it needs a number, takes one, commits it, and then confirms. An owner that has begun
/// always ends with a number, so the last given ones are all in use as soon as their owners have come to rest, also after a crash.
/// </summary>
[GrainTier(GrainTier.Platform), Alias("hss.number")]
public interface INumberGrain : IEntityGrain
{
    /// <summary>How long a number waits for its owner before the owner is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The lowest free number, from 1, held for the owner (an <see cref="IHoldOwner"/>; the hold's id is the number). The same owner gets the same
    /// one again until it confirms: an owner that has confirmed knows its number and asks no more.
    /// </summary>
    [Alias("take")]
    Task<Outcome<long>> Take(CallContext context, EntityKey owner);

    /// <summary>The owner has committed the number: it is given for ever, and forgotten here. Idempotent.</summary>
    [Alias("confirm")]
    Task<Outcome<bool>> Confirm(CallContext context, EntityKey owner, long number);

    /// <summary>
    /// The owner can never commit this number (it has another): the number is free again. Idempotent; a release by anybody else changes nothing.
    /// </summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, EntityKey owner, long number);
}
