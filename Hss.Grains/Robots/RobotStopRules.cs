using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>
/// Emergency stops of a robot: one of it alone and one of all, each latched until its own reset. Both share one count, so that an acknowledgement names
/// the stop that it is of. A service stop, not a safety circuit.
/// </summary>
public static class RobotStopRules
{
    /// <summary>Stops it alone; it keeps its task.</summary>
    public static Decision Stop(RobotState state, string? reason, DateTimeOffset now)
    {
        if (!state.Exists)
            return RobotRules.NotFound;
        return state.OwnStop is not null
            ? Decision.Unchanged
            : Decision.Accept(new RobotStopped(reason, state.StopNumber + 1, now))
                .With(RobotEffects.Tell("stopped", state.Id, "SYSTEM_ALERT", "Emergency stop", $"{state.Name} is under emergency stop", RobotStatus.Error));
    }

    /// <summary>Lifts the stop of it alone.</summary>
    public static Decision Reset(RobotState state, string reason, DateTimeOffset now)
    {
        if (!state.Exists)
            return RobotRules.NotFound;
        return state.OwnStop is null
            ? Decision.Refuse(RefusalCodes.Conflict, state.FleetStop is null ? "The robot is not stopped" : "All robots are stopped; the stop of all has its own reset")
            : Decision.Accept(new RobotStopReset(reason, now));
    }

    /// <summary>Takes over where the stop of all stands, unless it knows something newer.</summary>
    public static Decision Follow(RobotState state, FleetLatch latch, DateTimeOffset now)
    {
        if (!state.Exists)
            return RobotRules.NotFound;
        return latch.Change <= state.FleetChange ? Decision.Unchanged : Decision.Accept(Followed(state, latch, now));
    }

    /// <summary>The state after an event of a stop.</summary>
    public static RobotState Apply(RobotState state, IEntityEvent e) => e switch
    {
        RobotStopped s => state with { OwnStop = new(s.Reason, s.At), StopNumber = s.Number, UpdatedAt = s.At },
        RobotStopReset r => state with { OwnStop = null, UpdatedAt = r.At },
        RobotFollowedFleet f => state with
        {
            FleetStop = f.Stopped ? new(f.Reason, f.At) : null,
            FleetChange = f.Change,
            StopNumber = f.Number,
            UpdatedAt = f.At,
        },
        RobotStopAcknowledged a => state with { AcknowledgedStop = a.Number, HeardAt = a.At, UpdatedAt = a.At },
        _ => throw new InvalidOperationException($"A robot has no event {e.GetType().Name}"),
    };

    internal static RobotFollowedFleet Followed(RobotState state, FleetLatch latch, DateTimeOffset now) =>
        new(latch.Stopped, latch.Change, latch.Reason, state.StopNumber + (latch.Stopped && state.FleetStop is null ? 1 : 0), now);

    /// <summary>An acknowledgement counts for the newest stop only.</summary>
    internal static RobotStopAcknowledged? Acknowledged(RobotState state, long? number, DateTimeOffset now) =>
        state.Stopped && number == state.StopNumber && state.AcknowledgedStop != number ? new(state.StopNumber, now) : null;
}
