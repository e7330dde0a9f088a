using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.Workflows;

/// <summary>
/// One request about an asset, keyed by its UUID: somebody asks, a manager decides. An approval holds the asset, is committed, and then takes
/// effect there, so of two approvals of checkouts of one asset one wins; the other request stays pending.
/// </summary>
[GrainTier(GrainTier.Process), Alias("hss.assets.workflow")]
public interface IWorkflowGrain : IHoldOwner
{
    /// <summary>
    /// Makes the request, when its step could be taken now. Refused with <see cref="RefusalCodes.Forbidden"/> where the role does not do, and as
    /// <see cref="IAssetGrain.Check"/> refuses.
    /// </summary>
    [Alias("request")]
    Task<Outcome<WorkflowView>> Request(CallContext context, RequestWorkflow command);

    /// <summary>
    /// Approves it: its step takes effect. Refused with <see cref="WorkflowCodes.NotPending"/>, and as <see cref="IAssetGrain.Hold"/> refuses; then
    /// it stays pending.
    /// </summary>
    /// <param name="comment">At most 500 characters, or null.</param>
    [Alias("approve")]
    Task<Outcome<WorkflowView>> Approve(CallContext context, string? comment);

    /// <summary>Rejects it: the asset stays as it is. Refused with <see cref="WorkflowCodes.NotPending"/>.</summary>
    /// <param name="reason">At most 1,000 characters, or null.</param>
    [Alias("reject")]
    Task<Outcome<WorkflowView>> Reject(CallContext context, string? reason);

    /// <summary>Its requester calls it off. Refused with <see cref="RefusalCodes.Forbidden"/>, <see cref="WorkflowCodes.NotPending"/>.</summary>
    [Alias("cancel")]
    Task<Outcome<WorkflowView>> Cancel(CallContext context);

    /// <summary>Its requester has seen it. Again changes nothing. Refused with <see cref="RefusalCodes.Forbidden"/>.</summary>
    [Alias("mark-viewed")]
    Task<Outcome<WorkflowView>> MarkViewed(CallContext context);

    /// <summary>The committed workflow, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<WorkflowView?> Get();
}
