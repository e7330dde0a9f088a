using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;

namespace Hss.Api.Robots.Sessions;

/// <summary>What a robot says of itself; what is absent stays as it was.</summary>
public sealed record HeartbeatBody
{
    private const int MaxSensorText = 4096;

    /// <summary>What it does.</summary>
    [AllowedValues(RobotStatus.Idle, RobotStatus.Busy, RobotStatus.Navigating, RobotStatus.Error, RobotStatus.Maintenance)]
    public string? Status { get; init; }

    /// <summary>The name or code of a waypoint, or any text; 1..120 characters.</summary>
    [StringLength(120, MinimumLength = 1)]
    public string? CurrentLocation { get; init; }

    /// <summary>0..1.</summary>
    [Range(0.0, 1.0)]
    public double? BatteryLevel { get; init; }

    /// <summary>Where it is.</summary>
    public PositionBody? Position { get; init; }

    /// <summary>Whatever else it measures; at most 4 kB.</summary>
    public Dictionary<string, JsonElement>? SensorData { get; init; }

    /// <summary>The <c>emergency_stop_number</c> of the stop under which it stands still.</summary>
    [Range(1L, long.MaxValue)]
    public long? EmergencyStopAcknowledged { get; init; }

    /// <summary>How far its task is.</summary>
    public HeartbeatTask? Task { get; init; }

    /// <summary>What the robot's grain hears.</summary>
    /// <exception cref="ApiException">The sensor data are too long.</exception>
    internal RobotBeat Beat()
    {
        var sensors = SensorData is null ? null : JsonSerializer.Serialize(SensorData);
        return sensors?.Length > MaxSensorText
            ? throw new ApiException(ApiError.Invalid(
                "The request has invalid fields", new FieldFault(FieldFaultKind.TooLong, ["sensor_data"], $"must have at most {MaxSensorText} characters", null)))
            : new(Status, CurrentLocation?.Trim(), BatteryLevel, Position?.Value, sensors, EmergencyStopAcknowledged);
    }
}

/// <summary>Where a robot is, in metres from the origin of the building's plan.</summary>
public sealed record PositionBody
{
    /// <summary>East.</summary>
    [Required, Range(-100000.0, 100000.0)]
    public double? X { get; init; }

    /// <summary>North.</summary>
    [Required, Range(-100000.0, 100000.0)]
    public double? Y { get; init; }

    /// <summary>Up; 0 when absent.</summary>
    [Range(-100000.0, 100000.0)]
    public double? Z { get; init; }

    internal Position Value => new(X!.Value, Y!.Value, Z ?? 0);
}

/// <summary>How far a task is.</summary>
public record TaskProgressBody
{
    internal const string Arrived = "ARRIVED";

    /// <summary>The token that the task came with: the report of an older one is refused.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? FencingToken { get; init; }

    /// <summary>How far it is.</summary>
    [Required, AllowedValues(DeliveryTaskStatus.InProgress, Arrived, DeliveryTaskStatus.Completed, DeliveryTaskStatus.Failed)]
    public string? State { get; init; }

    /// <summary>0..1.</summary>
    [Range(0.0, 1.0)]
    public double? Progress { get; init; }

    /// <summary>Why it failed; up to 500 characters.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }

    internal TaskReport Report(string robot) => new(robot, FencingToken!.Value, State!, Progress, Reason);
}

/// <summary>How far the task of a heartbeat is.</summary>
public sealed record HeartbeatTask : TaskProgressBody
{
    /// <summary>Which task.</summary>
    [Required]
    public Guid? TaskId { get; init; }
}

/// <summary>What a robot has to do.</summary>
/// <param name="Task">Its task, or null: it has none, and drops one that it thinks it has.</param>
/// <param name="EmergencyStop">Whether it must stand still, with its task.</param>
/// <param name="EmergencyStopNumber">What it acknowledges the stop with; null without one.</param>
public sealed record HeartbeatAnswer(Robot Robot, AssignedTask? Task, bool EmergencyStop, long? EmergencyStopNumber)
{
    /// <summary>As robots see it.</summary>
    public static HeartbeatAnswer Of(RobotOrders orders, DateTimeOffset now) => new(
        Robot.Of(orders.Robot, now), AssignedTask.Of(orders.Task), orders.EmergencyStop, orders.EmergencyStop ? orders.Robot.StopNumber : null);
}

/// <summary>A task that a robot has to carry out.</summary>
/// <param name="FencingToken">Goes with every report of it.</param>
public sealed record AssignedTask(
    [property: SchemaFormat("uuid")] string TaskId, string TaskType, string SourceLocation, string DestinationLocation, string Priority, long FencingToken)
{
    /// <summary>As robots see it.</summary>
    public static AssignedTask? Of(RobotAssignment? task) =>
        task is null ? null : new(task.Owner.Id, task.TaskType, task.Source, task.Destination, task.Priority, task.FencingToken);
}
