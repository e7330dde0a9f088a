using System.Diagnostics;
using Hss.Bench.Workloads;

namespace Hss.Tests.Unit.Bench;

public sealed class HandOversTests
{
    private readonly QueueWorkload.HandOvers _turns = new();

    [Fact]
    public void HandOver_IsTimedFromTheReleaseUntilTheNextHoldersEvent()
    {
        _turns.Taken(Stopwatch.GetTimestamp(), byEvent: false);
        _turns.Releasing();
        _turns.Released();
        _turns.Taken(Stopwatch.GetTimestamp() + Stopwatch.Frequency, byEvent: true);
        Assert.InRange(Assert.Single(_turns.Times), 1000, 60_000);
        Assert.Null(_turns.Fault);
    }

    [Fact]
    public void ResourceThatWasFree_IsNoHandOver()
    {
        _turns.Taken(Stopwatch.GetTimestamp(), byEvent: false);
        _turns.Releasing();
        _turns.Released();
        _turns.Taken(Stopwatch.GetTimestamp(), byEvent: false);
        Assert.Empty(_turns.Times);
    }

    [Fact]
    public void TwoHoldersAtOnce_AreAFault()
    {
        _turns.Taken(Stopwatch.GetTimestamp(), byEvent: false);
        _turns.Taken(Stopwatch.GetTimestamp(), byEvent: true);
        Assert.Equal("two users held the resource at once", _turns.Fault);
    }
}
