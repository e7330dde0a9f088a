using Hss.Grains.Robots;
using Hss.Grains.Robots.Fleet;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Robots;

public sealed class RobotFleetRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AStopOfAll_IsLatchedUntilItIsReset_AndRobotsFollowEachChange()
    {
        var stop = RobotFleetRules.Stop(new(), "fire", Now);
        Assert.Equal(new FleetChanged(null), Assert.Single(stop.Effects, e => e.Target == RobotEffects.Fleet).Payload);
        var stopped = stop.Events.Aggregate(new RobotFleetState(), RobotFleetRules.Apply);
        Assert.Equal(new(true, 1, "fire", Now), stopped);
        Assert.Empty(RobotFleetRules.Stop(stopped, "again", Now).Events);

        var reset = RobotFleetRules.Reset(stopped, "checked", Now);
        Assert.Equal(RobotEffects.Fleet, Assert.Single(reset.Effects).Target);
        var running = reset.Events.Aggregate(stopped, RobotFleetRules.Apply);
        Assert.Equal(new(false, 2, "checked", Now), running);
        Assert.Equal(RefusalCodes.Conflict, RobotFleetRules.Reset(running, "again", Now).Refusal!.Code);
    }

    [Fact]
    public void TheState_IsTheFoldOfItsEvents() => FoldProperty.Holds(
        RobotFleetKind.Instance,
        "fleet",
        [(s, now) => RobotFleetRules.Stop(s, "fire", now), (s, now) => RobotFleetRules.Reset(s, "checked", now)],
        (s, events) => s.Change == events.Count && s.Stopped == (events.Count % 2 == 1));
}
