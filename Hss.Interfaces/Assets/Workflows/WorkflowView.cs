using System.Collections.Immutable;

namespace Hss.Interfaces.Assets.Workflows;

/// <summary>The statuses of workflows. <see cref="Completed"/> is known, but nothing ever gets it.</summary>
public static class WorkflowStatus
{
    /// <summary>Waits for a manager.</summary>
    public const string Pending = "pending";

    /// <summary>Its step was taken.</summary>
    public const string Approved = "approved";

    /// <summary>A manager said no.</summary>
    public const string Rejected = "rejected";

    /// <summary>Its requester called it off.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Part of the vocabulary only.</summary>
    public const string Completed = "completed";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Pending, Approved, Rejected, Cancelled, Completed];
}

/// <summary>Refusals of workflows beside the common ones and those of assets.</summary>
public static class WorkflowCodes
{
    /// <summary>It was decided or called off before (400).</summary>
    public const string NotPending = "workflow_not_pending";

    /// <summary>The comment is another workflow's (400).</summary>
    public const string OtherWorkflow = "workflow_comment_of_another";
}

/// <summary>A request to make.</summary>
/// <param name="Type">One of <see cref="WorkflowTypes"/>.</param>
/// <param name="AssigneeId">Who gets the asset: of a transfer, a member that the caller has found; of a checkout the requester; else null.</param>
/// <param name="Reason">At most 1,000 characters, or null.</param>
[GenerateSerializer, Alias("hss.assets.request-workflow"), Immutable]
public sealed record RequestWorkflow(
    [property: Id(0)] string Type,
    [property: Id(1)] string AssetId,
    [property: Id(2)] string? AssigneeId,
    [property: Id(3)] string? Reason,
    [property: Id(4)] DateTimeOffset? ExpectedReturn);

/// <summary>A workflow as callers see it.</summary>
/// <param name="Status">One of <see cref="WorkflowStatus"/>.</param>
/// <param name="ApproverId">Who approved or rejected it, or null.</param>
/// <param name="CompletionNotes">The approver's comment, or null.</param>
/// <param name="ViewedByRequester">Whether its requester has marked it as seen since it was decided.</param>
[GenerateSerializer, Alias("hss.assets.workflow-view"), Immutable]
public sealed record WorkflowView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] string Status,
    [property: Id(3)] string AssetId,
    [property: Id(4)] string RequesterId,
    [property: Id(5)] string? AssigneeId,
    [property: Id(6)] string? ApproverId,
    [property: Id(7)] string? Reason,
    [property: Id(8)] DateTimeOffset? ExpectedReturn,
    [property: Id(9)] DateTimeOffset? ApprovedAt,
    [property: Id(10)] DateTimeOffset? RejectedAt,
    [property: Id(11)] string? RejectReason,
    [property: Id(12)] string? CompletionNotes,
    [property: Id(13)] bool ViewedByRequester,
    [property: Id(14)] DateTimeOffset CreatedAt,
    [property: Id(15)] DateTimeOffset UpdatedAt,
    [property: Id(16)] long Version);
