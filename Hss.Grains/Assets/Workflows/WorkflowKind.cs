using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>Workflows in the journal.</summary>
public sealed class WorkflowKind() : EntityKind<WorkflowState>(
    "workflow",
    schema: 1,
    EventType.Of<WorkflowRequested>("workflow.requested"),
    EventType.Of<WorkflowApproved>("workflow.approved"),
    EventType.Of<WorkflowRejected>("workflow.rejected"),
    EventType.Of<WorkflowCancelled>("workflow.cancelled"),
    EventType.Of<WorkflowApprovalGivenUp>("workflow.approval_given_up"),
    EventType.Of<WorkflowViewed>("workflow.viewed"),
    EventType.Of<WorkflowReturnDue>("workflow.return_due"))
{
    /// <summary>The facet of its type.</summary>
    public const string TypeFacet = "type";

    /// <summary>The facet of its asset.</summary>
    public const string AssetFacet = "asset";

    /// <summary>The facet of the day (UTC, <c>yyyy-MM-dd</c>) on which it was requested.</summary>
    public const string DayFacet = "day";

    /// <summary>The facet that says whether its requester has seen it: <see cref="Seen"/> or <see cref="Unseen"/>.</summary>
    public const string ViewedFacet = "viewed";

    /// <summary>Its requester has seen it.</summary>
    public const string Seen = "yes";

    /// <summary>Its requester has not seen it yet.</summary>
    public const string Unseen = "no";

    /// <summary>The one instance.</summary>
    public static readonly WorkflowKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "sams.workflows";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, TypeFacet), new(Name, AssetFacet), new(Name, DayFacet), new(Name, ViewedFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IWorkflowGrain>(key.ToString());

    /// <inheritdoc />
    public override WorkflowState Initial(string id) => new(id);

    /// <inheritdoc />
    public override WorkflowState Apply(WorkflowState state, IEntityEvent e) => WorkflowRules.Apply(state, e);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(WorkflowState state) => WorkflowRules.DueAt(state);

    /// <inheritdoc />
    public override EntityIndex Index(WorkflowState state) => !state.Exists
        ? new(null, "")
        : new(state.RequesterId, state.Status, Facets: new JsonObject
        {
            [TypeFacet] = state.Type,
            [AssetFacet] = state.AssetId,
            [DayFacet] = state.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [ViewedFacet] = state.Viewed ? Seen : Unseen,
        }.ToJsonString());

    /// <inheritdoc />
    public override string Audience(WorkflowState state, IEntityEvent e) => $"{state.RequesterId} sams:manager sams:admin".TrimStart();
}

/// <summary>What callers see of a workflow's state.</summary>
public static class WorkflowViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static WorkflowView Of(WorkflowState state) => new(
        state.Id,
        state.Type,
        state.Status,
        state.AssetId,
        state.RequesterId,
        state.AssigneeId,
        state.ApproverId,
        state.Reason,
        state.ExpectedReturn,
        state.ApprovedAt,
        state.RejectedAt,
        state.RejectReason,
        state.CompletionNotes,
        state.Viewed,
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0);
}
