using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Audit;

/// <summary>The first event that is not as it was committed.</summary>
/// <param name="Version">The event's number in its entity.</param>
/// <param name="Seq">Its place in the feed, or null when it is missing.</param>
/// <param name="Reason"><c>missing</c>, <c>altered</c>, <c>unlinked</c> or <c>head_mismatch</c>, <c>entity_missing</c>.</param>
public sealed record BrokenEvent(EntityKey Key, long Version, long? Seq, string Reason);

/// <summary>Recomputes the chain of one entity, event by event. Pure.</summary>
/// <param name="Version">The last event checked; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record ChainCheck(long Version, ImmutableArray<byte> Hash)
{
    /// <summary>A chain from its beginning.</summary>
    public static readonly ChainCheck Begin = new(0, [.. EventHash.Genesis]);

    /// <summary>A chain from the middle: the first event's link to the one before is taken as it is.</summary>
    public static ChainCheck From(JournalEvent first) => new(first.Version - 1, [.. first.PreviousHash]);

    /// <summary>Takes the next event, or says what is wrong with it.</summary>
    public (ChainCheck Next, BrokenEvent? Broken) Take(FeedEvent e)
    {
        if (e.Event.Version != Version + 1)
            return (this, new(e.Key, Version + 1, null, "missing"));
        if (!e.Event.PreviousHash.AsSpan().SequenceEqual(Hash.AsSpan()))
            return (this, new(e.Key, e.Event.Version, e.Seq, "unlinked"));
        if (!EventHash.Compute(e.Key, e.Event).AsSpan().SequenceEqual(e.Event.Hash))
            return (this, new(e.Key, e.Event.Version, e.Seq, "altered"));
        return (new(e.Event.Version, [.. e.Event.Hash]), null);
    }

    /// <summary>Compares the end with the entity's row.</summary>
    public BrokenEvent? End(EntityKey key, long version, ReadOnlySpan<byte> head)
    {
        if (Version < version)
            return new(key, Version + 1, null, "missing");
        return Hash.AsSpan().SequenceEqual(head) ? null : new(key, Version, null, "head_mismatch");
    }
}
