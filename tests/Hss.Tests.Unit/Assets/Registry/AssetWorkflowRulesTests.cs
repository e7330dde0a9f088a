using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Assets.Registry;

public sealed class AssetWorkflowRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Workflow = new("workflow", "w1");

    [Theory]
    [InlineData("checkout", "available", null, null, null)]
    [InlineData("checkout", "assigned", "u2", null, "Asset is not available (current status: assigned)")]
    [InlineData("checkout", "maintenance", null, null, "Asset is not available (current status: maintenance)")]
    [InlineData("checkin", "assigned", "u1", null, null)]
    [InlineData("checkin", "assigned", "u2", null, "Asset is not assigned to you")]
    [InlineData("checkin", "available", null, null, "Asset is not assigned to you")]
    [InlineData("transfer", "assigned", "u2", "u3", null)]
    [InlineData("transfer", "available", null, "u3", null)]
    [InlineData("transfer", "in_transit", null, "u3", "Asset is not available (current status: in_transit)")]
    [InlineData("transfer", "disposed", null, "u3", "Asset is not available (current status: disposed)")]
    [InlineData("transfer", "assigned", "u2", null, "A transfer needs an assignee")]
    [InlineData("maintenance", "assigned", "u2", null, null)]
    [InlineData("maintenance", "disposed", null, null, "Asset is not available (current status: disposed)")]
    [InlineData("disposal", "maintenance", null, null, null)]
    [InlineData("disposal", "disposed", null, null, "Asset is not available (current status: disposed)")]
    [InlineData("rental", "available", null, null, "There is no workflow 'rental'")]
    public void Check_AndHold_RefuseTheSame(string type, string status, string? holder, string? assignee, string? refusal)
    {
        var (state, step) = (Asset(status, holder), new WorkflowStep(Workflow, type, "u1", assignee, null));
        Assert.Equal(refusal, AssetWorkflowRules.Check(state, step, Now).Refusal?.Message);
        Assert.Equal(refusal, AssetWorkflowRules.Hold(state, step, Now).Refusal?.Message);
    }

    [Theory]
    [InlineData("checkout", null, null, "assigned", "u1", "AssetAssigned")]
    [InlineData("checkout", null, "u3", "assigned", "u3", "AssetAssigned")]
    [InlineData("checkin", "u1", null, "available", null, "AssetUnassigned")]
    [InlineData("transfer", "u2", "u3", "assigned", "u3", "AssetAssigned")]
    [InlineData("maintenance", null, null, "maintenance", null, "AssetStatusChanged")]
    [InlineData("maintenance", "u2", null, "maintenance", null, "AssetStatusChanged,AssetUnassigned")]
    [InlineData("disposal", "u2", null, "disposed", null, "AssetStatusChanged,AssetUnassigned")]
    public void Confirm_TakesEffect_Once(string type, string? holder, string? assignee, string status, string? has, string events)
    {
        var held = Run(Asset(holder is null ? "available" : "assigned", holder), s => AssetWorkflowRules.Hold(s, new(Workflow, type, "u1", assignee, Now.AddDays(2)), Now));
        var decision = AssetWorkflowRules.Confirm(held, Workflow, Now);
        Assert.Equal($"{events},AssetReleased", string.Join(',', decision.Events.Select(e => e.GetType().Name)));
        var after = Run(held, _ => decision);
        Assert.Equal((status, has, null), (after.Status, after.AssignedTo, after.Hold));
        Assert.Same(Decision.Unchanged, AssetWorkflowRules.Confirm(after, Workflow, Now));
        Assert.Same(Decision.Unchanged, AssetWorkflowRules.Release(after, Workflow, Now));
    }

    [Fact]
    public void ACheckout_IsExpectedBack_ByTheWorkflowThatItCameBy_UntilItIsBack()
    {
        var after = Approved(Asset("available", null), WorkflowTypes.Checkout);
        Assert.Equal((Now.AddDays(2), "w1"), (after.DueBack, after.CheckoutWorkflow));
        Assert.Equal(Now.AddDays(2), AssetViews.Of(after).DueBack);
        var back = Approved(after, WorkflowTypes.Checkin);
        Assert.Equal((null, null), (back.DueBack, back.CheckoutWorkflow));
    }

    [Fact]
    public void TwoApprovals_OneWins()
    {
        var (one, two) = (new WorkflowStep(Workflow, WorkflowTypes.Checkout, "u1", null, null), new WorkflowStep(new("workflow", "w2"), WorkflowTypes.Checkout, "u2", null, null));
        var held = Run(Asset("available", null), s => AssetWorkflowRules.Hold(s, one, Now));
        Assert.Equal(AssetCodes.Undecided, AssetWorkflowRules.Hold(held, two, Now).Refusal?.Code);
        Assert.Same(Decision.Unchanged, AssetWorkflowRules.Hold(held, one, Now));
        Assert.Same(Decision.Unchanged, AssetWorkflowRules.Confirm(held, two.Workflow, Now));
        Assert.Same(Decision.Unchanged, AssetWorkflowRules.Release(held, two.Workflow, Now));
        var confirmed = Run(held, s => AssetWorkflowRules.Confirm(s, one.Workflow, Now));
        Assert.Equal("Asset is not available (current status: assigned)", AssetWorkflowRules.Hold(confirmed, two, Now).Refusal?.Message);
        var released = Run(held, s => AssetWorkflowRules.Release(s, one.Workflow, Now));
        Assert.Null(AssetWorkflowRules.Hold(released, two, Now).Refusal);
    }

    [Fact]
    public void ACheckout_DuringAnothersReservation_IsRefused_NamingIt()
    {
        var state = Run(Asset("available", null), s => AssetRules.Reserve(s, new("r1", "u2", Now.AddHours(5), Now.AddHours(6), null), Now));
        var step = new WorkflowStep(Workflow, WorkflowTypes.Checkout, "u1", null, null);
        foreach (var refused in new[] { AssetWorkflowRules.Check(state, step, Now), AssetWorkflowRules.Hold(state, step, Now) })
        {
            Assert.Equal(AssetCodes.Reserved, refused.Refusal?.Code);
            Assert.Contains("r1", refused.Refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Null(AssetWorkflowRules.Hold(state, step with { RequesterId = "u2" }, Now).Refusal);
        Assert.Null(AssetWorkflowRules.Hold(state, step with { AssigneeId = "u2" }, Now).Refusal);
        Assert.Null(AssetWorkflowRules.Hold(state, step with { ExpectedReturn = Now.AddHours(5) }, Now).Refusal);
    }

    private static AssetState Approved(AssetState state, string type)
    {
        var held = Run(state, s => AssetWorkflowRules.Hold(s, new(Workflow, type, "u1", null, Now.AddDays(2)), Now));
        return Run(held, s => AssetWorkflowRules.Confirm(s, Workflow, Now));
    }

    private static AssetState Asset(string status, string? holder) => Run(
        new("a1"),
        s => AssetRules.Create(s, new(new("Laptop", "c1", null, null, null, null, null, null, null, null), null, status, holder), "T1", new("name", "n"), Now));

    private static AssetState Run(AssetState state, Func<AssetState, Decision> command)
    {
        var decision = command(state);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, AssetRules.Apply);
    }
}
