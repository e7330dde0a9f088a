using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;

namespace Hss.Silo.Audit;

/// <summary>
/// Shows that lists are answered from what was committed: computes anew what each entity is to be found by, from its events alone and from its stored state,
/// and compares both with its columns and links.
/// </summary>
public sealed class ListVerifier(IJournal journal, JournalAdministration administration, EntityCodec codec, EntityKinds kinds)
{
    private const int Page = 500;

    /// <summary>Of a database that this program has alone, with the program's own kinds.</summary>
    public static ListVerifier Of(OpenedJournal opened) =>
        new(opened.Journal, opened.Administration, new EntityCodec(opened.Keys), EntityKinds.OfProgram);

    /// <summary>Every entity of every kind. Nobody may write meanwhile.</summary>
    public async Task<ListVerification> All(CancellationToken cancellation)
    {
        var (entities, links) = (0L, 0L);
        var differences = ImmutableArray.CreateBuilder<ListDifference>();
        EntityKey? after = null;
        while (true)
        {
            var page = await administration.Listed(after, Page, cancellation).ConfigureAwait(false);
            foreach (var stored in page)
            {
                (entities, links, after) = (entities + 1, links + stored.Listing.Links.Length, stored.Key);
                differences.AddRange(await Check(stored, cancellation).ConfigureAwait(false));
            }

            if (page.Length < Page)
                break;
        }

        var orphans = await administration.LinksWithoutEntity(Page, cancellation).ConfigureAwait(false);
        differences.AddRange(orphans.Select(o => new ListDifference(o.Key, $"link {o.Link.Name}", null, o.Link.Value)));
        if (await administration.EntityWithoutRow(cancellation).ConfigureAwait(false) is { } lost)
            differences.Add(new(lost, "row", "that of an entity that has events", null));
        return new(entities, links, differences.ToImmutable());
    }

    private async Task<IEnumerable<ListDifference>> Check(ListedEntity stored, CancellationToken cancellation)
    {
        var key = stored.Key;
        if (kinds.Find(key.Kind) is not { } kind)
            return [new(key, "state", "one of this program's kinds", key.Kind)];
        var row = await journal.Load(key).ConfigureAwait(false) ?? throw new InvalidOperationException($"{key} was taken away while it was looked at");
        try
        {
            var listing = await kind.Listing(codec, key, Events(key, cancellation)).ConfigureAwait(false);
            var byEvents = ListComparison.Find(key, listing, stored.Listing).ToHashSet();
            var byState = ListComparison.Find(key, kind.Listing(codec, row), stored.Listing).ToHashSet();
            return
            [
                .. byEvents.Select(d => d with { ByState = byState.Contains(d) }),
                .. byState.Where(d => !byEvents.Contains(d)).Select(d => d with { ByEvents = false }),
            ];
        }
#pragma warning disable CA1031 // Whatever damage does to the reading of one entity, the others are looked at.
        catch (Exception e) when (e is not (OperationCanceledException or DbException or JournalException { Fault: JournalFault.Busy }))
#pragma warning restore CA1031
        {
            // Messages of others may quote what is stored, and that may be about people.
            return [new(key, "state", "one that this program reads", e is JournalException ? e.Message : e.GetType().Name)];
        }
    }

    // Some entities have more events than memory holds.
    private async IAsyncEnumerable<JournalEvent> Events(EntityKey key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var version = 0L;
        while (true)
        {
            var page = await journal.Events(new() { Kind = key.Kind, Id = key.Id, AfterVersion = version, Limit = Page }, cancellation).ConfigureAwait(false);
            foreach (var e in page)
                yield return e.Event;
            if (page.Length < Page)
                yield break;
            version = page[^1].Event.Version;
        }
    }
}

/// <summary>What a verification of the lists came to.</summary>
/// <param name="Entities">How many entities were looked at.</param>
/// <param name="Links">How many links they have.</param>
/// <param name="Differences">None when all lists are answered from what was committed.</param>
public sealed record ListVerification(long Entities, long Links, ImmutableArray<ListDifference> Differences);
