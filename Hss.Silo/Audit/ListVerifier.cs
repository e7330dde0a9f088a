using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;

namespace Hss.Silo.Audit;

/// <summary>
/// Shows that lists are answered from what was committed: computes anew what each entity is to be found by, from its events alone and from its stored state,
/// and compares both with its columns and links.
/// </summary>
public sealed class ListVerifier(IJournal journal, JournalAdministration administration, EntityCodec codec, EntityKinds kinds)
{
    private const int Page = 500;

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
        return new(entities, links + orphans.Length, differences.ToImmutable());
    }

    private async Task<IEnumerable<ListDifference>> Check(ListedEntity stored, CancellationToken cancellation)
    {
        var key = stored.Key;
        if (kinds.Find(key.Kind) is not { } kind)
            return [new(key, "state", "one of this program's kinds", key.Kind)];
        var row = await journal.Load(key).ConfigureAwait(false) ?? throw new InvalidOperationException($"{key} was taken away while it was looked at");
        var events = await journal.Events(new() { Kind = key.Kind, Id = key.Id, Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        try
        {
            var byEvents = ListComparison.Find(key, kind.Listing(codec, key, events.Select(e => e.Event)), stored.Listing).ToHashSet();
            var byState = ListComparison.Find(key, kind.Listing(codec, row), stored.Listing).ToHashSet();
            return
            [
                .. byEvents.Select(d => d with { ByState = byState.Contains(d) }),
                .. byState.Where(d => !byEvents.Contains(d)).Select(d => d with { ByEvents = false }),
            ];
        }
        catch (Exception e) when (e is JournalException or JsonException or CryptographicException or FormatException)
        {
            return [new(key, "state", "one that this program reads", e.Message)];
        }
    }
}

/// <summary>What a verification of the lists came to.</summary>
/// <param name="Entities">How many entities were looked at.</param>
/// <param name="Links">How many links are stored.</param>
/// <param name="Differences">None when all lists are answered from what was committed.</param>
public sealed record ListVerification(long Entities, long Links, ImmutableArray<ListDifference> Differences);
