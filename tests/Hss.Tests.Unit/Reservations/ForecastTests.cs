using System.Collections.Immutable;
using Hss.Grains.Reservations;

namespace Hss.Tests.Unit.Reservations;

public sealed class ForecastTests
{
    private static ImmutableArray<double> Same(double seconds, int count) => [.. Enumerable.Repeat(seconds, count)];

    [Fact]
    public void HoldsThatTookTheSame_GiveTheirSum() => Assert.Equal((40d, 40d), Forecast.Wait(Same(10, 20), ahead: 4, capacity: 1));

    [Fact]
    public void MorePlaces_DivideTheWait() => Assert.Equal((20d, 20d), Forecast.Wait(Same(10, 20), ahead: 4, capacity: 2));

    [Fact]
    public void FewerThanFiveSamples_SayNothing()
    {
        Assert.Null(Forecast.Wait(Same(10, 4), 1, 1));
        Assert.NotNull(Forecast.Wait(Same(10, 5), 1, 1));
    }

    [Fact]
    public void NobodyAhead_IsNoWait() => Assert.Equal((0d, 0d), Forecast.Wait(Same(10, 20), 0, 1));

    [Fact]
    public void AKnownHistory_GivesItsQuantiles()
    {
        // One ahead: the wait is one of these holds, so its median is theirs, within what 1,000 drawings scatter.
        ImmutableArray<double> holds = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var (p50, p90) = Forecast.Wait(holds, 1, 1)!.Value;
        Assert.InRange(p50, 45, 55);
        Assert.InRange(p90, 86, 94);
        Assert.Equal((p50, p90), Forecast.Wait(holds, 1, 1));
    }

    [Fact]
    public void ManyAhead_ScatterLessThanTheyLast()
    {
        ImmutableArray<double> holds = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var (p50, p90) = Forecast.Wait(holds, 100, 1)!.Value;
        Assert.InRange(p50, 4900, 5200);
        Assert.InRange(p90, 5250, 5600);
    }

    [Fact]
    public void OnlyTheLast200Holds_Count()
    {
        var samples = Enumerable.Range(1, 250).Aggregate(ImmutableArray<double>.Empty, (s, i) => Forecast.Remember(s, TimeSpan.FromSeconds(i)));
        Assert.Equal(Forecast.MaxSamples, samples.Length);
        Assert.Equal((51d, 250d), (samples[0], samples[^1]));
    }
}
