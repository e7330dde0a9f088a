using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Robots;

/// <summary>
/// One robot, keyed by its UUID, behind its WebSocket and its HTTP heartbeat alike: what it holds, whether it is heard, whether it is stopped. It holds
/// one task at a time. When it is silent too long it is OFFLINE, and lets its task go in the same commit.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.robots.robot")]
public interface IRobotGrain : IHoldOwner
{
    /// <summary>Registers it. Refused with <see cref="RefusalCodes.Conflict"/> when another has its name.</summary>
    [Alias("register")]
    Task<Outcome<RobotView>> Register(CallContext context, RegisterRobot command);

    /// <summary>
    /// Takes it for a task, until the delivery confirms or releases it. Refused with <see cref="RobotCodes.Busy"/>, <see cref="RobotCodes.Offline"/>,
    /// <see cref="RobotCodes.Stopped"/>, <see cref="RobotCodes.LowBattery"/>, <see cref="RobotCodes.NotReady"/>. The same assignment again answers the
    /// first result. While it waits for its confirmation, its <see cref="OverdueHold.HoldId"/> is the fencing token (digits only).
    /// </summary>
    [Alias("hold")]
    Task<Outcome<bool>> Hold(CallContext context, RobotAssignment assignment);

    /// <summary>The assignment is durable: the robot is told. Unknown ones change nothing.</summary>
    [Alias("confirm")]
    Task Confirm(CallContext context, string deliveryId, long fencingToken);

    /// <summary>The task is over, or was never decided: the robot is free of this assignment, and of no later one. A release before its hold leaves a mark, so that the hold is refused.</summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, string deliveryId, long fencingToken);

    /// <summary>It is heard: what it says of itself is taken over, and it is answered what it has to do.</summary>
    [Alias("beat")]
    Task<Outcome<RobotOrders>> Beat(CallContext context, RobotBeat beat);

    /// <summary>
    /// Stops it: at once told to its session, ahead of anything else, and latched until <see cref="Reset"/>, also across restarts. It keeps its task.
    /// Again changes nothing.
    /// </summary>
    [Alias("stop")]
    Task<Outcome<RobotView>> Stop(CallContext context, StopRobot command);

    /// <summary>Lifts a stop. Refused with <see cref="RefusalCodes.Conflict"/> when it is not stopped by one of this scope.</summary>
    /// <param name="reason">1..500 characters.</param>
    [Alias("reset")]
    Task<Outcome<RobotView>> Reset(CallContext context, string scope, string reason);

    /// <summary>The committed robot with what was last heard of it, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<RobotView?> Get();
}
