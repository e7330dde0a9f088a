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

    /// <summary>Whether a credential is its own. Never true for a robot that is not registered.</summary>
    /// <param name="credentialDigest">SHA-256 (lower-case hex) of what was sent.</param>
    [Alias("knows"), AlwaysInterleave]
    Task<bool> Knows(string credentialDigest);

    /// <summary>
    /// Takes it for a task, until the delivery confirms or releases it; when neither comes in time, the delivery is asked to settle the hold, whose id is
    /// the fencing token (digits only). Refused with <see cref="RobotCodes.Busy"/>, <see cref="RobotCodes.Offline"/>, <see cref="RobotCodes.Stopped"/>,
    /// <see cref="RobotCodes.LowBattery"/>, <see cref="RobotCodes.NotReady"/>. The same assignment again answers the first result.
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
    /// Stops it alone: at once told to its session, ahead of anything else, and latched until <see cref="Reset"/>, also across restarts. It keeps its
    /// task. Again changes nothing.
    /// </summary>
    /// <param name="reason">At most 500 characters, or null.</param>
    [Alias("stop")]
    Task<Outcome<RobotView>> Stop(CallContext context, string? reason);

    /// <summary>Lifts the stop of it alone; a stop of all stays. Refused with <see cref="RefusalCodes.Conflict"/> when it is under none of its own.</summary>
    /// <param name="reason">1..500 characters.</param>
    [Alias("reset")]
    Task<Outcome<RobotView>> Reset(CallContext context, string reason);

    /// <summary>Takes over where the stop of all stands. An older standing than it knows changes nothing, so that the order of calls does not matter.</summary>
    [Alias("follow")]
    Task<Outcome<RobotView>> Follow(CallContext context, FleetLatch latch);

    /// <summary>The robot as soon as it has acknowledged its stop, or is under none, or the time is over.</summary>
    /// <param name="patience">At most 10 s.</param>
    [Alias("acknowledged"), AlwaysInterleave]
    Task<RobotView?> Acknowledged(TimeSpan patience);

    /// <summary>
    /// What its session has to tell it, as soon as that differs from what it was told last; after some seconds also when nothing does. A new session
    /// takes the place of an older one, which is then answered <see cref="RobotSignal.Replaced"/>.
    /// </summary>
    /// <param name="session">Any text, unique to the connection.</param>
    /// <param name="known">What it was told last; null at the first call, with which a session begins.</param>
    [Alias("signal"), AlwaysInterleave]
    Task<RobotSignal> Signal(string session, RobotKnown? known);

    /// <summary>The connection has ended. A session that was replaced before changes nothing.</summary>
    [Alias("leave"), AlwaysInterleave]
    Task Leave(string session);

    /// <summary>The committed robot with what was last heard of it, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<RobotView?> Get();
}
