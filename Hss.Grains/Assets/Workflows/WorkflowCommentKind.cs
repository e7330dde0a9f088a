using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>Comments in the journal.</summary>
public sealed class WorkflowCommentKind() : EntityKind<WorkflowCommentState>(
    "workflow_comment",
    schema: 1,
    EventType.Of<WorkflowCommentWritten>("workflow_comment.written"),
    EventType.Of<WorkflowCommentEdited>("workflow_comment.edited"),
    EventType.Of<WorkflowCommentDeleted>("workflow_comment.deleted"))
{
    /// <summary>The facet of the workflow.</summary>
    public const string WorkflowFacet = "workflow";

    /// <summary>The one instance.</summary>
    public static readonly WorkflowCommentKind Instance = new();

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, WorkflowFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IWorkflowCommentGrain>(key.ToString());

    /// <inheritdoc />
    public override WorkflowCommentState Initial(string id) => new(id);

    /// <inheritdoc />
    public override WorkflowCommentState Apply(WorkflowCommentState state, IEntityEvent e) => WorkflowCommentRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(WorkflowCommentState state) => state.Status.Length == 0
        ? new(null, "")
        : new(state.UserId, state.Status, Facets: new JsonObject { [WorkflowFacet] = state.WorkflowId }.ToJsonString());
}

/// <summary>What callers see of a comment's state.</summary>
public static class WorkflowCommentViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static WorkflowCommentView Of(WorkflowCommentState state) =>
        new(state.Id, state.WorkflowId, state.UserId, state.Text, state.CreatedAt, state.UpdatedAt, Version: 0);
}
