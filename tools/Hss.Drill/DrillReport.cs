using System.Collections.Immutable;
using Hss.Drill.Check;
using Hss.Drill.Machines;
using Hss.Drill.Record;
using Hss.Silo.Audit;

namespace Hss.Drill;

/// <summary>What a drill came to.</summary>
/// <param name="Kills">What was killed, in order; how many connections in <paramref name="Cut"/>.</param>
/// <param name="Events">How many stored events were looked at.</param>
/// <param name="Findings">None when all is well.</param>
internal sealed record DrillReport(DrillOptions Options, RunRecord Record, IReadOnlyCollection<KillKind> Kills, int Cut, int Events, ImmutableArray<Finding> Findings)
{
    private const int MostShown = 50;
    private const int LinesAround = 3;
    private const int MostWithLog = 10;

    /// <summary>What the world outside of the server knows.</summary>
    public required Observed Observed { get; init; }

    /// <summary>What lists are answered from, compared with the events.</summary>
    public ListVerification Lists { get; init; } = new(0, 0, []);

    /// <summary>How many mails were taken, and their sender never heard so.</summary>
    public int UnansweredMails { get; init; }

    /// <summary>Writes that came to an end so.</summary>
    public int Count(WriteOutcome outcome) => Record.Writes.Count(w => w.Outcome == outcome);

    /// <summary>The report for people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"drill: seed {Options.Seed}, {Options.Duration.TotalMinutes:0.##} min of load, {Options.Callers} callers a system, {(Options.OnPostgres ? "PostgreSQL" : "SQLite")}";
        yield return $"kills: {Kills.Count(k => k == KillKind.Server)} of the server, {Kills.Count(k => k == KillKind.Postgres)} of PostgreSQL, {Kills.Count(k => k == KillKind.Connections)} of connections ({Cut} cut)";
        yield return $"calls: {Record.Calls}; without an answer: {string.Join(", ", Record.Repeats.Select(r => $"{r.Value} {r.Key}").DefaultIfEmpty("none"))}";
        yield return $"writes: {Count(WriteOutcome.Acknowledged)} acknowledged, {Count(WriteOutcome.Refused)} refused, {Count(WriteOutcome.Unknown)} unknown; {Record.Writes.Count(w => w.Ids.Length > 0 && w.Tries > w.Ids.Length)} acknowledged after an answer was lost";
        foreach (var step in Record.Writes.Where(w => w.Kind.Length > 0).GroupBy(w => w.Step).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return $"  {step.Key,-24}{step.Count(w => w.Outcome == WriteOutcome.Acknowledged),8} acknowledged{step.Count(w => w.Outcome == WriteOutcome.Refused),7} refused{step.Count(w => w.Outcome == WriteOutcome.Unknown),6} unknown";
        yield return $"robots: {Observed.Tasks.Where(t => !t.Done).Select(t => t.Delivery).Distinct().Count()} deliveries in {Observed.Tasks.Count(t => !t.Done)} assignments, {Observed.Tasks.Count(t => t.Done)} reported as done";
        yield return $"mails: {Observed.Mails.DistinctBy(m => m.MessageId).Count()}, {Observed.Mails.Count} with copies; {UnansweredMails} taken without an answer";
        yield return $"checked against {Events} stored events and {Lists.Entities} list rows with {Lists.Links} links: {(Findings.IsEmpty ? "no finding" : $"{Findings.Length} findings")}";
        foreach (var finding in Findings.Take(MostShown))
            yield return $"  {finding}";
        if (Findings.Length > MostShown)
            yield return $"  and {Findings.Length - MostShown} more";
        foreach (var failure in Observed.Failures.Take(MostWithLog))
        {
            foreach (var line in Around(failure.RequestId))
                yield return $"  log, {failure.RequestId}: {line}";
        }
    }

    // The line that names the request, and those beside it; the last ones when none does.
    private IEnumerable<string> Around(string requestId)
    {
        var log = Observed.Log;
        var at = log.Select((line, i) => (line, i)).Where(l => l.line.Contains($"\"{requestId}\"", StringComparison.Ordinal)).Select(l => l.i).LastOrDefault(log.Count - 1);
        return log.Skip(at - LinesAround).Take((2 * LinesAround) + 1);
    }
}
