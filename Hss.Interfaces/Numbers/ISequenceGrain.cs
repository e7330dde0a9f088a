using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Numbers;

/// <summary>
/// Numbers for new things, unique and rising, keyed by what they number (<c>sequence/store.order</c>). They are given in blocks, so a number
/// whose block was not used up is never used: there may be gaps.
/// </summary>
[GrainTier(GrainTier.Platform), Alias("hss.numbers.sequence")]
public interface ISequenceGrain : IEntityGrain
{
    /// <summary>Takes the next numbers; answers the first of them.</summary>
    /// <param name="count">How many, 1..1000.</param>
    [Alias("take")]
    Task<Outcome<long>> Take(CallContext context, int count);
}
