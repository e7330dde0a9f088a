using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;

namespace Hss.Silo.Audit;

/// <summary>Checks one whole entity: its events by version, their order in the feed, and their end against the entity's row.</summary>
internal sealed class EntityCheck(IJournal journal)
{
    private const int Page = 1000;

    /// <summary>Checks it; answers how many events were good, and the first that is not.</summary>
    /// <param name="head">The row's end as it was read before the events.</param>
    public async Task<(long Events, BrokenEvent? Broken)> Check(EntityHead head, CancellationToken cancellation)
    {
        var (chain, lastSeq) = (ChainCheck.Begin, 0L);
        while (true)
        {
            var page = await journal.Events(
                new() { Kind = head.Key.Kind, Id = head.Key.Id, AfterVersion = chain.Version, Limit = Page }, cancellation).ConfigureAwait(false);
            var lowestLater = LowestLater(page);
            for (var i = 0; i < page.Length; i++)
            {
                var e = page[i];
                // The chain does not cover the place in the feed, so the order there is looked at by itself.
                if (e.Seq < lastSeq || e.Seq > lowestLater[i])
                    return (chain.Version, new(e.Key, e.Event.Version, e.Seq, BreakReason.Reordered));
                if (e.Event.Version > head.Version && chain.Version == head.Version)
                    return (chain.Version, chain.End(head.Key, head.Version, head.Head) ?? await Later(head, e).ConfigureAwait(false));
                (chain, var broken) = chain.Take(e);
                if (broken is not null)
                    return (chain.Version, broken);
                lastSeq = e.Seq;
            }

            if (page.Length < Page)
                return (chain.Version, chain.End(head.Key, head.Version, head.Head));
        }
    }

    // The lowest seq among the events after each one.
    private static ImmutableArray<long> LowestLater(ImmutableArray<FeedEvent> page)
    {
        var lowest = new long[page.Length];
        for (var (i, least) = (page.Length - 1, long.MaxValue); i >= 0; i--)
        {
            lowest[i] = least;
            least = Math.Min(least, page[i].Seq);
        }

        return [.. lowest];
    }

    // An event behind the head was committed since the head was read, and its row moved with it; otherwise the row was turned back.
    private async Task<BrokenEvent?> Later(EntityHead head, FeedEvent e)
    {
        var row = await journal.Load(head.Key).ConfigureAwait(false);
        return row is { } now && now.Version >= e.Event.Version ? null : new(e.Key, e.Event.Version, e.Seq, BreakReason.HeadMismatch);
    }
}
