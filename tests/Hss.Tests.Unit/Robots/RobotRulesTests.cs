using Hss.Grains.Entities;
using Hss.Grains.Notifications;
using Hss.Grains.Robots;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Robots;

public sealed class RobotRulesTests
{
    private const string Id = "r1";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Name = new("name", "luna_robot.1");
    private static readonly RobotBeat Nothing = new(null, null, null, null, null, null);
    private static readonly RobotAssignment First = Assignment("d1", 1);

    private static RobotState None => RobotKind.Instance.Initial(Id);

    private static RobotState Registered => Fold(None, RobotRules.Register(None, new("TurtleBot", "digest", Name, new(false, 0, null)), Now));

    private static RobotState Online => Fold(Registered, RobotRules.Beat(Registered, Nothing, Now));

    private static RobotState Held => Fold(Online, RobotRules.Hold(Online, First, fleetStopped: false, Now));

    private static RobotState Assigned => Fold(Held, RobotRules.Confirm(Held, "d1", 1, Now));

    private static RobotAssignment Assignment(string delivery, long token) => new(new("delivery", delivery), "TRANSFER", "A", "B", "NORMAL", token);

    private static RobotState Fold(RobotState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, RobotRules.Apply);
    }

    [Fact]
    public void Register_Twice_IsRefused()
    {
        var again = new RegisterRobot("Other", "digest", Name, new(false, 0, null));
        Assert.Equal(RefusalCodes.Conflict, RobotRules.Register(Registered, again, Now).Refusal!.Code);
        var abandoned = Fold(None, RobotRules.Settle(None, Now));
        Assert.Equal(RefusalCodes.Unavailable, RobotRules.Register(abandoned, again, Now).Refusal!.Code);
        Assert.Empty(RobotRules.Settle(Registered, Now).Events);
    }

    [Fact]
    public void Register_UnderAStopOfAll_IsStoppedFromTheFirstMoment()
    {
        var decision = RobotRules.Register(None, new("TurtleBot", "digest", Name, new(true, 3, "water")), Now);
        var state = Fold(None, decision);
        Assert.True(state.Stopped);
        Assert.Equal(1, state.StopNumber);
        Assert.Equal(new FleetChanged(Id), Assert.Single(decision.Effects, e => e.Target == RobotEffects.Fleet).Payload);
    }

    [Theory]
    [InlineData("stopped", RobotCodes.Stopped)]
    [InlineData("all stopped", RobotCodes.Stopped)]
    [InlineData("busy", RobotCodes.Busy)]
    [InlineData("offline", RobotCodes.Offline)]
    [InlineData("error", RobotCodes.NotReady)]
    [InlineData("maintenance", RobotCodes.NotReady)]
    [InlineData("driving", RobotCodes.Busy)]
    [InlineData("battery under 20 %", RobotCodes.LowBattery)]
    [InlineData("released before", RefusalCodes.Conflict)]
    [InlineData("unknown", RefusalCodes.NotFound)]
    [InlineData("battery at 20 %", null)]
    [InlineData("idle", null)]
    public void Hold_TakesOnlyARobotThatIsReady(string how, string? refused)
    {
        var state = how switch
        {
            "stopped" => Fold(Online, RobotStopRules.Stop(Online, null, Now)),
            "busy" => Fold(Online, RobotRules.Hold(Online, Assignment("d2", 1), fleetStopped: false, Now)),
            "offline" => Registered,
            "error" => Says(RobotStatus.Error),
            "maintenance" => Says(RobotStatus.Maintenance),
            "driving" => Says(RobotStatus.Navigating),
            "battery under 20 %" => Fold(Online, RobotRules.Beat(Online, Nothing with { Battery = 0.1999 }, Now)),
            "battery at 20 %" => Fold(Online, RobotRules.Beat(Online, Nothing with { Battery = 0.2 }, Now)),
            "released before" => Fold(Online, RobotRules.Release(Online, "d1", 1, Now)),
            "unknown" => None,
            _ => Online,
        };
        Assert.Equal(refused, RobotRules.Hold(state, First, how == "all stopped", Now).Refusal?.Code);
    }

    [Fact]
    public void EachStep_Again_ChangesNothing()
    {
        Assert.Empty(RobotRules.Hold(Held, First, fleetStopped: true, Now).Events);
        Assert.Empty(RobotRules.Confirm(Assigned, "d1", 1, Now).Events);
        var released = Fold(Assigned, RobotRules.Release(Assigned, "d1", 1, Now));
        Assert.Empty(RobotRules.Release(released, "d1", 1, Now).Events);
        Assert.Equal(RefusalCodes.Conflict, RobotRules.Hold(released, First, fleetStopped: false, Now).Refusal!.Code);
        var marked = Fold(Online, RobotRules.Release(Online, "d1", 1, Now));
        Assert.Empty(RobotRules.Release(marked, "d1", 1, Now).Events);
    }

    [Fact]
    public void ConfirmAndRelease_OfAnotherToken_LeaveTheTask()
    {
        Assert.Empty(RobotRules.Confirm(Held, "d1", 2, Now).Events);
        Assert.Empty(RobotRules.Confirm(Held, "d2", 1, Now).Events);
        Assert.NotNull(Fold(Assigned, RobotRules.Release(Assigned, "d1", 2, Now)).Task);
        Assert.NotNull(Fold(Assigned, RobotRules.Release(Assigned, "d2", 1, Now)).Task);
    }

    [Fact]
    public void AnUnconfirmedTask_IsNotToldToTheRobot()
    {
        Assert.Null(RobotViews.Orders(Held, RobotMemory.None).Task);
        Assert.Equal(First, RobotViews.Orders(Assigned, RobotMemory.None).Task);
    }

    [Fact]
    public void Silence_LosesTheTask_InTheSameCommit()
    {
        var decision = RobotRules.Silent(Assigned, Now, Now.AddSeconds(15));
        Assert.Equal(new RobotLost(First.Owner, Id, 1), Assert.Single(decision.Effects, e => e.Target == RobotEffects.Lost).Payload);
        Assert.Equal("ROBOT_STATUS", Assert.IsType<Notice>(Assert.Single(decision.Effects, e => e.Target == Notice.Target).Payload).Type);
        var state = Fold(Assigned, decision);
        Assert.Null(state.Task);
        Assert.Equal(RobotStatus.Offline, state.Status);
        Assert.Empty(RobotRules.Silent(state, Now, Now.AddSeconds(30)).Events);
    }

    [Fact]
    public void Silence_WhileAHoldIsUndecided_KeepsItUntilItsDeliveryKnows()
    {
        var silent = Fold(Held, RobotRules.Silent(Held, Now, Now.AddSeconds(15)));
        Assert.NotNull(silent.Task);
        var decision = RobotRules.Confirm(silent, "d1", 1, Now.AddSeconds(16));
        Assert.Contains(decision.Effects, e => e.Target == RobotEffects.Lost);
        Assert.Null(Fold(silent, decision).Task);
    }

    [Fact]
    public void Beat_IsJournaledOnlyWhenItMatters()
    {
        Assert.Empty(RobotRules.Beat(Online, Nothing, Now).Events);
        Assert.Empty(RobotRules.Beat(Online, Nothing with { Position = new(1, 2, 0), Sensors = "{}", Status = RobotStatus.Idle }, Now).Events);
        var said = Fold(Online, RobotRules.Beat(Online, Nothing with { Battery = 0.52, Location = "Desk" }, Now));
        Assert.Empty(RobotRules.Beat(said, Nothing with { Battery = 0.5001, Location = "Desk" }, Now).Events);
        Assert.Single(RobotRules.Beat(said, Nothing with { Battery = 0.4999 }, Now).Events);
        Assert.Equal(["RobotCameOnline", "RobotReported"], RobotRules.Beat(Registered, Nothing with { Location = "Desk" }, Now).Events.Select(e => e.GetType().Name));
    }

    [Fact]
    public void Status_PutsSilenceBeforeTheStop_AndThatBeforeWhatItSays()
    {
        var driving = Fold(Assigned, RobotRules.Beat(Assigned, Nothing with { Status = RobotStatus.Navigating }, Now));
        Assert.Equal(RobotStatus.Busy, Assigned.Status);
        Assert.Equal(RobotStatus.Navigating, driving.Status);
        var stopped = Fold(driving, RobotStopRules.Stop(driving, null, Now));
        Assert.Equal(RobotStatus.Error, stopped.Status);
        Assert.NotNull(stopped.Task);
        Assert.Equal(RobotStatus.Offline, Fold(stopped, RobotRules.Silent(stopped, Now, Now)).Status);
        Assert.Equal(RobotStatus.Idle, Fold(driving, RobotRules.Release(driving, "d1", 1, Now)).Status);
    }

    [Fact]
    public void AnEmergencyStop_IsLatchedUntilItsOwnReset()
    {
        var one = Fold(Online, RobotStopRules.Stop(Online, "smoke", Now));
        Assert.Empty(RobotStopRules.Stop(one, "again", Now).Events);
        var both = Fold(one, RobotStopRules.Follow(one, new(true, 1, "fire"), Now));
        var allReset = Fold(both, RobotStopRules.Follow(both, new(false, 2, "checked"), Now));
        Assert.True(allReset.Stopped);
        Assert.False(Fold(allReset, RobotStopRules.Reset(allReset, "checked", Now)).Stopped);
        var oneReset = Fold(both, RobotStopRules.Reset(both, "checked", Now));
        Assert.True(oneReset.Stopped);
        Assert.Equal(RefusalCodes.Conflict, RobotStopRules.Reset(oneReset, "checked", Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.Conflict, RobotStopRules.Reset(Online, "checked", Now).Refusal!.Code);
    }

    [Fact]
    public void AStopOfAll_IsFollowedInItsOrder_HoweverLateItIsHeardOf()
    {
        var reset = Fold(Online, RobotStopRules.Follow(Online, new(false, 2, "checked"), Now));
        Assert.Empty(RobotStopRules.Follow(reset, new(true, 1, "late"), Now).Events);
        Assert.True(Fold(reset, RobotStopRules.Follow(reset, new(true, 3, null), Now)).Stopped);
    }

    [Fact]
    public void AnAcknowledgement_CountsForTheNewestStopOnly()
    {
        var first = Fold(Online, RobotStopRules.Stop(Online, null, Now));
        var again = Fold(first, RobotStopRules.Reset(first, "checked", Now));
        var second = Fold(again, RobotStopRules.Stop(again, null, Now));
        Assert.Empty(RobotRules.Beat(second, Nothing with { StopAcknowledged = 1 }, Now).Events);
        var acknowledged = Fold(second, RobotRules.Beat(second, Nothing with { StopAcknowledged = 2 }, Now));
        Assert.True(RobotViews.Of(acknowledged, RobotMemory.None).StopAcknowledged);
        Assert.Empty(RobotRules.Beat(acknowledged, Nothing with { StopAcknowledged = 2 }, Now).Events);
    }

    [Fact]
    public void TheState_IsTheFoldOfItsEvents_AndARobotNeverHasTwoTasks() => FoldProperty.Holds(
        RobotKind.Instance,
        Id,
        [
            (s, now) => RobotRules.Register(s, new("TurtleBot", "digest", Name, new(true, 1, null)), now),
            (s, now) => RobotRules.Settle(s, now),
            (s, now) => RobotRules.Beat(s, Nothing with { Status = RobotStatus.Idle, Battery = 0.9 }, now),
            (s, now) => RobotRules.Beat(s, new(RobotStatus.Navigating, "Desk", 0.3, new(1, 2, 0), "{}", s.StopNumber), now),
            (s, now) => RobotRules.Hold(s, First, fleetStopped: false, now),
            (s, now) => RobotRules.Hold(s, Assignment("d2", 7), fleetStopped: false, now),
            (s, now) => RobotRules.Confirm(s, "d1", 1, now),
            (s, now) => RobotRules.Confirm(s, "d2", 7, now),
            (s, now) => RobotRules.Release(s, "d1", 1, now),
            (s, now) => RobotRules.Release(s, "d2", 7, now),
            (s, now) => RobotRules.Silent(s, now, now),
            (s, now) => RobotStopRules.Stop(s, "smoke", now),
            (s, now) => RobotStopRules.Reset(s, "checked", now),
            (s, now) => RobotStopRules.Follow(s, new(s.FleetStop is null, s.FleetChange + 1, null), now),
        ],
        // Holds less what ended: one at most; and one that is not heard has no confirmed task.
        (s, events) => events.OfType<RobotHeld>().Count() - events.OfType<RobotReleased>().Count() - events.OfType<RobotTaskLost>().Count() == (s.Task is null ? 0 : 1)
            && (s.Online || s.Task is not { Confirmed: true }));

    private static RobotState Says(string status) => Fold(Online, RobotRules.Beat(Online, Nothing with { Status = status }, Now));
}
