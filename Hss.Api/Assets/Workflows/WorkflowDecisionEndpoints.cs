using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>
/// What becomes of a workflow. Approve, reject and cancel answer to PATCH, as the earlier system's first version had them, and to POST, as its later
/// one had; both take the bodies of both (contracts, section 5).
/// </summary>
public static class WorkflowDecisionEndpoints
{
    private const int MaxRejectReason = 1000;

    private const string NotPending = "The workflow is not pending";

    /// <summary>Maps them.</summary>
    public static void MapWorkflowDecisions(this RouteGroupBuilder sams)
    {
        var workflows = sams.Workflows();
        // An approval by PATCH has a body, even if there is nothing in it; by POST it need not have one.
        workflows.MapPatch("/{id}/approve", ApproveByPatch).WithSummary("Approve a request: it takes effect")
            .Needs(Mounts.Sams, AssetRoles.Admin, AssetRoles.Manager)
            .Body(typeof(ApprovalRequest)).Answers(typeof(Workflow)).Refuses(400, $"{NotPending}, or the asset cannot be had any more");
        workflows.MapPost("/{id}/approve", ApproveByPost).WithSummary("Approve a request: it takes effect")
            .Needs(Mounts.Sams, AssetRoles.Admin, AssetRoles.Manager)
            .Body(typeof(ApprovalRequest), required: false).Answers(typeof(Workflow)).Refuses(400, $"{NotPending}, or the asset cannot be had any more");
        workflows.MapPatch("/{id}/reject", RejectByPatch).WithSummary("Reject a request: the asset stays as it is")
            .Needs(Mounts.Sams, AssetRoles.Admin, AssetRoles.Manager)
            .BodyOrText(typeof(RejectionRequest), MaxRejectReason).Answers(typeof(Workflow)).Refuses(400, NotPending);
        workflows.MapPost("/{id}/reject", RejectByPost).WithSummary("Reject a request: the asset stays as it is")
            .Needs(Mounts.Sams, AssetRoles.Admin, AssetRoles.Manager)
            .BodyOrText(typeof(RejectionRequest), MaxRejectReason, required: false).Answers(typeof(Workflow)).Refuses(400, NotPending);
        workflows.MapPatch("/{id}/cancel", Cancel).WithSummary("Call off one's own request").NeedsMember()
            .Answers(typeof(Workflow)).Refuses(400, NotPending).Refuses(403, "Only its requester");
        workflows.MapPost("/{id}/cancel", Cancel).WithSummary("Call off one's own request").NeedsMember()
            .Answers(typeof(Workflow)).Refuses(400, NotPending).Refuses(403, "Only its requester");
        workflows.MapPatch("/{id}/mark-viewed", MarkViewed).WithSummary("Mark one's own request as seen").NeedsMember()
            .Answers(typeof(Workflow)).Refuses(403, "Only its requester");
    }

    private static Task<IResult> ApproveByPatch(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Approve(context, id, workflows, parties, allowEmpty: false);

    private static Task<IResult> ApproveByPost(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Approve(context, id, workflows, parties, allowEmpty: true);

    private static Task<IResult> RejectByPatch(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Reject(context, id, workflows, parties, allowEmpty: false);

    private static Task<IResult> RejectByPost(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Reject(context, id, workflows, parties, allowEmpty: true);

    private static async Task<IResult> Approve(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties, bool allowEmpty)
    {
        var body = await context.ReadBody<ApprovalRequest>(allowEmpty);
        var workflow = PathId.Read(id, WorkflowEndpoints.Unknown);
        return await Answered(context, workflows.Approve(context.CallContext(), workflow, body.Said), parties);
    }

    private static async Task<IResult> Reject(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties, bool allowEmpty)
    {
        var body = await context.ReadBodyOrText<RejectionRequest>("reason", allowEmpty);
        var workflow = workflows.Workflow(PathId.Read(id, WorkflowEndpoints.Unknown));
        return await Answered(context, workflow.Reject(context.CallContext(), body.Said), parties);
    }

    private static Task<IResult> Cancel(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Answered(context, workflows.Workflow(PathId.Read(id, WorkflowEndpoints.Unknown)).Cancel(context.CallContext()), parties);

    private static Task<IResult> MarkViewed(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties) =>
        Answered(context, workflows.Workflow(PathId.Read(id, WorkflowEndpoints.Unknown)).MarkViewed(context.CallContext()), parties);

    private static async Task<IResult> Answered(HttpContext context, Task<Outcome<WorkflowView>> command, WorkflowParties parties) =>
        await WorkflowEndpoints.Answered(context, await command.WithinDeadline(context), parties);
}
