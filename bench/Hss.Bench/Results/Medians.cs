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
