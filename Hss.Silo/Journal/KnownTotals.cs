using System.Collections.Concurrent;
using System.Text.Json;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal;

/// <summary>
/// How many entities match the filters of a list, remembered until an entity of its kind is written: a page is found by an index, but all that match are counted one by one.
/// No write that was acknowledged before a list was asked for is missing. Only for a process that alone writes (decision 041).
/// </summary>
public sealed class KnownTotals
{
    /// <summary>Totals that are remembered at most; then it begins anew.</summary>
    public const int MaxTotals = 1000;

    /// <summary>Characters of the filters, as JSON, of a total that is remembered at most.</summary>
    public const int MaxFilters = 1000;

    private readonly ConcurrentDictionary<string, long> _writes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownTotal> _totals = new(StringComparer.Ordinal);
    private long _forgotten;

    /// <summary>
    /// The total of a list as far as it is known; to be asked for before the database is. Null when it is not to be remembered: look-ups by ids are hardly ever asked again.
    /// </summary>
    public KnownTotal? Of(EntityQuery query)
    {
        if (query.Ids is not null)
            return null;
        var filters = JsonSerializer.Serialize(query with { Sort = [], Limit = 0, Offset = 0 });
        if (filters.Length > MaxFilters)
            return null;
        // Both only rise, so that equal sums are of the same moment.
        var writes = _writes.GetValueOrDefault(query.Kind) + Volatile.Read(ref _forgotten);
        return _totals.TryGetValue(filters, out var known) && known.Writes == writes ? known : new(filters, writes, null);
    }

    /// <summary>Keeps what was counted after <see cref="Of"/>; a write that came between leaves it unused.</summary>
    public void Keep(KnownTotal asked, long total)
    {
        if (_totals.Count >= MaxTotals)
            _totals.Clear();
        _totals[asked.Filters] = asked with { Total = total };
    }

    /// <summary>A batch was written, or may have been. To be called before its callers are told.</summary>
    public void Wrote(JournalBatch batch)
    {
        foreach (var commit in batch.Commits)
        {
            // Lists filter on nothing else. The first commit after a load says both, changed or not.
            if (commit.Index is not null || commit.Links is not null || commit.BaseVersion == 0)
                _writes.AddOrUpdate(commit.Key.Kind, 1, static (_, writes) => writes + 1);
        }
    }

    /// <summary>Forgets all: others may have written, or a write whose answer was lost has only now ended.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _forgotten);
        _totals.Clear();
    }
}

/// <summary>What is known of a list's total.</summary>
/// <param name="Filters">The kind and the filters as text.</param>
/// <param name="Writes">How often the kind was written, and all was forgotten, before it was counted.</param>
/// <param name="Total">How many match; null: not known.</param>
public sealed record KnownTotal(string Filters, long Writes, long? Total);
