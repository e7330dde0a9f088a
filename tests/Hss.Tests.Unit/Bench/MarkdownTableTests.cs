using Hss.Bench.Results;

namespace Hss.Tests.Unit.Bench;

public sealed class MarkdownTableTests
{
    private static readonly Round[] Rounds = [.. Some.Rounds(Side.Ours, 3000, 1000, 2000), .. Some.Rounds(Side.Usual, 300, 500, 400), .. Some.Rounds(Side.Tuned, 1000, 500, 500)];

    [Fact]
    public void Line_HasRatesRatiosTimesAndBooks() => Assert.Equal(
        "| hot-product | postgres | 64 | 2,000 | 400 | 500 (2) | 5.0 | 3.0 | 200.0 / 400.0 | 40.0 / 80.0 | 50.0 / 100.0 | balanced |",
        Line(Some.Row(Rounds) with { TunedPool = 2 }));

    [Fact]
    public void Line_WithoutABaseline_SaysSo() => Assert.Equal(
        "| hot-product | postgres | 64 | 2,000 | - | - | - | - | 200.0 / 400.0 | - | - | balanced |",
        Line(Some.Row(Rounds.Where(r => r.Side == Side.Ours))));

    [Fact]
    public void Line_OfARunWhoseBooksDoNotBalance_HasNoFigures()
    {
        var row = Some.Row(Rounds.Select(r => r.Side == Side.Ours ? r.Closed("a unit is missing") : r));
        Assert.Equal("| hot-product | postgres | 64 | - | 400 | 500 | - | - | - | 40.0 / 80.0 | 50.0 / 100.0 | NOT BALANCED |", Line(row));
        Assert.Contains("- **NO FIGURES**: hot-product, postgres, 64: round 2, Ours: the books did not balance", MarkdownTable.Of([row]), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_OfARunWithFailedAnswers_HasNoFigures()
    {
        var row = Some.Row(Some.Round(1, Side.Ours, 100, failed: 11));
        Assert.Equal("| hot-product | postgres | 64 | - | - | - | - | - | - | - | - | balanced |", Line(row));
        Assert.Contains("- **NO FIGURES**: hot-product, postgres, 64: round 1, Ours: 11 of 10,000 answers failed", MarkdownTable.Of([row]), StringComparison.Ordinal);
    }

    [Fact]
    public void RunThatCounts_IsNotCalledOneWithoutFigures() => Assert.DoesNotContain("NO FIGURES", MarkdownTable.Of([Some.Row(Rounds)]), StringComparison.Ordinal);

    [Fact]
    public void MissedGoal_IsPrintedAsMissed() => Assert.Contains(
        "- **MISSED**: hot-product at 64, postgres: at least 10 times the usual form (9.5)",
        Text(Goal.AtLeast("at least 10 times the usual form", 10, 9.5)),
        StringComparison.Ordinal);

    [Fact]
    public void MetGoal_IsPrintedAsMet() => Assert.Contains(
        "- met: hot-product at 64, postgres: at least 10 times the usual form (10.5)",
        Text(Goal.AtLeast("at least 10 times the usual form", 10, 10.5)),
        StringComparison.Ordinal);

    [Fact]
    public void GoalWithoutItsFigure_IsPrintedAsMissed() => Assert.Contains(
        "- **MISSED**: hot-product at 64, postgres: at least 10 times the usual form (no figure)",
        Text(Goal.AtLeast("at least 10 times the usual form", 10, null)),
        StringComparison.Ordinal);

    [Fact]
    public void OtherFigures_AreNamed() => Assert.Contains(
        "- hot-product, postgres, 64: a_ms 1.5, b 2,000",
        MarkdownTable.Of([Some.Row(Rounds).With([("b", 2000), ("a_ms", 1.5)])]),
        StringComparison.Ordinal);

    private static string Text(Goal goal) => MarkdownTable.Of([Some.Row(Rounds).With([], goal)]);

    // After the heading and the rule.
    private static string Line(Row row) => MarkdownTable.Of([row]).Split('\n')[2].TrimEnd('\r');
}
