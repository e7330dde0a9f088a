using System.Runtime.CompilerServices;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;

namespace Hss.Silo.Audit;

/// <summary>
/// Proves that the journal is what was committed: recomputes chains, compares their ends with the entities' rows, and looks for holes in the
/// feed, which numbers all events without one.
/// </summary>
public sealed class AuditVerifier(IJournal journal, JournalAdministration administration)
{
    private const int Page = 1000;

    private readonly EntityCheck _entities = new(journal);

    /// <summary>One entity, whole; null when the journal knows none.</summary>
    public async Task<VerifyProgress?> Entity(EntityKey key, CancellationToken cancellation)
    {
        if (await journal.Load(key).ConfigureAwait(false) is { } row)
        {
            var (events, broken) = await _entities.Check(new(key, row.Version, row.Head), cancellation).ConfigureAwait(false);
            return new(events, 1, broken, Done: true);
        }

        if (await After(key, 0, cancellation).ConfigureAwait(false) is not { } orphan)
            return null;
        // It may have been made between the two looks.
        return await journal.Load(key).ConfigureAwait(false) is null
            ? new(0, 1, Orphan(orphan), Done: true)
            : await Entity(key, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// All events of a span of the feed, each linked to the one before even where that lies before the span; ends are compared where an
    /// entity's last event is in the span.
    /// </summary>
    public async IAsyncEnumerable<VerifyProgress> Span(long fromSeq, long toSeq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var newest = (await journal.Position(cancellation).ConfigureAwait(false)).Seq;
        var chains = new Dictionary<EntityKey, ChainCheck>();
        var (events, last, hole) = (0L, fromSeq - 1, (long?)null);
        while (last < toSeq)
        {
            var page = await journal.Events(new() { AfterSeq = last, BeforeSeq = toSeq + 1, Limit = Page }, cancellation).ConfigureAwait(false);
            foreach (var e in page)
            {
                BrokenEvent? broken = null;
                if (!chains.TryGetValue(e.Key, out var chain))
                    (chain, broken) = await Begin(e, cancellation).ConfigureAwait(false);
                if (broken is null)
                    (chain, broken) = chain.Take(e);
                events++;
                if (broken is not null)
                {
                    broken = await Named(broken, e.Key, cancellation).ConfigureAwait(false);
                    yield return new(events, chains.Count, broken, Done: true);
                    yield break;
                }

                if (e.Seq != last + 1)
                    hole ??= last + 1;
                (chains[e.Key], last) = (chain, e.Seq);
            }

            if (page.Length < Page)
                break;
            yield return new(events, chains.Count, null, Done: false);
        }

        foreach (var (key, chain) in chains)
        {
            if (await End(key, chain, cancellation).ConfigureAwait(false) is not { } broken)
                continue;
            yield return new(events, chains.Count, broken, Done: true);
            yield break;
        }

        // A hole that no chain explains: a whole entity is gone, or the end of one together with its row.
        if (last < Math.Min(toSeq, newest))
            hole ??= last + 1;
        yield return new(events, chains.Count, Hole(hole), Done: true);
    }

    /// <summary>Every entity of the journal, and the feed.</summary>
    public async IAsyncEnumerable<VerifyProgress> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (events, entities) = (0L, 0L);
        EntityKey? after = null;
        while (true)
        {
            var heads = await administration.Heads(after, Page, cancellation).ConfigureAwait(false);
            foreach (var head in heads)
            {
                var (count, broken) = await _entities.Check(head, cancellation).ConfigureAwait(false);
                (events, entities, after) = (events + count, entities + 1, head.Key);
                if (broken is null)
                    continue;
                yield return new(events, entities, broken, Done: true);
                yield break;
            }

            if (heads.Length < Page)
                break;
            yield return new(events, entities, null, Done: false);
        }

        var orphan = await administration.EntityWithoutRow(cancellation).ConfigureAwait(false) is { } key
            ? await After(key, 0, cancellation).ConfigureAwait(false)
            : null;
        yield return new(
            events, entities, orphan is null ? Hole(await administration.FeedHole(cancellation).ConfigureAwait(false)) : Orphan(orphan), Done: true);
    }

    private static BrokenEvent? Hole(long? seq) => seq is null ? null : new(null, null, seq, BreakReason.Missing);

    private static BrokenEvent Orphan(FeedEvent first) => new(first.Key, first.Event.Version, first.Seq, BreakReason.EntityMissing);

    // The chain at the entity's first event of a span.
    private async Task<(ChainCheck Chain, BrokenEvent? Broken)> Begin(FeedEvent first, CancellationToken cancellation)
    {
        if (first.Event.Version <= 1)
            return (ChainCheck.Begin, null);
        var version = first.Event.Version - 1;
        if (await After(first.Key, version - 1, cancellation).ConfigureAwait(false) is not { } before || before.Event.Version != version)
            return (ChainCheck.Begin, new(first.Key, version, null, BreakReason.Missing));
        return (new(version, [.. before.Event.Hash]), before.Seq < first.Seq ? null : new(first.Key, version, before.Seq, BreakReason.Reordered));
    }

    // The entity's later events lie behind the span: then the next one must be there. Otherwise the row's head is this chain's end.
    private async Task<BrokenEvent?> End(EntityKey key, ChainCheck chain, CancellationToken cancellation)
    {
        if (await journal.Load(key).ConfigureAwait(false) is not { } row)
            return new(key, chain.Version, null, BreakReason.EntityMissing);
        if (row.Version <= chain.Version)
            return chain.End(key, row.Version, row.Head);
        return await After(key, chain.Version, cancellation).ConfigureAwait(false) is { } next
            ? chain.Take(next).Broken
            : new(key, chain.Version + 1, null, BreakReason.Missing);
    }

    // In the order of the feed an event that was moved looks missing.
    private async Task<BrokenEvent> Named(BrokenEvent broken, EntityKey key, CancellationToken cancellation) =>
        broken is { Reason: BreakReason.Missing, Version: { } version }
        && await After(key, version - 1, cancellation).ConfigureAwait(false) is { } next && next.Event.Version == version
            ? new(key, version, next.Seq, BreakReason.Reordered)
            : broken;

    private async Task<FeedEvent?> After(EntityKey key, long version, CancellationToken cancellation)
    {
        var next = await journal.Events(new() { Kind = key.Kind, Id = key.Id, AfterVersion = version, Limit = 1 }, cancellation).ConfigureAwait(false);
        return next is [var e] ? e : null;
    }
}
