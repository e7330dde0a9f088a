using Hss.Grains.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>A workflow's durable state: the fold of its events.</summary>
public sealed record WorkflowState(string Id)
{
    /// <summary>Empty, or one of <see cref="Hss.Interfaces.Assets.Workflows.WorkflowStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>One of <see cref="Hss.Interfaces.Assets.WorkflowTypes"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The asset.</summary>
    public string AssetId { get; init; } = "";

    /// <summary>Who asked.</summary>
    public string RequesterId { get; init; } = "";

    /// <summary>Who gets the asset, or null.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Who approved or rejected it, or null.</summary>
    public string? ApproverId { get; init; }

    /// <summary>Why, in the requester's words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When the asset is expected back, or null.</summary>
    public DateTimeOffset? ExpectedReturn { get; init; }

    /// <summary>When it was approved, or null.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it was rejected, or null.</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>Why it was rejected, or null.</summary>
    public string? RejectReason { get; init; }

    /// <summary>The approver's comment, or null.</summary>
    public string? CompletionNotes { get; init; }

    /// <summary>Whether the requester has marked it as seen since it was decided.</summary>
    public bool Viewed { get; init; }

    /// <summary>Approvals that were given up after they had held the asset: one that began before cannot be committed any more.</summary>
    public int GivenUp { get; init; }

    /// <summary>Whether the time has come at which the asset was expected back: that is said once.</summary>
    public bool ReturnDue { get; init; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed for callers.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it was requested.</summary>
    public bool Exists => Status.Length > 0;
}

/// <summary>Somebody asked.</summary>
public sealed record WorkflowRequested(
    string Type,
    string AssetId,
    string RequesterId,
    string? AssigneeId,
    string? Reason,
    DateTimeOffset? ExpectedReturn,
    DateTimeOffset At) : IEntityEvent;

/// <summary>A manager said yes.</summary>
public sealed record WorkflowApproved(string By, string? Comment, DateTimeOffset At) : IEntityEvent;

/// <summary>A manager said no.</summary>
public sealed record WorkflowRejected(string By, string? Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>Its requester called it off.</summary>
public sealed record WorkflowCancelled(DateTimeOffset At) : IEntityEvent;

/// <summary>An approval held the asset and came to nothing; the workflow is still pending.</summary>
public sealed record WorkflowApprovalGivenUp(DateTimeOffset At) : IEntityEvent;

/// <summary>Its requester has seen it.</summary>
public sealed record WorkflowViewed(DateTimeOffset At) : IEntityEvent;

/// <summary>The time has come at which the asset was expected back.</summary>
public sealed record WorkflowReturnDue(DateTimeOffset At) : IEntityEvent;
