using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.Workflows;

/// <summary>
/// One comment on a workflow, keyed by its UUID. It is an entity of its own, so that a long conversation does not weigh on the workflow.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.assets.workflow-comment")]
public interface IWorkflowCommentGrain : IEntityGrain
{
    /// <summary>Writes it. The caller has found the workflow, and that the author may see it.</summary>
    /// <param name="text">1..5,000 characters.</param>
    [Alias("write")]
    Task<Outcome<WorkflowCommentView>> Write(CallContext context, string workflowId, string text);

    /// <summary>
    /// Gives it another text: for its author and for admins. Refused with <see cref="RefusalCodes.NotFound"/>,
    /// <see cref="WorkflowCodes.OtherWorkflow"/>, <see cref="RefusalCodes.Forbidden"/>.
    /// </summary>
    [Alias("edit")]
    Task<Outcome<WorkflowCommentView>> Edit(CallContext context, string workflowId, string text);

    /// <summary>Takes it away, likewise.</summary>
    [Alias("delete")]
    Task<Outcome<WorkflowCommentView>> Delete(CallContext context, string workflowId);
}

/// <summary>A comment as callers see it.</summary>
[GenerateSerializer, Alias("hss.assets.workflow-comment-view"), Immutable]
public sealed record WorkflowCommentView(
    [property: Id(0)] string Id,
    [property: Id(1)] string WorkflowId,
    [property: Id(2)] string UserId,
    [property: Id(3)] string Text,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] DateTimeOffset UpdatedAt,
    [property: Id(6)] long Version);
