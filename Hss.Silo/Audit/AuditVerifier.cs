using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;

namespace Hss.Silo.Audit;

/// <summary>How far a verification is, and in the last one what it came to.</summary>
/// <param name="Broken">The first broken event, or null as long as there is none.</param>
/// <param name="Done">Whether this is the last.</param>
public sealed record VerifyProgress(long Events, long Entities, BrokenEvent? Broken, bool Done)
{
    /// <summary>Whether all that was checked is as it was committed.</summary>
    public bool Clean => Broken is null;
}

/// <summary>Proves that the journal is what was committed: recomputes chains, and compares their ends with the entities' rows.</summary>
public sealed class AuditVerifier(IJournal journal, JournalAdministration administration)
{
    private const int Page = 1000;

    /// <summary>One entity, whole; null when there is none.</summary>
    public async Task<VerifyProgress?> Entity(EntityKey key, CancellationToken cancellation)
    {
        if (await journal.Load(key).ConfigureAwait(false) is not { } row)
            return null;
        var (events, broken) = await Check(new(key, row.Version, row.Head), cancellation).ConfigureAwait(false);
        return new(events, 1, broken, Done: true);
    }

    /// <summary>All events of a span of the feed; ends are compared where an entity's last event is in the span.</summary>
    public async IAsyncEnumerable<VerifyProgress> Span(long fromSeq, long toSeq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chains = new Dictionary<EntityKey, ChainCheck>();
        var (events, last) = (0L, fromSeq - 1);
        while (last < toSeq)
        {
            var page = await journal.Events(new() { AfterSeq = last, BeforeSeq = toSeq + 1, Limit = Page }, cancellation).ConfigureAwait(false);
            foreach (var e in page)
            {
                var (next, broken) = chains.GetValueOrDefault(e.Key, ChainCheck.From(e.Event)).Take(e);
                events++;
                if (broken is not null)
                {
                    yield return new(events, chains.Count, broken, Done: true);
                    yield break;
                }

                (chains[e.Key], last) = (next, e.Seq);
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

        yield return new(events, chains.Count, null, Done: true);
    }

    /// <summary>Every entity of the journal.</summary>
    public async IAsyncEnumerable<VerifyProgress> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (events, entities) = (0L, 0L);
        EntityKey? after = null;
        while (true)
        {
            var heads = await administration.Heads(after, Page, cancellation).ConfigureAwait(false);
            foreach (var head in heads)
            {
                var (count, broken) = await Check(head, cancellation).ConfigureAwait(false);
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

        var orphan = await administration.EntityWithoutRow(cancellation).ConfigureAwait(false);
        yield return new(events, entities, orphan is { } key ? new(key, 1, null, "entity_missing") : null, Done: true);
    }

    // The entity's later events lie behind the span: then the next one must be there. Otherwise the row's head is this chain's end.
    private async Task<BrokenEvent?> End(EntityKey key, ChainCheck chain, CancellationToken cancellation)
    {
        if (await journal.Load(key).ConfigureAwait(false) is not { } row)
            return new(key, chain.Version, null, "entity_missing");
        if (row.Version <= chain.Version)
            return chain.End(key, row.Version, row.Head);
        var next = await journal.Events(
            new() { Kind = key.Kind, Id = key.Id, AfterVersion = chain.Version, Limit = 1 }, cancellation).ConfigureAwait(false);
        return next is [var e] ? chain.Take(e).Broken : new(key, chain.Version + 1, null, "missing");
    }

    // Events that were committed after the head was read are not looked at.
    private async Task<(long Events, BrokenEvent? Broken)> Check(EntityHead head, CancellationToken cancellation)
    {
        var chain = ChainCheck.Begin;
        while (chain.Version < head.Version)
        {
            var page = await journal.Events(
                new() { Kind = head.Key.Kind, Id = head.Key.Id, AfterVersion = chain.Version, Limit = Page }, cancellation).ConfigureAwait(false);
            foreach (var e in page.OrderBy(e => e.Event.Version).TakeWhile(e => e.Event.Version <= head.Version))
            {
                (chain, var broken) = chain.Take(e);
                if (broken is not null)
                    return (chain.Version, broken);
            }

            if (page.Length < Page)
                break;
        }

        return (chain.Version, chain.End(head.Key, head.Version, head.Head));
    }
}
