using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Workflows;

/// <summary>The rules of workflows: who may ask for what, who decides, and that a decision is the last word.</summary>
public static class WorkflowRules
{
    /// <summary>Who decides, and who may ask for repair and disposal.</summary>
    public static readonly ImmutableArray<string> Deciders = ["admin", "manager"];

    /// <summary>Why there is nothing under an id.</summary>
    public static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Workflow not found");

    private static readonly ImmutableArray<string> ByDecidersOnly = [WorkflowTypes.Maintenance, WorkflowTypes.Disposal];

    /// <summary>Whether somebody may see a workflow: its requester, managers and admins. To be its assignee is not enough.</summary>
    public static bool MaySee(WorkflowView workflow, string account, string role) => workflow.RequesterId == account || Deciders.Contains(role);

    /// <summary>Whether a role may ask for it.</summary>
    public static Decision MayRequest(WorkflowState state, string type, string role)
    {
        if (ByDecidersOnly.Contains(type) && !Deciders.Contains(role))
            return Decision.Refuse(RefusalCodes.Forbidden, $"Only managers and admins can request {type}");
        return state.Exists ? Decision.Refuse(RefusalCodes.Conflict, "The workflow exists") : Decision.Unchanged;
    }

    /// <summary>Makes the request. Every manager hears of it.</summary>
    public static Decision Request(WorkflowState state, RequestWorkflow command, CallContext context, DateTimeOffset now)
    {
        if (MayRequest(state, command.Type, context.Role).Refusal is { } refusal)
            return refusal;
        return Decision.Accept(new WorkflowRequested(
                command.Type, command.AssetId, context.Actor, command.AssigneeId, command.Reason, Whole(command.ExpectedReturn), now))
            .With(Tell(state, WorkflowEffects.Requested));
    }

    /// <summary>What it does to the asset when it is approved.</summary>
    public static WorkflowStep Step(EntityKey workflow, WorkflowState state) => Step(
        workflow, new(state.Type, state.AssetId, state.AssigneeId, state.Reason, state.ExpectedReturn), state.RequesterId);

    /// <inheritdoc cref="Step(EntityKey, WorkflowState)" />
    public static WorkflowStep Step(EntityKey workflow, RequestWorkflow command, string requester) => new(
        workflow, command.Type, requester, command.AssigneeId, command.Type == WorkflowTypes.Checkout ? Whole(command.ExpectedReturn) : null);

    /// <summary>Whether it still waits for a decision.</summary>
    public static Decision MayDecide(WorkflowState state)
    {
        if (!state.Exists)
            return NotFound;
        return state.Status == WorkflowStatus.Pending
            ? Decision.Unchanged
            : Decision.Refuse(WorkflowCodes.NotPending, $"Workflow is not pending (current status: {state.Status})");
    }

    /// <summary>Approves it, when its asset is held for it.</summary>
    /// <param name="attempt">How many approvals had been given up when the asset was held: after one more the hold is gone.</param>
    public static Decision Approve(WorkflowState state, int attempt, string approver, string? comment, DateTimeOffset now)
    {
        if (MayDecide(state).Refusal is { } refusal)
            return refusal;
        return state.GivenUp == attempt
            ? Decision.Accept(new WorkflowApproved(approver, comment, now)).With(Tell(state, WorkflowEffects.Decided))
            : Decision.Refuse(RefusalCodes.Unavailable, "The approval took too long; try again");
    }

    /// <summary>Rejects it.</summary>
    public static Decision Reject(WorkflowState state, string approver, string? reason, DateTimeOffset now) => MayDecide(state).Refusal is { } refusal
        ? refusal
        : Decision.Accept(new WorkflowRejected(approver, reason, now)).With(Tell(state, WorkflowEffects.Decided));

    /// <summary>Calls it off.</summary>
    public static Decision Cancel(WorkflowState state, string actor, DateTimeOffset now)
    {
        if (state.Exists && state.RequesterId != actor)
            return Decision.Refuse(RefusalCodes.Forbidden, "Only the requester can cancel this workflow");
        return MayDecide(state).Refusal is { } refusal ? refusal : Decision.Accept(new WorkflowCancelled(now));
    }

    /// <summary>Notes that the requester has seen it.</summary>
    public static Decision MarkViewed(WorkflowState state, string actor, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        if (state.RequesterId != actor)
            return Decision.Refuse(RefusalCodes.Forbidden, "Only the requester can mark this workflow as viewed");
        return state.Viewed ? Decision.Unchanged : Decision.Accept(new WorkflowViewed(now));
    }

    /// <summary>Decides, once and for all, that an approval which holds the asset and was not committed is void. The workflow stays pending.</summary>
    public static Decision GiveUp(WorkflowState state, DateTimeOffset now) =>
        state.Status == WorkflowStatus.Pending ? Decision.Accept(new WorkflowApprovalGivenUp(now)) : Decision.Unchanged;

    /// <summary>When the asset of a checkout is expected back, unless that was said before.</summary>
    public static DateTimeOffset? DueAt(WorkflowState state) =>
        state is { Type: WorkflowTypes.Checkout, Status: WorkflowStatus.Approved, ReturnDue: false } ? state.ExpectedReturn : null;

    /// <summary>Says, once, that the asset is expected back by now. Whether it is, whoever sends the reminder asks the asset.</summary>
    public static Decision Wake(WorkflowState state, DateTimeOffset now) => DueAt(state) <= now
        ? Decision.Accept(new WorkflowReturnDue(now)).With(Tell(state, WorkflowEffects.ReturnDue))
        : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static WorkflowState Apply(WorkflowState state, IEntityEvent e) => e switch
    {
        WorkflowRequested r => state with
        {
            Status = WorkflowStatus.Pending,
            Type = r.Type,
            AssetId = r.AssetId,
            RequesterId = r.RequesterId,
            AssigneeId = r.AssigneeId,
            Reason = r.Reason,
            ExpectedReturn = r.ExpectedReturn,
            CreatedAt = r.At,
            UpdatedAt = r.At,
        },
        WorkflowApproved a => state with
        {
            Status = WorkflowStatus.Approved,
            ApproverId = a.By,
            ApprovedAt = a.At,
            CompletionNotes = a.Comment,
            Viewed = false,
            UpdatedAt = a.At,
        },
        WorkflowRejected r => state with
        {
            Status = WorkflowStatus.Rejected,
            ApproverId = r.By,
            RejectedAt = r.At,
            RejectReason = r.Reason,
            Viewed = false,
            UpdatedAt = r.At,
        },
        WorkflowCancelled c => state with { Status = WorkflowStatus.Cancelled, UpdatedAt = c.At },
        WorkflowApprovalGivenUp => state with { GivenUp = state.GivenUp + 1 },
        WorkflowViewed v => state with { Viewed = true, UpdatedAt = v.At },
        WorkflowReturnDue => state with { ReturnDue = true },
        _ => throw new InvalidOperationException($"A workflow has no event {e.GetType().Name}"),
    };

    private static Effect Tell(WorkflowState state, string target) => new("mail", target, new WorkflowReference(state.Id));

    // Due times are stored in whole microseconds: a finer one would never agree with its row.
    private static DateTimeOffset? Whole(DateTimeOffset? time) => time is { } t
        ? new DateTimeOffset(t.UtcTicks - (t.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero)
        : null;
}
