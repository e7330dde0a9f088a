using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>
/// A robot holds one task at a time; what it holds ends by release, or in the commit in which it goes OFFLINE. A hold that is not confirmed never ends by
/// silence: its delivery does not know yet that it has it. Stops: <see cref="RobotStopRules"/>.
/// </summary>
public static class RobotRules
{
    /// <summary>Below this charge a robot gets no new task (contracts: 20 %).</summary>
    public const double LowBattery = 0.2;

    /// <summary>Charge is journaled when it crosses one of this many steps; <see cref="LowBattery"/> is on one.</summary>
    public const int BatterySteps = 20;

    /// <summary>How long a hold waits for its delivery before that is asked.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a task that ended is remembered: longer than any call can be under way.</summary>
    public static readonly TimeSpan MarkLife = TimeSpan.FromMinutes(10);

    internal static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Robot not found");

    /// <summary>Another robot has the name.</summary>
    public static readonly Refusal NameTaken = new(RefusalCodes.Conflict, "A robot with this name exists");

    /// <summary>Whether it may still be registered under this id.</summary>
    public static Decision MayRegister(RobotState state) => state.Life switch
    {
        "" => Decision.Unchanged,
        RobotLife.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The robot could not be registered in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The robot is registered"),
    };

    /// <summary>Registers it; a stop of all is its own from the first moment.</summary>
    public static Decision Register(RobotState state, RegisterRobot command, DateTimeOffset now)
    {
        if (MayRegister(state).Refusal is { } refusal)
            return refusal;
        var registered = new RobotRegistered(command.Name, command.CredentialDigest, command.UniqueName, now);
        // The stop may change between its reading and this commit: the effect looks again.
        var looks = new Effect("fleet", RobotEffects.Fleet, new FleetChanged(state.Id));
        return command.Latch.Change == 0
            ? Decision.Accept(registered).With(looks)
            : Decision.Accept(registered, RobotStopRules.Followed(state, command.Latch, now)).With(looks);
    }

    /// <summary>Decides, once and for all, that what was not registered is never registered under this id.</summary>
    public static Decision Settle(RobotState state, DateTimeOffset now) =>
        state.Life.Length == 0 ? Decision.Accept(new RobotAbandoned(now)) : Decision.Unchanged;

    /// <summary>Takes it for a task.</summary>
    /// <param name="fleetStopped">Whether all are stopped, which the robot itself may not have heard yet.</param>
    public static Decision Hold(RobotState state, RobotAssignment assignment, bool fleetStopped, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        var key = HeldTask.KeyOf(assignment.Owner.Id, assignment.FencingToken);
        if (state.Task?.Key == key)
            return Decision.Unchanged;
        if (state.Ended.ContainsKey(key))
            return Decision.Refuse(RefusalCodes.Conflict, "The robot was released before it was taken");
        return Unready(state, fleetStopped) is { } refusal ? refusal : Decision.Accept(new RobotHeld(assignment, now + HoldTime, now));
    }

    /// <summary>The assignment is durable. A robot that fell silent meanwhile lets it go at once: now its delivery knows that it has it.</summary>
    public static Decision Confirm(RobotState state, string delivery, long token, DateTimeOffset now)
    {
        if (state.Task is not { Confirmed: false } task || task.Key != HeldTask.KeyOf(delivery, token))
            return Decision.Unchanged;
        var assigned = new RobotAssigned(delivery, token, now);
        return state.Online ? Decision.Accept(assigned) : Decision.Accept(assigned, Lost(task, now)).With(Loses(state, task));
    }

    /// <summary>The task is over, or was never decided.</summary>
    public static Decision Release(RobotState state, string delivery, long token, DateTimeOffset now)
    {
        var key = HeldTask.KeyOf(delivery, token);
        if (state.Task?.Key == key)
            return Decision.Accept(new RobotReleased(delivery, token, now));
        return !state.Exists || state.Ended.ContainsKey(key) ? Decision.Unchanged : Decision.Accept(new RobotReleaseMarked(delivery, token, now));
    }

    /// <summary>It is heard. Only what matters is journaled: coming back, another status or place, charge that crosses a twentieth.</summary>
    public static Decision Beat(RobotState state, RobotBeat beat, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        var decision = state.Online ? Decision.Unchanged : Decision.Accept(new RobotCameOnline(now));
        var reported = new RobotReported(beat.Status ?? state.Said, beat.Location ?? state.Location, beat.Battery ?? state.Battery, now);
        if (reported.Status != state.Said || reported.Location != state.Location || Step(reported.Battery) != Step(state.Battery))
            decision = Decision.Accept(decision.Events.Add(reported));
        if (RobotStopRules.Acknowledged(state, beat.StopAcknowledged, now) is { } acknowledged)
            decision = Decision.Accept(decision.Events.Add(acknowledged));
        return reported.Status == RobotStatus.Error && state.Said != RobotStatus.Error
            ? decision.With(RobotEffects.Tell("error", state.Id, "ROBOT_STATUS", "Robot error", $"{state.Name} reports an error", RobotStatus.Error))
            : decision;
    }

    /// <summary>It was not heard for too long: OFFLINE, and its task is another's.</summary>
    /// <param name="heardAt">When it was last heard.</param>
    public static Decision Silent(RobotState state, DateTimeOffset heardAt, DateTimeOffset now)
    {
        if (!state.Exists || !state.Online)
            return Decision.Unchanged;
        var offline = new RobotWentOffline(heardAt, now);
        var told = RobotEffects.Tell("offline", state.Id, "ROBOT_STATUS", "Robot offline", $"{state.Name} is not heard any more", RobotStatus.Offline);
        return state.Task is { Confirmed: true } task
            ? Decision.Accept(offline, Lost(task, now)).With(told, Loses(state, task))
            : Decision.Accept(offline).With(told);
    }

    /// <summary>The state after an event.</summary>
    public static RobotState Apply(RobotState state, IEntityEvent e) => e switch
    {
        RobotRegistered r => state with
        {
            Life = RobotLife.Registered,
            Name = r.Name,
            CredentialDigest = r.CredentialDigest,
            UniqueName = r.UniqueName,
            CreatedAt = r.At,
            UpdatedAt = r.At,
        },
        RobotAbandoned => state with { Life = RobotLife.Abandoned },
        RobotCameOnline c => state with { Online = true, HeardAt = c.At, UpdatedAt = c.At },
        RobotWentOffline w => state with { Online = false, HeardAt = w.HeardAt, UpdatedAt = w.At },
        RobotReported r => state with { Said = r.Status, Location = r.Location, Battery = r.Battery, HeardAt = r.At, UpdatedAt = r.At },
        RobotHeld h => state with { Task = new(h.Assignment, Confirmed: false, h.Until), UpdatedAt = h.At },
        RobotAssigned a => state with { Task = state.Task! with { Confirmed = true }, UpdatedAt = a.At },
        RobotReleased r => Ended(state, r.Delivery, r.FencingToken, r.At) with { Task = null, Said = Free(state.Said) },
        RobotReleaseMarked m => Ended(state, m.Delivery, m.FencingToken, m.At),
        RobotTaskLost l => Ended(state, l.Delivery, l.FencingToken, l.At) with { Task = null, Said = Free(state.Said) },
        _ => RobotStopRules.Apply(state, e),
    };

    private static Refusal? Unready(RobotState state, bool fleetStopped)
    {
        if (state.Stopped || fleetStopped)
            return new(RobotCodes.Stopped, "The robot is under emergency stop");
        if (state.Task is not null)
            return new(RobotCodes.Busy, "The robot has a task");
        if (!state.Online)
            return new(RobotCodes.Offline, "The robot is not heard");
        if (state.Said is RobotStatus.Error or RobotStatus.Maintenance)
            return new(RobotCodes.NotReady, $"The robot is in {state.Said}");
        if (state.Said != RobotStatus.Idle)
            return new(RobotCodes.Busy, "The robot is under way");
        return state.Battery < LowBattery ? new(RobotCodes.LowBattery, "The robot has to charge") : null;
    }

    private static RobotTaskLost Lost(HeldTask task, DateTimeOffset now) => new(task.Assignment.Owner.Id, task.Assignment.FencingToken, now);

    private static Effect Loses(RobotState state, HeldTask task) =>
        new("lost", RobotEffects.Lost, new RobotLost(task.Assignment.Owner, state.Id, task.Assignment.FencingToken));

    // What it said of a task is over with the task; a fault is not.
    private static string Free(string said) => said is RobotStatus.Busy or RobotStatus.Navigating ? RobotStatus.Idle : said;

    private static int Step(double battery) => (int)Math.Floor(battery * BatterySteps);

    private static RobotState Ended(RobotState state, string delivery, long token, DateTimeOffset at) => state with
    {
        Ended = state.Ended.RemoveRange(state.Ended.Where(e => e.Value < at - MarkLife).Select(e => e.Key)).SetItem(HeldTask.KeyOf(delivery, token), at),
        UpdatedAt = at,
    };
}
