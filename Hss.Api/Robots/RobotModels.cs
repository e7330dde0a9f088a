using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;

namespace Hss.Api.Robots;

/// <summary>A robot to register.</summary>
public sealed record RegisterRobotBody
{
    /// <summary>1..100 characters; unique.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? RobotName { get; init; }
}

/// <summary>A registered robot with its credential, which is shown this once.</summary>
/// <param name="Credential">What the robot signs in with; the server keeps only a digest of it.</param>
public sealed record RegisteredRobot([property: SchemaFormat("uuid")] string Id, string RobotName, string Credential);

/// <summary>What a robot signs in with.</summary>
public sealed record RobotSignInBody
{
    /// <summary>As it was shown at registration.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? Credential { get; init; }
}

/// <summary>A robot's token.</summary>
/// <param name="ExpiresIn">Seconds from now; the robot signs in again before that.</param>
public sealed record RobotToken(string AccessToken, int ExpiresIn);

/// <summary>A robot as librarians see it.</summary>
/// <param name="Status">IDLE, BUSY, NAVIGATING, ERROR, MAINTENANCE or OFFLINE; ERROR while it is under emergency stop.</param>
/// <param name="CurrentLocation">A waypoint's name or code, or what else the robot says; null before it says anything.</param>
/// <param name="BatteryLevel">0..1.</param>
/// <param name="LastHeartbeat">When it was last heard, or null.</param>
/// <param name="Position">The last position that it reported, or null.</param>
/// <param name="PositionAgeSeconds">How old that is, or null.</param>
/// <param name="SensorData">What else it last reported, or null.</param>
/// <param name="EmergencyStop">Whether it must stand still.</param>
/// <param name="EmergencyStopAcknowledged">Whether it has said that it does.</param>
/// <param name="EmergencyStopReason">Why it is stopped, or null.</param>
/// <param name="Connected">Whether its WebSocket is open.</param>
public sealed record Robot(
    [property: SchemaFormat("uuid")] string Id,
    string RobotName,
    string Status,
    string? CurrentLocation,
    double BatteryLevel,
    CurrentTask? CurrentTask,
    DateTimeOffset? LastHeartbeat,
    RobotPosition? Position,
    double? PositionAgeSeconds,
    JsonObject? SensorData,
    bool EmergencyStop,
    bool EmergencyStopAcknowledged,
    string? EmergencyStopReason,
    bool Connected,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Robot Of(RobotView view, DateTimeOffset now) => new(
        view.Id,
        view.Name,
        view.Status,
        view.Location,
        view.Battery,
        view.Task is { } task ? new(task.Owner.Id, task.TaskType, task.Destination) : null,
        view.LastHeartbeat,
        RobotPosition.Of(view.Position),
        view.PositionAt is { } at ? Math.Max(0, (now - at).TotalSeconds) : null,
        view.Sensors is { } sensors ? JsonNode.Parse(sensors)!.AsObject() : null,
        view.EmergencyStop,
        view.StopAcknowledged,
        view.EmergencyStop ? view.StopReason : null,
        view.Connected,
        view.CreatedAt,
        view.UpdatedAt);
}

/// <summary>What a robot is doing.</summary>
public sealed record CurrentTask([property: SchemaFormat("uuid")] string TaskId, string TaskType, string Destination);

/// <summary>A place in metres.</summary>
public sealed record RobotPosition(double X, double Y, double Z)
{
    /// <summary>As callers see it.</summary>
    public static RobotPosition? Of(Position? position) => position is null ? null : new(position.X, position.Y, position.Z);
}

/// <summary>A task that a robot carries out.</summary>
/// <param name="Status">ASSIGNED or IN_PROGRESS.</param>
/// <param name="Progress">0..1 as the robot said last, or null.</param>
public sealed record RobotTask(
    [property: SchemaFormat("uuid")] string TaskId,
    string TaskType,
    string Status,
    string Priority,
    string SourceLocation,
    string DestinationLocation,
    [property: SchemaFormat("uuid")] string RobotId,
    string RobotName,
    double? Progress,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt)
{
    /// <summary>As callers see it.</summary>
    public static RobotTask Of(RobotView robot, DeliveryView delivery) => new(
        delivery.Id,
        delivery.TaskType,
        delivery.Task!.Status,
        delivery.Priority,
        delivery.Source,
        delivery.Destination,
        robot.Id,
        robot.Name,
        delivery.Task.Progress,
        delivery.Task.CreatedAt,
        delivery.Task.StartedAt);
}

/// <summary>Why all robots, or one, are stopped.</summary>
public sealed record EmergencyStopBody
{
    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>Why a stop is lifted.</summary>
public sealed record ResetStopBody
{
    /// <summary>1..500 characters.</summary>
    [Required, StringLength(500, MinimumLength = 1)]
    public string? Reason { get; init; }
}

/// <summary>Where the emergency stop of robots stands. It is a service stop, not a safety circuit.</summary>
public sealed record EmergencyStopAnswer(ImmutableArray<StoppedRobot> Robots);

/// <summary>Where the emergency stop of one robot stands.</summary>
/// <param name="EmergencyStop">Whether it must stand still.</param>
/// <param name="Acknowledged">Whether it has said that it does.</param>
/// <param name="Connected">Whether its WebSocket is open: it was told at once. A robot on HTTP hears of it with its next heartbeat.</param>
public sealed record StoppedRobot([property: SchemaFormat("uuid")] string RobotId, string RobotName, string Status, bool EmergencyStop, bool Acknowledged, bool Connected)
{
    /// <summary>As callers see it.</summary>
    public static StoppedRobot Of(RobotView view) => new(view.Id, view.Name, view.Status, view.EmergencyStop, view.StopAcknowledged, view.Connected);
}
