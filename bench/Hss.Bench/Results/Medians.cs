namespace Hss.Bench.Results;

/// <summary>Medians of rounds.</summary>
internal static class Medians
{
    /// <summary>The median; null when there is no round, or when one of them does not count.</summary>
    public static double? Of(IEnumerable<Round> rounds, Func<Round, double> value)
    {
        var all = rounds.ToList();
        return all.Count > 0 && all.TrueForAll(r => r.Counts) ? Of(all.Select(value)) : null;
    }

    /// <summary>
    /// How many times the rate of others, each round beside its own: what slows a machine down for a while slows both. Null when a round of either side does
    /// not count or has none beside it.
    /// </summary>
    public static double? OfRatios(IReadOnlyCollection<Round> ours, IReadOnlyCollection<Round> others)
    {
        var pairs = ours.Join(others, r => r.Number, r => r.Number, (our, other) => (our, other)).ToList();
        return pairs.Count > 0 && pairs.Count == ours.Count && pairs.Count == others.Count && pairs.TrueForAll(p => p.our.Counts && p.other.Counts && p.other.PerS > 0)
            ? Of(pairs.Select(p => p.our.PerS / p.other.PerS))
            : null;
    }

    /// <summary>The middle value, or the mean of both middle ones.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The value that a part of all is at or below.</summary>
    public static double? At(IReadOnlyCollection<double> values, double part) =>
        values.Count == 0 ? null : values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(part * values.Count) - 1));
}
