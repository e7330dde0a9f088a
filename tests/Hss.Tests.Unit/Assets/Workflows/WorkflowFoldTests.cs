using Hss.Grains.Assets.Workflows;
using Hss.Interfaces.Assets.Workflows;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Assets.Workflows;

/// <summary>Any order of commands: the stored state is the fold of the stored events, and a workflow is decided at most once.</summary>
public sealed class WorkflowFoldTests
{
    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndIsDecidedAtMostOnce() => FoldProperty.Holds(
        WorkflowKind.Instance,
        Workflows.Id,
        [
            (s, now) => WorkflowRules.Request(s, Workflows.Checkout with { ExpectedReturn = Workflows.Start.AddMinutes(30) }, Workflows.Employee, now),
            (s, now) => WorkflowRules.Approve(s, s.GivenUp, "man", "Take care", now),
            (s, now) => WorkflowRules.Approve(s, 0, "man", null, now),
            (s, now) => WorkflowRules.GiveUp(s, now),
            (s, now) => WorkflowRules.Reject(s, "man", "We need it", now),
            (s, now) => WorkflowRules.Cancel(s, "emp", now),
            (s, now) => WorkflowRules.Cancel(s, "man", now),
            (s, now) => WorkflowRules.MarkViewed(s, "emp", now),
            (s, now) => WorkflowRules.Wake(s, now),
        ],
        (state, events) => events.Count(e => e is WorkflowApproved or WorkflowRejected or WorkflowCancelled) <= 1
            && events.OfType<WorkflowReturnDue>().Count() <= 1
            && state.GivenUp == events.OfType<WorkflowApprovalGivenUp>().Count()
            && (state.ApprovedAt is not null) == (state.Status == WorkflowStatus.Approved)
            && (events.Count == 0 || events[0] is WorkflowRequested));
}
