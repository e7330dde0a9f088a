using System.Diagnostics;
using Hss.Bench.Workloads.Robots;

namespace Hss.Tests.Unit.Bench;

public sealed class FleetRecordTests
{
    private readonly FleetRecord _record = new();

    [Fact]
    public void HandOut_IsTimedFromReadyUntilTheRobotHasIt_AndCountedOnce()
    {
        _record.IsReady("task");
        _record.HandedOut("task", "robot", Stopwatch.GetTimestamp() + Stopwatch.Frequency);
        Assert.InRange(Assert.Single(_record.TakeHandOuts()), 1000, 60_000);
        Assert.Empty(_record.TakeHandOuts());
        Assert.Null(_record.Fault);
    }

    [Fact]
    public void Delivery_IsOpenUntilItIsCarriedOut()
    {
        _record.IsReady("one");
        _record.IsReady("two");
        _record.HandedOut("one", "robot", Stopwatch.GetTimestamp());
        _record.CarriedOut();
        Assert.Equal((2, 1), (_record.Ready, _record.Open));
    }

    [Fact]
    public void DeliveryGivenOutTwice_IsAFault()
    {
        _record.IsReady("task");
        _record.HandedOut("task", "one", Stopwatch.GetTimestamp());
        _record.HandedOut("task", "two", Stopwatch.GetTimestamp());
        Assert.Equal("the task task was given out twice", _record.Fault);
        Assert.Single(_record.TakeHandOuts());
    }

    [Fact]
    public void DeliveryGivenOutBeforeItIsReady_IsAFault()
    {
        _record.HandedOut("task", "robot", Stopwatch.GetTimestamp());
        Assert.Equal("robot robot was given the task task, which was not ready", _record.Fault);
    }
}
