using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Robots.Dispatch;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;

namespace Hss.Tests.Unit.Robots;

public sealed class DispatchRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<WaypointFacts> Plan =
    [
        new("Main desk", "DESK", new(0, 0, 0), null, true),
        new("Stacks", "STACKS", new(10, 0, 0), null, true),
        new("Gate", "GATE", new(0, 30, 40), null, true),
    ];

    private static WaitingTask Task(string id, string priority = Priorities.Normal, int minutes = 0, bool returned = false, string source = "DESK") =>
        new(id, priority, returned, Now.AddMinutes(minutes), source);

    private static DispatchRobot Robot(string id, string? location = null, double battery = 1, string status = RobotStatus.Idle) =>
        new(id, status, HasTask: false, Stopped: false, location, battery);

    [Fact]
    public void Tasks_GoByPriority_ThenThoseThatCameBack_ThenAge() => Assert.Equal(
        ["urgent", "high", "back", "oldest", "older", "newer", "low"],
        DispatchRules.InOrder(
        [
            Task("newer", minutes: 3), Task("low", "LOW", minutes: -9), Task("older", minutes: 2), Task("urgent", "URGENT", minutes: 8), Task("back", minutes: 9, returned: true),
            Task("oldest", minutes: 1), Task("high", "HIGH", minutes: 7),
        ]).Select(t => t.Id));

    [Theory]
    [InlineData("STACKS", 0.9, "GATE", 1.0, "a")]
    [InlineData("gate", 1.0, "main  DESK", 0.3, "b")]
    [InlineData("nowhere", 1.0, "GATE", 0.3, "b")]
    [InlineData(null, 1.0, "GATE", 0.3, "b")]
    [InlineData("STACKS", 0.5, "STACKS", 0.6, "b")]
    [InlineData("nowhere", 0.6, null, 0.5, "a")]
    [InlineData(null, 0.5, null, 0.5, "a")]
    public void TheNearestRobotIsBest_ThenTheFullest_AndUnknownPlacesAreFarthest(string? a, double chargeA, string? b, double chargeB, string best) =>
        Assert.Equal(new("t", best), Assert.Single(DispatchRules.Plan([Task("t")], [Robot("a", a, chargeA), Robot("b", b, chargeB)], Plan, fleetStopped: false)));

    [Fact]
    public void APlaceOnNoPlan_IsNearToItself() => Assert.Equal(
        new("t", "b"), Assert.Single(DispatchRules.Plan([Task("t", source: "Cellar")], [Robot("a", "DESK"), Robot("b", "cellar", 0.3)], Plan, fleetStopped: false)));

    [Theory]
    [InlineData(RobotStatus.Idle, false, false, 0.2, true)]
    [InlineData(RobotStatus.Idle, false, false, 0.19, false)]
    [InlineData(RobotStatus.Idle, true, false, 1, false)]
    [InlineData(RobotStatus.Idle, false, true, 1, false)]
    [InlineData(RobotStatus.Busy, false, false, 1, false)]
    [InlineData(RobotStatus.Navigating, false, false, 1, false)]
    [InlineData(RobotStatus.Error, false, false, 1, false)]
    [InlineData(RobotStatus.Maintenance, false, false, 1, false)]
    [InlineData(RobotStatus.Offline, false, false, 1, false)]
    public void OnlyAnIdleRobot_GetsATask(string status, bool hasTask, bool stopped, double battery, bool ready) =>
        Assert.Equal(ready ? 1 : 0, DispatchRules.Plan([Task("t")], [new("a", status, hasTask, stopped, null, battery)], Plan, fleetStopped: false).Length);

    [Fact]
    public void WhileAllAreStopped_NothingIsAssigned() => Assert.Empty(DispatchRules.Plan([Task("t")], [Robot("a")], Plan, fleetStopped: true));

    [Fact]
    public void APlan_GivesEachRobotOneTaskAtMost_AndLeavesNoneFreeWhileTasksWait()
    {
        var places = Gen.Elements("DESK", "STACKS", "Gate", "Cellar", null);
        var robots = (from status in Gen.Elements(RobotStatus.Idle, RobotStatus.Idle, RobotStatus.Busy, RobotStatus.Offline)
                      from place in places
                      from battery in Gen.Choose(0, 100)
                      from stopped in Gen.Elements(true, false, false)
                      select new DispatchRobot("", status, status == RobotStatus.Busy, stopped, place, battery / 100.0)).ListOf();
        var tasks = (from priority in Gen.Elements(Priorities.All.ToArray())
                     from minutes in Gen.Choose(0, 9)
                     from returned in Gen.Elements(true, false)
                     from place in places
                     select Task("", priority, minutes, returned, place ?? "?")).ListOf();
        Prop.ForAll(robots.Zip(tasks).ToArbitrary(), both =>
        {
            var fleet = both.Item1.Select((r, i) => r with { Id = $"r{i}" }).ToList();
            var queue = both.Item2.Select((t, i) => t with { Id = $"t{i}" }).ToList();
            var plan = DispatchRules.Plan(queue, fleet, Plan, fleetStopped: false);
            var ready = fleet.Where(DispatchRules.IsReady).Select(r => r.Id).ToHashSet();
            return plan.Select(a => a.RobotId).Distinct().Count() == plan.Length
                && plan.All(a => ready.Contains(a.RobotId))
                && plan.Length == Math.Min(ready.Count, queue.Count)
                && plan.Select(a => a.TaskId).SequenceEqual(DispatchRules.InOrder(queue).Take(plan.Length).Select(t => t.Id));
        }).QuickCheckThrowOnFailure();
    }
}
