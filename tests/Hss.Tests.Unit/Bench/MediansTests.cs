using Hss.Bench.Results;

namespace Hss.Tests.Unit.Bench;

public sealed class MediansTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 7)]
    [InlineData(new[] { 30.0, 10, 20 }, 20)]
    [InlineData(new[] { 40.0, 10, 30, 20 }, 25)]
    public void Median_IsTheMiddleValue_OrTheMeanOfBoth(double[] values, double median) => Assert.Equal(median, Medians.Of(values));

    [Fact]
    public void Median_OfRounds_IsOfTheirValues() => Assert.Equal(20, Medians.Of(Some.Rounds(Side.Ours, 30, 10, 20), r => r.PerS));

    [Fact]
    public void Median_WithoutRounds_IsNone() => Assert.Null(Medians.Of([], r => r.PerS));

    [Fact]
    public void Median_WithOneRoundThatDoesNotCount_IsNone()
    {
        Round[] rounds = [.. Some.Rounds(Side.Ours, 30, 10), Some.Round(3, Side.Ours, 20, balanced: false)];
        Assert.Null(Medians.Of(rounds, r => r.PerS));
    }

    // The medians are 200 and 20, ten times; but the machine was slower in the second round, for both.
    [Fact]
    public void Ratio_IsTheMedianOfTheRatios_EachToTheBaselineOfItsOwnRound() =>
        Assert.Equal(5, Medians.OfRatios(Some.Rounds(Side.Ours, 200, 100, 300), Some.Rounds(Side.Usual, 40, 20, 15)));

    [Fact]
    public void Ratio_IsToTheSameRound_WhoeverWasMeasuredFirst() =>
        Assert.Equal(5, Medians.OfRatios(Some.Rounds(Side.Ours, 200, 100, 300), [.. Some.Rounds(Side.Usual, 40, 20, 15).Reverse()]));

    [Fact]
    public void Ratio_WhenARoundOfTheBaselineIsMissing_IsNone() =>
        Assert.Null(Medians.OfRatios(Some.Rounds(Side.Ours, 200, 100, 300), Some.Rounds(Side.Usual, 40, 20)));

    [Fact]
    public void Ratio_WhenARoundOfOursIsMissing_IsNone() =>
        Assert.Null(Medians.OfRatios(Some.Rounds(Side.Ours, 200, 100), Some.Rounds(Side.Usual, 40, 20, 15)));

    [Fact]
    public void Ratio_WithoutABaseline_IsNone() => Assert.Null(Medians.OfRatios([], []));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ratio_WhenARoundOfEitherDoesNotCount_IsNone(bool ours)
    {
        var good = Some.Rounds(ours ? Side.Usual : Side.Ours, 100, 100);
        Round[] bad = [Some.Round(1, ours ? Side.Ours : Side.Usual, 100), Some.Round(2, ours ? Side.Ours : Side.Usual, 100, failed: 11)];
        Assert.Null(ours ? Medians.OfRatios(bad, good) : Medians.OfRatios(good, bad));
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    public void Percentile_IsTheValueThatThePartIsAtOrBelow(double part, double expected) =>
        Assert.Equal(expected, Medians.At([.. Enumerable.Range(1, 100).Reverse().Select(n => (double)n)], part));

    [Fact]
    public void Percentile_OfNothing_IsNone() => Assert.Null(Medians.At([], 0.5));
}
