using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>Something to carry from one place to another.</summary>
public sealed record CreateDeliveryRequest
{
    /// <summary>From where, 1 to 120 characters.</summary>
    [Required, StringLength(120, MinimumLength = 1)]
    public string? SourceLocation { get; init; }

    /// <summary>To where, 1 to 120 characters.</summary>
    [Required, StringLength(120, MinimumLength = 1)]
    public string? DestinationLocation { get; init; }

    /// <summary><c>LOW</c>, <c>NORMAL</c> (when absent), <c>HIGH</c> or <c>URGENT</c>.</summary>
    [AllowedValues("LOW", "NORMAL", "HIGH", "URGENT")]
    public string? Priority { get; init; }

    /// <summary>The book's id, if it is one of the library's.</summary>
    [StringLength(100)]
    public string? BookId { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    [StringLength(2000)]
    public string? Notes { get; init; }

    internal CreateDelivery Command(string type) => new(
        type,
        SourceLocation!.Trim(),
        DestinationLocation!.Trim(),
        Priority ?? Priorities.Normal,
        DeliveryPaths.Kept(BookId) is { } book ? DeliveryPaths.BookId(book) : null,
        DeliveryPaths.Kept(Notes));
}

/// <summary>What the task is wanted of: a request, or a return.</summary>
public sealed record CreateTaskRequest
{
    /// <summary>The request's id.</summary>
    [StringLength(100)]
    public string? RequestId { get; init; }

    /// <summary>The return's id.</summary>
    [StringLength(100)]
    public string? ReturnId { get; init; }
}

/// <summary>Where a task goes.</summary>
public sealed record ChangeTaskStatusRequest
{
    /// <summary>The new status.</summary>
    [Required, AllowedValues("PENDING", "QUEUED", "ASSIGNED", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED")]
    public string? Status { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }
}

/// <summary>A delivery task.</summary>
/// <param name="RequestId">The request that it carries out, or null.</param>
/// <param name="ReturnId">The return that it carries out, or null.</param>
/// <param name="AssignedRobotId">The robot that has, or last had, it.</param>
/// <param name="Progress">How far the robot has come, 0 to 1.</param>
/// <param name="Reason">Why it failed or was called off.</param>
/// <param name="StudentDisplayName">Whose book it is; for librarians only.</param>
/// <param name="StudentEmail">For librarians only.</param>
[SchemaName("DeliveryTask")]
public sealed record DeliveryTaskBody(
    [property: SchemaFormat("uuid")] string Id,
    [property: SchemaFormat("uuid")] string? RequestId,
    [property: SchemaFormat("uuid")] string? ReturnId,
    [property: AllowedValues("STUDENT_DELIVERY", "RETURN_PICKUP", "INTER_STAFF", "WORKSTATION", "TRANSFER")] string TaskType,
    [property: AllowedValues("LOW", "NORMAL", "HIGH", "URGENT")] string Priority,
    [property: AllowedValues("PENDING", "QUEUED", "ASSIGNED", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED")] string Status,
    [property: SchemaFormat("uuid")] string? AssignedRobotId,
    string SourceLocation,
    string DestinationLocation,
    [property: SchemaFormat("uuid")] string? BookId,
    string? BookTitle,
    double? Progress,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? CompletedAt,
    string? Reason,
    string? StudentDisplayName,
    string? StudentEmail,
    DeliveryTaskMetadata Metadata)
{
    /// <summary>The task of a delivery that has one, as its owner sees it.</summary>
    public static DeliveryTaskBody Of(DeliveryView view)
    {
        var task = view.Task!;
        return new(
            view.Id,
            view.TaskType == TaskTypes.StudentDelivery ? view.Id : null,
            view.TaskType == TaskTypes.ReturnPickup ? view.Id : null,
            view.TaskType,
            view.Priority,
            task.Status,
            task.RobotId,
            view.Source,
            view.Destination,
            view.BookId,
            view.BookTitle,
            task.Progress,
            task.CreatedAt,
            view.UpdatedAt,
            task.StartedAt,
            task.ArrivedAt,
            task.CompletedAt,
            view.Reason,
            StudentDisplayName: null,
            StudentEmail: null,
            new(view.UserId, view.Notes));
    }

    /// <summary>As librarians see it.</summary>
    public static DeliveryTaskBody Of(DeliveryView view, FrozenDictionary<string, Reader> readers) =>
        view.AskedStatus is not null && readers.GetValueOrDefault(view.UserId) is { } reader
            ? Of(view) with { StudentDisplayName = reader.Name, StudentEmail = reader.Email }
            : Of(view);
}

/// <summary>What else is known of a task.</summary>
/// <param name="UserId">Who asked for it.</param>
/// <param name="Notes">In their words.</param>
public sealed record DeliveryTaskMetadata([property: SchemaFormat("uuid")] string UserId, string? Notes);

/// <summary>A task, as the later system's own paths have it.</summary>
public sealed record TaskAnswer(DeliveryTaskBody Task);

/// <summary>A task with its way.</summary>
/// <param name="StatusHistory">Each change of its status, oldest first.</param>
public sealed record TaskWithHistory(DeliveryTaskBody Task, ImmutableArray<TaskStatusChange> StatusHistory);

/// <summary>A change of a task's status.</summary>
/// <param name="Id">Its place in the delivery's life.</param>
/// <param name="OldStatus">Null for the beginning.</param>
/// <param name="ChangedBy">The account, or <c>system</c>.</param>
public sealed record TaskStatusChange(long Id, string? OldStatus, string NewStatus, DateTimeOffset ChangedAt, string ChangedBy, string? Reason)
{
    /// <summary>As callers see it.</summary>
    public static TaskStatusChange Of(TaskMove move) => new(move.Version, move.From, move.To, move.At, move.Actor, move.Reason);
}
