using Hss.Grains.Entities;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>One comment.</summary>
[GrainType("workflow_comment")]
public sealed class WorkflowCommentGrain(EntityServices services)
    : AggregateGrain<WorkflowCommentState>(WorkflowCommentKind.Instance, services), IWorkflowCommentGrain
{
    /// <inheritdoc />
    public Task<Outcome<WorkflowCommentView>> Write(CallContext context, string workflowId, string text) =>
        Execute(context, (state, now) => WorkflowCommentRules.Write(state, workflowId, context.Actor, text, now), WorkflowCommentViews.Of);

    /// <inheritdoc />
    public Task<Outcome<WorkflowCommentView>> Edit(CallContext context, string workflowId, string text) =>
        Execute(context, (state, now) => WorkflowCommentRules.Edit(state, workflowId, context, text, now), WorkflowCommentViews.Of);

    /// <inheritdoc />
    public Task<Outcome<WorkflowCommentView>> Delete(CallContext context, string workflowId) =>
        Execute(context, (state, now) => WorkflowCommentRules.Delete(state, workflowId, context, now), WorkflowCommentViews.Of);
}
