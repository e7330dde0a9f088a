using System.Collections.Immutable;
using Hss.Drill.Check;
using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Drill;

/// <summary>What a drill came to.</summary>
/// <param name="Kills">What was killed, in order; how many connections in <paramref name="Cut"/>.</param>
/// <param name="Events">How many stored events were looked at.</param>
/// <param name="Findings">None when all is well.</param>
internal sealed record DrillReport(DrillOptions Options, RunRecord Record, IReadOnlyCollection<KillKind> Kills, int Cut, int Events, ImmutableArray<Finding> Findings)
{
    /// <summary>What the server logged as errors, newest first: shown beside calls that were answered 500.</summary>
    public ImmutableArray<string> Log { get; init; } = [];

    private const int MostShown = 50;

    /// <summary>Writes that came to an end so.</summary>
    public int Count(WriteOutcome outcome) => Record.Writes.Count(w => w.Outcome == outcome);

    /// <summary>The report for people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"drill: seed {Options.Seed}, {Options.Duration.TotalMinutes:0.##} min of load, {Options.Callers} callers a system, {(Options.OnPostgres ? "PostgreSQL" : "SQLite")}";
        yield return $"kills: {Kills.Count(k => k == KillKind.Server)} of the server, {Kills.Count(k => k == KillKind.Postgres)} of PostgreSQL, {Kills.Count(k => k == KillKind.Connections)} of connections ({Cut} cut)";
        yield return $"calls: {Record.Calls}; without an answer: {string.Join(", ", Record.Repeats.Select(r => $"{r.Value} {r.Key}").DefaultIfEmpty("none"))}";
        foreach (var error in Record.Errors.Take(MostShown))
            yield return $"  500: {error}";
        foreach (var line in Record.Errors.Count > 0 ? Log.Take(MostShown) : [])
            yield return $"  log: {line}";
        yield return $"writes: {Count(WriteOutcome.Acknowledged)} acknowledged, {Count(WriteOutcome.Refused)} refused, {Count(WriteOutcome.Unknown)} unknown; {Record.Writes.Count(w => w.Ids.Length > 0 && w.Tries > w.Ids.Length)} acknowledged after an answer was lost";
        foreach (var step in Record.Writes.Where(w => w.Kind.Length > 0).GroupBy(w => w.Step).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return $"  {step.Key,-24}{step.Count(w => w.Outcome == WriteOutcome.Acknowledged),8} acknowledged{step.Count(w => w.Outcome == WriteOutcome.Refused),7} refused{step.Count(w => w.Outcome == WriteOutcome.Unknown),6} unknown";
        yield return $"checked against {Events} stored events: {(Findings.IsEmpty ? "no finding" : $"{Findings.Length} findings")}";
        foreach (var finding in Findings.Take(MostShown))
            yield return $"  {finding}";
        if (Findings.Length > MostShown)
            yield return $"  and {Findings.Length - MostShown} more";
    }
}
