using System.Globalization;
using System.Text;

namespace Hss.Bench.Results;

/// <summary>The results for people: medians, the ratios to the baseline of the same run, and every goal.</summary>
internal static class MarkdownTable
{
    private const string None = "-";

    public static string Of(IReadOnlyCollection<Row> rows)
    {
        var text = new StringBuilder();
        text.AppendLine("| workload | database | connections | ours/s | usual/s | tuned/s (pool) | x usual | x tuned | ours p50 / p99 ms | usual p50 / p99 ms | tuned p50 / p99 ms | books |");
        text.AppendLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var r in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {r.Workload} | {r.Database} | {r.Connections} | {Rate(r.OursPerS)} | {Rate(r.UsualPerS)} | {Rate(r.TunedPerS)}{(r.TunedPool is { } pool ? $" ({pool})" : "")} | {Ratio(r.TimesUsual)} | {Ratio(r.TimesTuned)} | {Times(r.OursP50Ms, r.OursP99Ms)} | {Times(r.UsualP50Ms, r.UsualP99Ms)} | {Times(r.TunedP50Ms, r.TunedP99Ms)} | {(r.BooksBalanced ? "balanced" : "NOT BALANCED")} |");
        }

        text.AppendLine();
        foreach (var (row, round) in rows.SelectMany(r => r.Rounds.Where(x => !x.Counts).Select(x => (r, x))))
            text.AppendLine(CultureInfo.InvariantCulture, $"- **NO FIGURES**: {row.Workload}, {row.Database}, {row.Connections}: round {round.Number}, {round.Side}: {(round.Balanced ? $"{round.Failed:#,0} of {round.Answers:#,0} answers failed" : "the books did not balance")}");
        foreach (var r in rows.Where(r => r.Figures.Count > 0))
            text.AppendLine(CultureInfo.InvariantCulture, $"- {r.Workload}, {r.Database}, {r.Connections}: {string.Join(", ", r.Figures.Select(f => $"{f.Key} {f.Value.ToString("#,0.##", CultureInfo.InvariantCulture)}"))}");
        text.AppendLine();
        foreach (var (row, goal) in rows.SelectMany(r => r.Goals.Select(g => (r, g))))
        {
            var value = goal.Value is { } v ? v.ToString("#,0.##", CultureInfo.InvariantCulture) : "no figure";
            text.AppendLine(CultureInfo.InvariantCulture, $"- {(goal.Met ? "met" : "**MISSED**")}: {row.Workload} at {row.Connections}, {row.Database}: {goal.Text} ({value})");
        }

        return text.ToString();
    }

    private static string Rate(double? value) => value is { } v ? v.ToString("#,0", CultureInfo.InvariantCulture) : None;

    private static string Ratio(double? times) => times is { } ratio ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : None;

    private static string Times(double? p50, double? p99) =>
        p50 is null ? None : string.Create(CultureInfo.InvariantCulture, $"{p50:0.0} / {p99:0.0}");
}
