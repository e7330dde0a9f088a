using Hss.Grains.Assets.Workflows;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using static Hss.Tests.Unit.Assets.Workflows.Workflows;

namespace Hss.Tests.Unit.Assets.Workflows;

public sealed class WorkflowRulesTests
{
    public static TheoryData<string> Decided => [WorkflowStatus.Approved, WorkflowStatus.Rejected, WorkflowStatus.Cancelled];

    private static WorkflowState In(string status) => status switch
    {
        WorkflowStatus.Approved => Approved,
        WorkflowStatus.Rejected => Rejected,
        _ => Cancelled,
    };

    [Fact]
    public void Request_KeepsWhatWasAsked_AndTellsManagers()
    {
        var decision = WorkflowRules.Request(new(Id), Checkout, Employee, Start);

        Assert.Equal(new WorkflowRequested("checkout", AssetId, "emp", "emp", "For the demo", Back, Start), Assert.Single(decision.Events));
        Assert.Equal((WorkflowEffects.Requested, new WorkflowReference(Id)), (Assert.Single(decision.Effects).Target, decision.Effects[0].Payload));
        Assert.Equal(("pending", "emp", false), (Pending.Status, Pending.RequesterId, Pending.Viewed));
    }

    [Theory]
    [InlineData("maintenance", "employee", false)]
    [InlineData("disposal", "employee", false)]
    [InlineData("maintenance", "manager", true)]
    [InlineData("disposal", "admin", true)]
    [InlineData("checkin", "employee", true)]
    [InlineData("transfer", "employee", true)]
    public void Request_OfRepairOrDisposal_IsForManagersAndAdmins(string type, string role, bool allowed)
    {
        var decision = WorkflowRules.Request(new(Id), new(type, AssetId, null, null, null), new("x", role, "r"), Start);

        Assert.Equal(allowed ? null : RefusalCodes.Forbidden, decision.Refusal?.Code);
    }

    [Fact]
    public void ExpectedReturn_IsKeptInWholeMicroseconds_AsItsRowIs()
    {
        var state = After(new(Id), s => WorkflowRules.Request(s, Checkout with { ExpectedReturn = Back.AddTicks(19).ToOffset(TimeSpan.FromHours(9)) }, Employee, Start));

        Assert.Equal((Back.AddTicks(10), TimeSpan.Zero), (state.ExpectedReturn, state.ExpectedReturn!.Value.Offset));
    }

    [Fact]
    public void Step_HasTheExpectedReturn_OfACheckoutOnly()
    {
        var key = WorkflowKind.Instance.Key(Id);

        Assert.Equal(new WorkflowStep(key, "checkout", "emp", "emp", Back), WorkflowRules.Step(key, Pending));
        Assert.Null(WorkflowRules.Step(key, Checkout with { Type = WorkflowTypes.Transfer, AssigneeId = "other" }, "emp").ExpectedReturn);
    }

    [Fact]
    public void Approve_KeepsWhoWhenAndTheComment_AndTellsTheRequester()
    {
        var decision = WorkflowRules.Approve(Pending, 0, "man", "Take care", Start);

        Assert.Equal(WorkflowEffects.Decided, Assert.Single(decision.Effects).Target);
        Assert.Equal(("approved", "man", "Take care", Start.AddHours(1)), (Approved.Status, Approved.ApproverId, Approved.CompletionNotes, Approved.ApprovedAt));
    }

    [Theory]
    [MemberData(nameof(Decided))]
    public void ADecision_IsTheLastWord(string status)
    {
        var state = In(status);
        var refusal = new Refusal(WorkflowCodes.NotPending, $"Workflow is not pending (current status: {status})");

        Assert.Equal(refusal, WorkflowRules.Approve(state, 0, "man", null, Start).Refusal);
        Assert.Equal(refusal, WorkflowRules.Reject(state, "man", null, Start).Refusal);
        Assert.Equal(refusal, WorkflowRules.Cancel(state, "emp", Start).Refusal);
        Assert.Empty(WorkflowRules.GiveUp(state, Start).Events);
    }

    [Fact]
    public void AnApprovalThatWasGivenUp_CannotBeCommittedAnyMore_ButAnotherCan()
    {
        var given = After(Pending, s => WorkflowRules.GiveUp(s, Start));

        Assert.Equal("pending", given.Status);
        Assert.Equal(RefusalCodes.Unavailable, WorkflowRules.Approve(given, 0, "man", null, Start).Refusal?.Code);
        Assert.Equal("approved", After(given, s => WorkflowRules.Approve(s, s.GivenUp, "man", null, Start)).Status);
    }

    [Fact]
    public void Cancel_ByAnother_IsRefused_WhateverTheStatus()
    {
        var refusal = new Refusal(RefusalCodes.Forbidden, "Only the requester can cancel this workflow");

        Assert.Equal(refusal, WorkflowRules.Cancel(Pending, "man", Start).Refusal);
        Assert.Equal(refusal, WorkflowRules.Cancel(Approved, "man", Start).Refusal);
    }

    [Fact]
    public void WhatWasNeverRequested_IsNotFound()
    {
        Assert.Equal(WorkflowRules.NotFound, WorkflowRules.Approve(new(Id), 0, "man", null, Start).Refusal);
        Assert.Equal(WorkflowRules.NotFound, WorkflowRules.Reject(new(Id), "man", null, Start).Refusal);
        Assert.Equal(WorkflowRules.NotFound, WorkflowRules.Cancel(new(Id), "emp", Start).Refusal);
        Assert.Equal(WorkflowRules.NotFound, WorkflowRules.MarkViewed(new(Id), "emp", Start).Refusal);
        Assert.Empty(WorkflowRules.GiveUp(new(Id), Start).Events);
    }

    [Fact]
    public void MarkViewed_IsTheRequesters_CountsOnce_AndEndsWithTheNextDecision()
    {
        Assert.Equal(RefusalCodes.Forbidden, WorkflowRules.MarkViewed(Approved, "man", Start).Refusal?.Code);
        var viewed = After(Approved, s => WorkflowRules.MarkViewed(s, "emp", Start));
        Assert.True(viewed.Viewed);
        Assert.Empty(WorkflowRules.MarkViewed(viewed, "emp", Start).Events);

        var early = After(Pending, s => WorkflowRules.MarkViewed(s, "emp", Start), s => WorkflowRules.Reject(s, "man", null, Start));
        Assert.False(early.Viewed);
    }

    [Fact]
    public void TheExpectedReturn_OfAnApprovedCheckout_IsSaidOnce()
    {
        Assert.Null(WorkflowRules.DueAt(Pending));
        Assert.Null(WorkflowRules.DueAt(Rejected));
        Assert.Null(WorkflowRules.DueAt(Approved with { Type = WorkflowTypes.Transfer }));
        Assert.Null(WorkflowRules.DueAt(Approved with { ExpectedReturn = null }));
        Assert.Equal(Back, WorkflowRules.DueAt(Approved));

        Assert.Empty(WorkflowRules.Wake(Approved, Back.AddTicks(-10)).Events);
        var due = WorkflowRules.Wake(Approved, Back);
        Assert.Equal(WorkflowEffects.ReturnDue, Assert.Single(due.Effects).Target);
        var said = After(Approved, s => WorkflowRules.Wake(s, Back));
        Assert.Null(WorkflowRules.DueAt(said));
        Assert.Empty(WorkflowRules.Wake(said, Back.AddYears(1)).Events);
    }

    [Fact]
    public void MaySee_RequesterManagersAndAdmins_NotTheAssignee()
    {
        var view = WorkflowViews.Of(Pending) with { AssigneeId = "other" };

        Assert.True(WorkflowRules.MaySee(view, "emp", "employee"));
        Assert.True(WorkflowRules.MaySee(view, "x", "manager"));
        Assert.True(WorkflowRules.MaySee(view, "x", "admin"));
        Assert.False(WorkflowRules.MaySee(view, "other", "employee"));
    }
}
