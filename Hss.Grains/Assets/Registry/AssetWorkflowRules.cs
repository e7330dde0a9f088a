using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>What workflows do to an asset: it is held while one is being approved, and changed by one that is.</summary>
public static class AssetWorkflowRules
{
    /// <summary>Whether a step could take effect now. Changes nothing.</summary>
    public static Decision Check(AssetState state, WorkflowStep step, DateTimeOffset now) => Refuse(state, step, now) is { } refusal ? refusal : Decision.Unchanged;

    /// <summary>Holds the asset for a step.</summary>
    public static Decision Hold(AssetState state, WorkflowStep step, DateTimeOffset now)
    {
        if (state.Hold?.Step.Workflow == step.Workflow)
            return Decision.Unchanged;
        return Refuse(state, step, now) is { } refusal ? refusal : Decision.Accept(new AssetHeld(step, now + IAssetGrain.HoldTime));
    }

    /// <summary>The step takes effect. Whoever holds nothing has confirmed already, or was released.</summary>
    public static Decision Confirm(AssetState state, EntityKey workflow, DateTimeOffset now) => state.Hold is { } hold && hold.Step.Workflow == workflow
        ? Decision.Accept([.. Effects(state, hold.Step, now), new AssetReleased(workflow, now)])
        : Decision.Unchanged;

    /// <summary>The step does not take effect.</summary>
    public static Decision Release(AssetState state, EntityKey workflow, DateTimeOffset now) =>
        state.Hold?.Step.Workflow == workflow ? Decision.Accept(new AssetReleased(workflow, now)) : Decision.Unchanged;

    private static Refusal? Refuse(AssetState state, WorkflowStep step, DateTimeOffset now)
    {
        if (AssetRules.MayChange(state) is { } refusal)
            return refusal;
        return step.Type switch
        {
            WorkflowTypes.Checkout when state.Status != AssetStatus.Available => NotAvailable(state),
            WorkflowTypes.Checkout => ReservationRules.RefuseCheckout(state.Reservations, Taker(step), step.ExpectedReturn, now),
            WorkflowTypes.Checkin when state.AssignedTo is null || state.AssignedTo != step.RequesterId => NotHolder,
            WorkflowTypes.Transfer when step.AssigneeId is null => NeedsAssignee,
            WorkflowTypes.Transfer when state.AssignedTo is null && state.Status != AssetStatus.Available => NotAvailable(state),
            WorkflowTypes.Maintenance or WorkflowTypes.Disposal when state.Status == AssetStatus.Disposed => NotAvailable(state),
            _ => WorkflowTypes.All.Contains(step.Type) ? null : new Refusal(RefusalCodes.Invalid, $"There is no workflow '{step.Type}'"),
        };
    }

    private static IEnumerable<IEntityEvent> Effects(AssetState state, WorkflowStep step, DateTimeOffset now)
    {
        var workflow = step.Workflow.Id;
        return step.Type switch
        {
            WorkflowTypes.Checkout =>
                [new AssetAssigned(state.AssignedTo, Taker(step), state.Status, step.ExpectedReturn, Transferred: false, Reason: null, workflow, now)],
            WorkflowTypes.Transfer =>
                [new AssetAssigned(state.AssignedTo, step.AssigneeId!, state.Status, step.ExpectedReturn, Transferred: true, Reason: null, workflow, now)],
            WorkflowTypes.Checkin => [new AssetUnassigned(state.AssignedTo, state.Status, AssetStatus.Available, Reason: null, workflow, now)],
            WorkflowTypes.Maintenance => AssetRules.StatusEvents(state, AssetStatus.Maintenance, reason: null, workflow, now),
            WorkflowTypes.Disposal => AssetRules.StatusEvents(state, AssetStatus.Disposed, reason: null, workflow, now),
            _ => throw new InvalidOperationException($"A hold was taken for '{step.Type}'"),
        };
    }

    private static string Taker(WorkflowStep step) => step.AssigneeId ?? step.RequesterId;

    private static readonly Refusal NotHolder = new(AssetCodes.NotHolder, "Asset is not assigned to you");

    private static readonly Refusal NeedsAssignee = new(RefusalCodes.Invalid, "A transfer needs an assignee") { Details = [new("assignee_id", "is required")] };

    private static Refusal NotAvailable(AssetState state) => new(AssetCodes.NotAvailable, $"Asset is not available (current status: {state.Status})");
}
