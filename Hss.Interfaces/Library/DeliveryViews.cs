using System.Collections.Immutable;

namespace Hss.Interfaces.Library;

/// <summary>Refusals of deliveries beside the common ones.</summary>
public static class DeliveryCodes
{
    /// <summary>The state does not allow it (409 <c>INVALID_STATE</c>).</summary>
    public const string InvalidState = "invalid_state";

    /// <summary>The task is another robot's, or this robot's under a newer token (409 <c>STALE_FENCING_TOKEN</c>).</summary>
    public const string StaleToken = "stale_fencing_token";
}

/// <summary>The sorts of tasks, as the contract spells them.</summary>
public static class TaskTypes
{
    /// <summary>A book to the reader who asked for it.</summary>
    public const string StudentDelivery = "STUDENT_DELIVERY";

    /// <summary>A book back from its reader.</summary>
    public const string ReturnPickup = "RETURN_PICKUP";

    /// <summary>From one member of staff to another.</summary>
    public const string InterStaff = "INTER_STAFF";

    /// <summary>To a workstation.</summary>
    public const string Workstation = "WORKSTATION";

    /// <summary>From one place to another.</summary>
    public const string Transfer = "TRANSFER";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [StudentDelivery, ReturnPickup, InterStaff, Workstation, Transfer];
}

/// <summary>The statuses of tasks: PENDING, QUEUED (a book was placed), ASSIGNED, IN_PROGRESS, and the three final ones.</summary>
public static class DeliveryTaskStatus
{
    /// <summary>Waits for the book to be placed.</summary>
    public const string Pending = "PENDING";

    /// <summary>Waits for a robot.</summary>
    public const string Queued = "QUEUED";

    /// <summary>A robot has it.</summary>
    public const string Assigned = "ASSIGNED";

    /// <summary>The robot is on its way.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Done.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>It could not be done.</summary>
    public const string Failed = "FAILED";

    /// <summary>Called off.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Pending, Queued, Assigned, InProgress, Completed, Failed, Cancelled];
}

/// <summary>What robots say of their task beside the task's own statuses.</summary>
public static class RobotReports
{
    /// <summary>The robot is at the reader's place, and the task still IN_PROGRESS.</summary>
    public const string Arrived = "ARRIVED";

    /// <summary>All that a robot may say.</summary>
    public static ImmutableArray<string> All { get; } = [DeliveryTaskStatus.InProgress, Arrived, DeliveryTaskStatus.Completed, DeliveryTaskStatus.Failed];
}

/// <summary>The statuses of requests and returns, as the contract spells them.</summary>
public static class AskedStatus
{
    /// <summary>Asked for.</summary>
    public const string Pending = "PENDING";

    /// <summary>A librarian has approved the request.</summary>
    public const string Approved = "APPROVED";

    /// <summary>The request's book is on its way, or waits for its reader.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>A librarian has scheduled the return.</summary>
    public const string PickupScheduled = "PICKUP_SCHEDULED";

    /// <summary>The reader has handed the returned book over.</summary>
    public const string PickedUp = "PICKED_UP";

    /// <summary>Done.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Called off, or failed.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Those of requests.</summary>
    public static ImmutableArray<string> OfRequests { get; } = [Pending, Approved, InProgress, Completed, Cancelled];

    /// <summary>Those of returns.</summary>
    public static ImmutableArray<string> OfReturns { get; } = [Pending, PickupScheduled, PickedUp, Completed, Cancelled];
}

/// <summary>The priorities of tasks; the last of <see cref="All"/> goes first.</summary>
public static class Priorities
{
    /// <summary>When nothing is said.</summary>
    public const string Normal = "NORMAL";

    /// <summary>All of them, the least first.</summary>
    public static ImmutableArray<string> All { get; } = ["LOW", Normal, "HIGH", "URGENT"];
}

/// <summary>A book to ask for.</summary>
/// <param name="Location">Where the reader wants it, 1..120 characters.</param>
/// <param name="Notes">At most 2,000 characters, or null.</param>
/// <param name="Wait">Whether to queue when no copy is free.</param>
[GenerateSerializer, Alias("hss.library.request-book"), Immutable]
public sealed record RequestBook(
    [property: Id(0)] string UserId,
    [property: Id(1)] string BookId,
    [property: Id(2)] string Location,
    [property: Id(3)] string? Notes,
    [property: Id(4)] bool Wait);

/// <summary>A book to give back.</summary>
/// <param name="Location">Where the robot picks it up, 1..120 characters.</param>
[GenerateSerializer, Alias("hss.library.return-book"), Immutable]
public sealed record ReturnBook([property: Id(0)] string UserId, [property: Id(1)] string BookId, [property: Id(2)] string Location);

/// <summary>A transport by staff.</summary>
/// <param name="TaskType">INTER_STAFF, WORKSTATION or TRANSFER.</param>
/// <param name="Priority">One of <see cref="Priorities"/>.</param>
/// <param name="BookId">A title that the caller has found, or null.</param>
[GenerateSerializer, Alias("hss.library.create-delivery"), Immutable]
public sealed record CreateDelivery(
    [property: Id(0)] string TaskType,
    [property: Id(1)] string Source,
    [property: Id(2)] string Destination,
    [property: Id(3)] string Priority,
    [property: Id(4)] string? BookId,
    [property: Id(5)] string? Notes);

/// <summary>What a robot says of its task.</summary>
/// <param name="State"><c>IN_PROGRESS</c>, <c>ARRIVED</c>, <c>COMPLETED</c> or <c>FAILED</c>.</param>
/// <param name="Progress">0..1, or null.</param>
/// <param name="Reason">At most 500 characters, or null.</param>
[GenerateSerializer, Alias("hss.library.task-report"), Immutable]
public sealed record TaskReport(
    [property: Id(0)] string RobotId,
    [property: Id(1)] long FencingToken,
    [property: Id(2)] string State,
    [property: Id(3)] double? Progress,
    [property: Id(4)] string? Reason);

/// <summary>The task of a delivery.</summary>
/// <param name="Status">One of <see cref="DeliveryTaskStatus"/>.</param>
/// <param name="FencingToken">Grows with each assignment and each loss; a robot with an older one is refused.</param>
/// <param name="Returned">Whether it came back from a lost robot and stands at the head of its priority.</param>
[GenerateSerializer, Alias("hss.library.delivery-task"), Immutable]
public sealed record DeliveryTask(
    [property: Id(0)] string Status,
    [property: Id(1)] string? RobotId,
    [property: Id(2)] long FencingToken,
    [property: Id(3)] bool Returned,
    [property: Id(4)] double? Progress,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset? StartedAt,
    [property: Id(7)] DateTimeOffset? ArrivedAt,
    [property: Id(8)] DateTimeOffset? CompletedAt);

/// <summary>A delivery as callers see it.</summary>
/// <param name="UserId">The reader of a request or return; the librarian of a transport.</param>
/// <param name="TaskType">One of <see cref="TaskTypes"/>; says what sort of delivery it is.</param>
/// <param name="AskedStatus">The status of the request (PENDING, APPROVED, IN_PROGRESS, COMPLETED, CANCELLED) or return (PENDING, PICKUP_SCHEDULED, PICKED_UP,
/// COMPLETED, CANCELLED); null of a transport.</param>
/// <param name="BookTitle">The title's name when it was asked for, or null.</param>
/// <param name="Task">Null while the reader waits for a copy, and when the wait was called off.</param>
/// <param name="PickedUpAt">When the reader handed a returned book over.</param>
/// <param name="ClosedUnconfirmedAt">When the request closed by itself, as nobody confirmed it; null otherwise.</param>
/// <param name="Reason">Why it failed or was called off, or null.</param>
/// <param name="QueuePosition">The place in the title's queue when it was asked for, while the reader waits; null otherwise.</param>
[GenerateSerializer, Alias("hss.library.delivery-view"), Immutable]
public sealed record DeliveryView(
    [property: Id(0)] string Id,
    [property: Id(1)] string UserId,
    [property: Id(2)] string TaskType,
    [property: Id(3)] string? BookId,
    [property: Id(4)] string? BookTitle,
    [property: Id(5)] string Source,
    [property: Id(6)] string Destination,
    [property: Id(7)] string Priority,
    [property: Id(8)] string? Notes,
    [property: Id(9)] string? AskedStatus,
    [property: Id(10)] DeliveryTask? Task,
    [property: Id(11)] DateTimeOffset CreatedAt,
    [property: Id(12)] DateTimeOffset UpdatedAt,
    [property: Id(13)] DateTimeOffset? PickedUpAt,
    [property: Id(14)] DateTimeOffset? ClosedAt,
    [property: Id(15)] DateTimeOffset? ClosedUnconfirmedAt,
    [property: Id(16)] string? Reason,
    [property: Id(17)] long Version,
    [property: Id(18)] int? QueuePosition);
