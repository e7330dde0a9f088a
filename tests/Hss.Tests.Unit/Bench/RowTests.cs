using Hss.Bench.Load;
using Hss.Bench.Results;

namespace Hss.Tests.Unit.Bench;

public sealed class RowTests
{
    [Fact]
    public void Row_HasTheMediansOfEachSide_AndTheRatiosWithinTheRounds()
    {
        var row = Some.Row([.. Some.Rounds(Side.Ours, 300, 100, 200), .. Some.Rounds(Side.Usual, 30, 50, 40), .. Some.Rounds(Side.Tuned, 100, 50, 50)]);
        Assert.Equal((200, 40, 50), (row.OursPerS, row.UsualPerS, row.TunedPerS));
        Assert.Equal((20, 40, 4, 8, 5, 10), (row.OursP50Ms, row.OursP99Ms, row.UsualP50Ms, row.UsualP99Ms, row.TunedP50Ms, row.TunedP99Ms));
        Assert.Equal((5, 3), (row.TimesUsual, row.TimesTuned));
        Assert.True(row.BooksBalanced);
    }

    [Fact]
    public void Row_IsOfItsConnectionsAlone()
    {
        var row = Some.Row([.. Some.Rounds(Side.Ours, 100, 100, 100), .. Some.Rounds(Side.Ours, 900, 900, 900).Select(r => r with { Connections = 256 })]);
        Assert.Equal(100, row.OursPerS);
        Assert.Equal(3, row.Rounds.Length);
    }

    [Theory]
    [InlineData(10_000, 10, true)]
    [InlineData(10_000, 11, false)]
    [InlineData(0, 0, false)]
    public void Round_WithOverATenthOfAPercentFailed_DoesNotCount(long answers, long failed, bool counts) =>
        Assert.Equal(counts, Some.Round(1, Side.Ours, 100, answers, failed).Counts);

    [Fact]
    public void Rate_IsOfGoodAnswersOnly() => Assert.Equal(180, new Measured(1_000, 100, 5, 1, 2).PerSecond);

    [Fact]
    public void Round_OfALoad_KeepsWhatWasSeen()
    {
        var round = Round.Of(2, Side.Usual, 64, new(1_000, 1, 5, 3, 9), TimeSpan.FromSeconds(2));
        Assert.Equal((2, Side.Usual, 64, 199.8, 3, 9, 1_000, 1, 5), (round.Number, round.Side, round.Connections, round.PerS, round.P50Ms, round.P99Ms, round.Answers, round.Failed, round.Seconds));
        Assert.Equal(2, round.CpuMsPerAnswer);
        Assert.True(round.Balanced);
    }

    [Fact]
    public void RunWithOverATenthOfAPercentOfNon2xxAnswers_HasNoFigures()
    {
        var row = Some.Row([.. Some.Rounds(Side.Ours, 100, 100), Some.Round(3, Side.Ours, 100, failed: 11), .. Some.Rounds(Side.Usual, 10, 10, 10)])
            .With([("hand_over_p99_ms", 1)], Goal.AtLeast("ten times", 10, 10), Goal.Below("p99 below 20", 10, 20));
        HasNoFiguresOfOurs(row);
        Assert.Equal(10, row.UsualPerS);
        Assert.True(row.BooksBalanced);
    }

    [Fact]
    public void RunWhoseBooksDoNotBalance_HasNoFigures()
    {
        Round[] closed = [.. Some.Rounds(Side.Ours, 100, 100, 100).Select(r => r.Closed(r.Number == 2 ? "7 units were sold, 6 are in orders" : null))];
        var row = Some.Row([.. closed, .. Some.Rounds(Side.Usual, 10, 10, 10)])
            .With([("hand_over_p99_ms", 1)], Goal.AtLeast("ten times", 10, 10), Goal.Below("p99 below 20", 10, 20));
        HasNoFiguresOfOurs(row);
        Assert.False(row.BooksBalanced);
    }

    [Fact]
    public void RunWhoseBaselineDoesNotBalance_HasNoRatio()
    {
        var row = Some.Row([.. Some.Rounds(Side.Ours, 100), Some.Round(1, Side.Usual, 10, balanced: false)]);
        Assert.Equal(100, row.OursPerS);
        Assert.Null(row.UsualPerS);
        Assert.Null(row.UsualP50Ms);
        Assert.Null(row.TimesUsual);
        Assert.False(row.BooksBalanced);
    }

    [Fact]
    public void RunThatCounts_HasItsFiguresAndGoals()
    {
        var row = Some.Row(Some.Rounds(Side.Ours, 100)).With([("hand_over_p99_ms", 1.234), ("not_measured", null)], Goal.Below("p99 below 20", 10, 20));
        Assert.Equal([new("hand_over_p99_ms", 1.23)], row.Figures);
        Assert.Equal<Goal>([new("p99 below 20", 10, true)], row.Goals);
    }

    [Theory]
    [InlineData(9.99, false)]
    [InlineData(10.0, true)]
    [InlineData(null, false)]
    public void Goal_AtLeast_IsMetFromThereOn(double? ratio, bool met) => Assert.Equal(met, Goal.AtLeast("ten times", 10, ratio).Met);

    [Theory]
    [InlineData(50.0, 100.0, true)]
    [InlineData(49.0, 100.0, false)]
    [InlineData(null, 100.0, false)]
    [InlineData(50.0, null, false)]
    [InlineData(50.0, 0.0, false)]
    public void Goal_OfAQuotient_NeedsBoth(double? of, double? over, bool met) => Assert.Equal(met, Goal.AtLeast("half", 0.5, of, over).Met);

    [Theory]
    [InlineData(19.9, 20.0, true)]
    [InlineData(20.0, 20.0, false)]
    [InlineData(null, 20.0, false)]
    [InlineData(19.9, null, false)]
    public void Goal_Below_IsMissedAtTheLimit(double? value, double? limit, bool met) => Assert.Equal(met, Goal.Below("p99", value, limit).Met);

    private static void HasNoFiguresOfOurs(Row row)
    {
        Assert.Equal((null, null, null, null, null), (row.OursPerS, row.OursP50Ms, row.OursP99Ms, row.TimesUsual, row.TimesTuned));
        Assert.Empty(row.Figures);
        Assert.Equal<Goal>([new("ten times", null, false), new("p99 below 20", null, false)], row.Goals);
    }
}
