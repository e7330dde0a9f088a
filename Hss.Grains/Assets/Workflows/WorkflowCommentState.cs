using Hss.Grains.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>A comment's durable state: the fold of its events.</summary>
public sealed record WorkflowCommentState(string Id)
{
    /// <summary>Empty, <see cref="Written"/> or <see cref="Deleted"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>The workflow.</summary>
    public string WorkflowId { get; init; } = "";

    /// <summary>The author.</summary>
    public string UserId { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The status of comments that are there.</summary>
    public const string Written = "written";

    /// <summary>The status of comments that were taken away.</summary>
    public const string Deleted = "deleted";
}

/// <summary>A comment was written.</summary>
public sealed record WorkflowCommentWritten(string WorkflowId, string UserId, string Text, DateTimeOffset At) : IEntityEvent;

/// <summary>A comment has another text.</summary>
public sealed record WorkflowCommentEdited(string Text, DateTimeOffset At) : IEntityEvent;

/// <summary>A comment was taken away.</summary>
public sealed record WorkflowCommentDeleted(DateTimeOffset At) : IEntityEvent;
