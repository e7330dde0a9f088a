using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Numbers;

/// <summary>
/// Numbers without gaps for one purpose, keyed by what is numbered (<c>number/store.invoice.2026</c>); numbers that may have gaps come from
/// <see cref="ISequenceGrain"/>. The owner first commits that it needs a number, takes one, commits it, and then confirms. An owner that has begun
/// always ends with a number, so the last given ones are all in use as soon as their owners have come to rest, also after a crash. An owner that may
/// be given up instead releases its number, which the next one takes.
/// </summary>
[GrainTier(GrainTier.Platform), Alias("hss.number")]
public interface INumberGrain : IEntityGrain
{
    /// <summary>How long a number waits for its owner before the owner is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>The hold's id of what was taken or claimed in one call for many; that of a single one is the number.</summary>
    const string BatchHold = "batch";

    /// <summary>
    /// The lowest free number, from 1, held for the owner (an <see cref="IHoldOwner"/>; the hold's id is the number). The same owner gets the same
    /// one again until it confirms: an owner that has confirmed knows its number and asks no more.
    /// </summary>
    [Alias("take")]
    Task<Outcome<long>> Take(CallContext context, EntityKey owner);

    /// <summary>
    /// Holds a number that somebody has named, as <see cref="Take"/> does; those below it stay free. Refused with <see cref="RefusalCodes.Conflict"/>
    /// when it is given, or held by another: then <see cref="Refusal.RetryAfter"/> says when that is decided at the latest. Idempotent.
    /// </summary>
    [Alias("claim")]
    Task<Outcome<bool>> Claim(CallContext context, EntityKey owner, long number);

    /// <summary>The owner has committed the number: it is given for ever, and forgotten here. Idempotent.</summary>
    [Alias("confirm")]
    Task<Outcome<bool>> Confirm(CallContext context, EntityKey owner, long number);

    /// <summary>
    /// The owner can never commit this number (it has another): the number is free again. Idempotent; a release by anybody else changes nothing.
    /// </summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, EntityKey owner, long number);

    /// <summary>The lowest free numbers, all in one commit, held for the owner as one (<see cref="BatchHold"/>). The same owner gets the same again.</summary>
    /// <param name="count">How many, 1..<see cref="NumberRange.MaxMany"/>.</param>
    [Alias("take-many")]
    Task<Outcome<ImmutableArray<NumberRange>>> TakeMany(CallContext context, EntityKey owner, int count);

    /// <summary>
    /// Holds numbers that somebody has named, all or none, in one commit. Refused like <see cref="Claim"/>; the details' fields are the numbers that are
    /// not to be had. Idempotent.
    /// </summary>
    [Alias("claim-many")]
    Task<Outcome<bool>> ClaimMany(CallContext context, EntityKey owner, ImmutableArray<NumberRange> numbers);

    /// <summary>All that the owner took and claimed in calls for many is given for ever. Idempotent.</summary>
    [Alias("confirm-many")]
    Task<Outcome<bool>> ConfirmMany(CallContext context, EntityKey owner);

    /// <summary>All that the owner took and claimed in calls for many is free again. Idempotent.</summary>
    [Alias("release-many")]
    Task<Outcome<bool>> ReleaseMany(CallContext context, EntityKey owner);
}

/// <summary>Numbers one after the other.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last, inclusive.</param>
[GenerateSerializer, Alias("hss.number-range"), Immutable]
public readonly record struct NumberRange([property: Id(0)] long First, [property: Id(1)] long Last)
{
    /// <summary>The most numbers of one call.</summary>
    public const int MaxMany = 10_000;
}
