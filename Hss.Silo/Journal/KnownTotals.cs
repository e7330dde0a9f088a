using System.Collections.Concurrent;
using System.Text.Json;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal;

/// <summary>
/// How many entities match the filters of a list, remembered until an entity of its kind is written: a page is found by an index, but all that match are counted one by one.
/// Only for a process that alone writes.
/// </summary>
public sealed class KnownTotals
{
    /// <summary>Totals that are remembered at most; then it begins anew.</summary>
    public const int MaxTotals = 1000;

    private readonly ConcurrentDictionary<string, long> _writes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownTotal> _totals = new(StringComparer.Ordinal);

    /// <summary>The total of a list as far as it is known; to be asked for before the database is.</summary>
    public KnownTotal Of(EntityQuery query)
    {
        var filters = JsonSerializer.Serialize(query with { Sort = [], Limit = 0, Offset = 0 });
        var writes = _writes.GetValueOrDefault(query.Kind);
        return _totals.TryGetValue(filters, out var known) && known.Writes == writes ? known : new(filters, writes, null);
    }

    /// <summary>Keeps what was counted after <see cref="Of"/>; a write that came between leaves it unused.</summary>
    public void Keep(KnownTotal asked, long total)
    {
        if (_totals.Count >= MaxTotals)
            _totals.Clear();
        _totals[asked.Filters] = asked with { Total = total };
    }

    /// <summary>A batch was written, or may have been. To be called before anybody is told.</summary>
    public void Wrote(JournalBatch batch)
    {
        foreach (var commit in batch.Commits)
        {
            // Lists filter on nothing else.
            if (commit.Index is not null || commit.Links is not null)
                _writes.AddOrUpdate(commit.Key.Kind, 1, static (_, writes) => writes + 1);
        }
    }
}

/// <summary>What is known of a list's total.</summary>
/// <param name="Filters">The kind and the filters as text.</param>
/// <param name="Writes">How often the kind was written when it was counted.</param>
/// <param name="Total">How many match; null: not known.</param>
public sealed record KnownTotal(string Filters, long Writes, long? Total);
