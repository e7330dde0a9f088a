using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Events;

/// <summary>
/// The newest events by <c>seq</c>, each at its own place: the feed numbers them without a gap, so a reader's cursor is an index. Not safe
/// for threads; its owner holds a lock.
/// </summary>
internal sealed class FeedRing(int length)
{
    private readonly FeedEvent?[] _places = new FeedEvent?[length];

    /// <summary>Takes an event in; the one that had its place is forgotten.</summary>
    public void Add(FeedEvent e) => _places[e.Seq % _places.Length] = e;

    /// <summary>The events after a cursor up to <paramref name="newest"/>, at most <paramref name="limit"/>; null when one is not here any more.</summary>
    public ImmutableArray<FeedEvent>? After(long cursor, long newest, int limit)
    {
        var count = (int)Math.Min(newest - cursor, limit);
        var events = ImmutableArray.CreateBuilder<FeedEvent>(count);
        for (var seq = cursor + 1; seq <= cursor + count; seq++)
        {
            if (_places[seq % _places.Length] is not { } e || e.Seq != seq)
                return null;
            events.Add(e);
        }

        return events.MoveToImmutable();
    }
}
