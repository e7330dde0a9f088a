using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Audit;

/// <summary>Recomputes the chain of one entity, event by event. Pure.</summary>
/// <param name="Version">The last event checked; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record ChainCheck(long Version, ImmutableArray<byte> Hash)
{
    /// <summary>A chain from its beginning.</summary>
    public static readonly ChainCheck Begin = new(0, [.. EventHash.Genesis]);

    /// <summary>Takes the next event, or says what is wrong with it.</summary>
    public (ChainCheck Next, BrokenEvent? Broken) Take(FeedEvent e)
    {
        if (e.Event.Version <= Version)
            return (this, new(e.Key, e.Event.Version, e.Seq, BreakReason.Reordered));
        if (e.Event.Version != Version + 1)
            return (this, new(e.Key, Version + 1, null, BreakReason.Missing));
        if (!e.Event.PreviousHash.AsSpan().SequenceEqual(Hash.AsSpan()))
            return (this, new(e.Key, e.Event.Version, e.Seq, BreakReason.Unlinked));
        if (!EventHash.Compute(e.Key, e.Event).AsSpan().SequenceEqual(e.Event.Hash))
            return (this, new(e.Key, e.Event.Version, e.Seq, BreakReason.Altered));
        return (new(e.Event.Version, [.. e.Event.Hash]), null);
    }

    /// <summary>Compares the end with the entity's row.</summary>
    public BrokenEvent? End(EntityKey key, long version, ReadOnlySpan<byte> head)
    {
        if (Version < version)
            return new(key, Version + 1, null, BreakReason.Missing);
        return Hash.AsSpan().SequenceEqual(head) ? null : new(key, Version, null, BreakReason.HeadMismatch);
    }
}
