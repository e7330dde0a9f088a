namespace Hss.Drill.Check;

/// <summary>Every entity of every kind is found by what its events come to: its owner, status, search text, facets and links, and the time when it is due.</summary>
internal static class Lists
{
    /// <summary>Where a list would answer otherwise.</summary>
    public static IEnumerable<Finding> Find(Stored stored) => stored.Lists.Differences.Select(d => new Finding(Faults.List, d.Key.ToString(), d.Fault));
}
