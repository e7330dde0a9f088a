using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Robots;

/// <summary>Refusals of robots beside the common ones.</summary>
public static class RobotCodes
{
    /// <summary>It has a task.</summary>
    public const string Busy = "robot_busy";

    /// <summary>It is not heard.</summary>
    public const string Offline = "robot_offline";

    /// <summary>It is under emergency stop.</summary>
    public const string Stopped = "robot_stopped";

    /// <summary>Its battery is under 20 %.</summary>
    public const string LowBattery = "robot_low_battery";

    /// <summary>It is in ERROR or MAINTENANCE.</summary>
    public const string NotReady = "robot_not_ready";
}

/// <summary>The statuses of robots, as the contract spells them.</summary>
public static class RobotStatus
{
    /// <summary>Free.</summary>
    public const string Idle = "IDLE";

    /// <summary>Has a task.</summary>
    public const string Busy = "BUSY";

    /// <summary>Drives.</summary>
    public const string Navigating = "NAVIGATING";

    /// <summary>Has a fault, or is under emergency stop.</summary>
    public const string Error = "ERROR";

    /// <summary>Is being looked after.</summary>
    public const string Maintenance = "MAINTENANCE";

    /// <summary>Was not heard for 15 s.</summary>
    public const string Offline = "OFFLINE";
}

/// <summary>A robot to register.</summary>
/// <param name="Name">1..100 characters, unique.</param>
/// <param name="CredentialDigest">SHA-256 (lower-case hex) of its credential, which has enough randomness of its own.</param>
/// <param name="UniqueName">What keeps its name unique.</param>
/// <param name="Latch">Where the stop of all stands: it follows from the first moment.</param>
[GenerateSerializer, Alias("hss.robots.register"), Immutable]
public sealed record RegisterRobot(
    [property: Id(0)] string Name, [property: Id(1)] string CredentialDigest, [property: Id(2)] EntityKey UniqueName, [property: Id(3)] FleetLatch Latch);

/// <summary>A task for a robot.</summary>
/// <param name="Owner">The delivery: an <see cref="IHoldOwner"/>.</param>
/// <param name="FencingToken">Grows with each assignment of the task.</param>
[GenerateSerializer, Alias("hss.robots.assignment"), Immutable]
public sealed record RobotAssignment(
    [property: Id(0)] EntityKey Owner,
    [property: Id(1)] string TaskType,
    [property: Id(2)] string Source,
    [property: Id(3)] string Destination,
    [property: Id(4)] string Priority,
    [property: Id(5)] long FencingToken);

/// <summary>A place in the building, in metres.</summary>
[GenerateSerializer, Alias("hss.robots.position"), Immutable]
public sealed record Position([property: Id(0)] double X, [property: Id(1)] double Y, [property: Id(2)] double Z);

/// <summary>What a robot says of itself; null leaves what was known.</summary>
/// <param name="Status">One of <see cref="RobotStatus"/> but OFFLINE.</param>
/// <param name="Location">The code or name of a waypoint, or any text up to 120 characters.</param>
/// <param name="Battery">0..1.</param>
/// <param name="Sensors">JSON text, at most 4 kB.</param>
/// <param name="StopAcknowledged">The number of the emergency stop under which it stands still, or null.</param>
[GenerateSerializer, Alias("hss.robots.beat"), Immutable]
public sealed record RobotBeat(
    [property: Id(0)] string? Status,
    [property: Id(1)] string? Location,
    [property: Id(2)] double? Battery,
    [property: Id(3)] Position? Position,
    [property: Id(4)] string? Sensors,
    [property: Id(5)] long? StopAcknowledged);

/// <summary>What a robot has to do.</summary>
/// <param name="Task">Its confirmed task, or null.</param>
/// <param name="EmergencyStop">Whether it must stand still.</param>
[GenerateSerializer, Alias("hss.robots.orders"), Immutable]
public sealed record RobotOrders([property: Id(0)] RobotView Robot, [property: Id(1)] RobotAssignment? Task, [property: Id(2)] bool EmergencyStop);

/// <summary>What a session last told its robot.</summary>
/// <param name="StopNumber">The emergency stop that it is under, or null.</param>
/// <param name="TaskId">The delivery that it carries out, or null.</param>
/// <param name="FencingToken">That task's token; 0 without one.</param>
[GenerateSerializer, Alias("hss.robots.known"), Immutable]
public sealed record RobotKnown([property: Id(0)] long? StopNumber, [property: Id(1)] string? TaskId, [property: Id(2)] long FencingToken)
{
    /// <summary>What a robot knows by its orders.</summary>
    public static RobotKnown Of(RobotOrders orders) =>
        new(orders.EmergencyStop ? orders.Robot.StopNumber : null, orders.Task?.Owner.Id, orders.Task?.FencingToken ?? 0);
}

/// <summary>What a session has to tell its robot.</summary>
/// <param name="Orders">What the robot has to do now; null when it is not registered.</param>
/// <param name="Replaced">Another connection has taken its place.</param>
[GenerateSerializer, Alias("hss.robots.signal"), Immutable]
public sealed record RobotSignal([property: Id(0)] RobotOrders? Orders, [property: Id(1)] bool Replaced);

/// <summary>A robot as callers see it.</summary>
/// <param name="Status">One of <see cref="RobotStatus"/>.</param>
/// <param name="Task">Its task, or null.</param>
/// <param name="LastHeartbeat">When it was last heard; null before the first time since the server knows it.</param>
/// <param name="EmergencyStop">Whether it is stopped.</param>
/// <param name="StopAcknowledged">Whether it has said so.</param>
/// <param name="StopNumber">Counts its emergency stops: an acknowledgement names the one that it is of. 0 before the first.</param>
/// <param name="StopReason">Why it is stopped, or null.</param>
/// <param name="Connected">Whether its WebSocket is open.</param>
[GenerateSerializer, Alias("hss.robots.robot-view"), Immutable]
public sealed record RobotView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Status,
    [property: Id(3)] string? Location,
    [property: Id(4)] double Battery,
    [property: Id(5)] Position? Position,
    [property: Id(6)] DateTimeOffset? PositionAt,
    [property: Id(7)] string? Sensors,
    [property: Id(8)] RobotAssignment? Task,
    [property: Id(9)] DateTimeOffset? LastHeartbeat,
    [property: Id(10)] bool EmergencyStop,
    [property: Id(11)] bool StopAcknowledged,
    [property: Id(12)] DateTimeOffset CreatedAt,
    [property: Id(13)] DateTimeOffset UpdatedAt,
    [property: Id(14)] long Version,
    [property: Id(15)] long StopNumber = 0,
    [property: Id(16)] string? StopReason = null,
    [property: Id(17)] bool Connected = false);

/// <summary>Where a robot is, for watchers: over the memory stream <c>robots</c> / <c>telemetry</c>, never journaled.</summary>
[GenerateSerializer, Alias("hss.robots.telemetry"), Immutable]
public sealed record RobotTelemetry(
    [property: Id(0)] string RobotId,
    [property: Id(1)] string Name,
    [property: Id(2)] string Status,
    [property: Id(3)] Position? Position,
    [property: Id(4)] double Battery,
    [property: Id(5)] DateTimeOffset At);
