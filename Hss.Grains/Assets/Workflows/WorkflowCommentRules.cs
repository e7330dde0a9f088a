using Hss.Grains.Entities;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>The rules of comments: their author and admins change them.</summary>
public static class WorkflowCommentRules
{
    private const string Admin = "admin";

    /// <summary>Writes it.</summary>
    public static Decision Write(WorkflowCommentState state, string workflow, string author, string text, DateTimeOffset now) => state.Status.Length == 0
        ? Decision.Accept(new WorkflowCommentWritten(workflow, author, text, now))
        : Decision.Refuse(RefusalCodes.Conflict, "The comment exists");

    /// <summary>Gives it another text.</summary>
    public static Decision Edit(WorkflowCommentState state, string workflow, CallContext context, string text, DateTimeOffset now)
    {
        if (MayChange(state, workflow, context, "update").Refusal is { } refusal)
            return refusal;
        return state.Text == text ? Decision.Unchanged : Decision.Accept(new WorkflowCommentEdited(text, now));
    }

    /// <summary>Takes it away.</summary>
    public static Decision Delete(WorkflowCommentState state, string workflow, CallContext context, DateTimeOffset now) =>
        MayChange(state, workflow, context, "delete").Refusal is { } refusal ? refusal : Decision.Accept(new WorkflowCommentDeleted(now));

    /// <summary>The state after an event.</summary>
    public static WorkflowCommentState Apply(WorkflowCommentState state, IEntityEvent e) => e switch
    {
        WorkflowCommentWritten w => state with
        {
            Status = WorkflowCommentState.Written,
            WorkflowId = w.WorkflowId,
            UserId = w.UserId,
            Text = w.Text,
            CreatedAt = w.At,
            UpdatedAt = w.At,
        },
        WorkflowCommentEdited c => state with { Text = c.Text, UpdatedAt = c.At },
        WorkflowCommentDeleted d => state with { Status = WorkflowCommentState.Deleted, Text = "", UpdatedAt = d.At },
        _ => throw new InvalidOperationException($"A workflow's comment has no event {e.GetType().Name}"),
    };

    private static Decision MayChange(WorkflowCommentState state, string workflow, CallContext context, string what)
    {
        if (state.Status != WorkflowCommentState.Written)
            return Decision.Refuse(RefusalCodes.NotFound, "Comment not found");
        if (state.WorkflowId != workflow)
            return Decision.Refuse(WorkflowCodes.OtherWorkflow, "Comment does not belong to this workflow");
        return state.UserId == context.Actor || context.Role == Admin
            ? Decision.Unchanged
            : Decision.Refuse(RefusalCodes.Forbidden, $"You can only {what} your own comments");
    }
}
