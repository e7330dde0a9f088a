using Hss.Silo.Audit;

namespace Hss.Drill.Check;

/// <summary>Every entity of every kind is found by what its events come to: its owner, status, search text, facets and links, and the time when it is due.</summary>
internal static class Lists
{
    /// <summary>Where a list would answer otherwise.</summary>
    public static IEnumerable<Finding> Find(Stored stored) => stored.Lists.Differences.Select(d => new Finding(
        Faults.List, d.Key.ToString(), $"by its {By(d)} its {d.Column} should be {d.Expected ?? "nothing"}, stored is {d.Stored ?? "nothing"}"));

    private static string By(ListDifference difference) => (difference.ByEvents, difference.ByState) switch
    {
        (true, true) => "events and its state",
        (true, false) => "events alone",
        _ => "state alone",
    };
}
