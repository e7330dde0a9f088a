using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Microsoft.Extensions.Logging;

namespace Hss.Grains.Assets.Workflows;

/// <summary>
/// One workflow. One command at a time, so an approval and a cancellation never meet; an approval holds the asset before it is committed, and what
/// is left undone after a crash is settled by what is durable here.
/// </summary>
[GrainType("workflow")]
public sealed class WorkflowGrain(EntityServices services, IGrainFactory grains, ILogger<WorkflowGrain> log)
    : ProcessGrain<WorkflowState>(WorkflowKind.Instance, services), IWorkflowGrain
{
    /// <inheritdoc />
    public async Task<Outcome<WorkflowView>> Request(CallContext context, RequestWorkflow command)
    {
        var allowed = await Execute(context, (state, _) => WorkflowRules.MayRequest(state, command.Type, context.Role), WorkflowViews.Of);
        if (!allowed.Accepted || allowed.Replayed)
            return allowed;
        var possible = await Asset(command.AssetId).Check(WorkflowRules.Step(Key, command, context.Actor));
        return possible.Accepted
            ? await Execute(context, (state, now) => WorkflowRules.Request(state, command, context, now), WorkflowViews.Of)
            : possible.Refusal;
    }

    /// <inheritdoc />
    public async Task<Outcome<WorkflowView>> Approve(CallContext context, string? comment)
    {
        var allowed = await Execute(context, static (state, _) => WorkflowRules.MayDecide(state), WorkflowViews.Of);
        if (!allowed.Accepted || allowed.Replayed)
            return allowed;
        var state = await Read(static (state, _) => state);
        var asset = Asset(state.AssetId);
        Outcome<WorkflowView> approved;
        try
        {
            var held = await asset.Hold(context.OfOneStep(), WorkflowRules.Step(Key, state));
            if (!held.Accepted)
                return held.Refusal;
            approved = await Execute(context, (s, now) => WorkflowRules.Approve(s, state.GivenUp, context.Actor, comment, now), WorkflowViews.Of);
        }
        catch
        {
            // Whether the asset is held, or the approval durable, may be unknown: what is stored decides.
            await Quietly(Settle(state.AssetId));
            throw;
        }

        await Quietly(approved is { Accepted: true, Replayed: false } ? asset.Confirm(context.OfOneStep(), Key) : Settle(state.AssetId));
        return approved;
    }

    /// <inheritdoc />
    public Task<Outcome<WorkflowView>> Reject(CallContext context, string? reason) =>
        Execute(context, (state, now) => WorkflowRules.Reject(state, context.Actor, reason, now), WorkflowViews.Of);

    /// <inheritdoc />
    public Task<Outcome<WorkflowView>> Cancel(CallContext context) =>
        Execute(context, (state, now) => WorkflowRules.Cancel(state, context.Actor, now), WorkflowViews.Of);

    /// <inheritdoc />
    public Task<Outcome<WorkflowView>> MarkViewed(CallContext context) =>
        Execute(context, (state, now) => WorkflowRules.MarkViewed(state, context.Actor, now), WorkflowViews.Of);

    /// <inheritdoc />
    public Task<WorkflowView?> Get() => Read(static (state, version) => state.Exists ? WorkflowViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public Task Settle(OverdueHold hold) => Settle(hold.Resource.Id);

    /// <inheritdoc />
    protected override Decision Wake(WorkflowState state, DateTimeOffset now) => WorkflowRules.Wake(state, now);

    private async Task Settle(string assetId)
    {
        var context = CallContext.System("settle");
        var decided = await Execute(context, WorkflowRules.GiveUp, static state => (state.Status == WorkflowStatus.Approved, state.ApproverId));
        var (approved, approver) = decided.Value;
        if (approved)
            await Asset(assetId).Confirm(context with { Actor = approver! }, Key);
        else
            await Asset(assetId).Release(context, Key);
    }

    // The decision stands. What the asset does not hear now, it asks for when its hold is due.
    private async Task Quietly(Task work)
    {
        try
        {
            await work;
        }
#pragma warning disable CA1031 // Whatever kept the asset from hearing it: its hold comes due.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "The asset's hold for {Workflow} could not be settled now; it will be when it is due", Key);
        }
    }

    private IAssetGrain Asset(string id) => grains.GetGrain<IAssetGrain>(AssetKind.Instance.Key(id).ToString());
}
