using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Assets.Registry;

public sealed class AssetRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly AssetDetails Details = new("Laptop", "c1", "l1", null, null, null, null, null, null, null);

    [Theory]
    [InlineData(null, null, "available", null)]
    [InlineData("available", null, "available", null)]
    [InlineData(null, "u1", "assigned", "u1")]
    [InlineData("available", "u1", "assigned", "u1")]
    [InlineData("assigned", "u1", "assigned", "u1")]
    [InlineData("maintenance", null, "maintenance", null)]
    public void Create_IsAssignedExactlyWhenSomebodyGetsIt(string? status, string? holder, string made, string? has)
    {
        var state = Run(new("a1"), s => Create(s, status, holder));
        Assert.Equal((made, has), (state.Status, state.AssignedTo));
    }

    [Theory]
    [InlineData("assigned", null, AssetCodes.NeedsHolder)]
    [InlineData("maintenance", "u1", RefusalCodes.Invalid)]
    [InlineData("disposed", "u1", RefusalCodes.Invalid)]
    public void Create_OfAContradiction_IsRefused_BeforeAnythingIsHeld(string status, string? holder, string code)
    {
        Assert.Equal(code, AssetRules.MayCreate(new("a1"), new(Details, null, status, holder)).Refusal?.Code);
        Assert.Equal(code, Create(new("a1"), status, holder).Refusal?.Code);
    }

    [Fact]
    public void Create_AfterItWasGivenUp_OrAgain_IsRefused()
    {
        Assert.Equal(RefusalCodes.Unavailable, Create(Run(new("a1"), s => AssetRules.Settle(s, Now)), null, null).Refusal?.Code);
        Assert.Equal(RefusalCodes.Conflict, Create(Free, null, null).Refusal?.Code);
        Assert.Same(Decision.Unchanged, AssetRules.Settle(Free, Now));
    }

    [Theory]
    [InlineData("assigned_to", null, "u2", "assigned", "u2")]
    [InlineData("assigned_to", null, null, "available", null)]
    [InlineData("status", "maintenance", null, "maintenance", null)]
    [InlineData("status", "assigned", null, "assigned", "u1")]
    [InlineData("status,assigned_to", "disposed", null, "disposed", null)]
    [InlineData("status,assigned_to", "available", "u2", "assigned", "u2")]
    [InlineData("name", "disposed", "u2", "assigned", "u1")]
    public void Change_OfAnAssignedAsset_KeepsStatusAndHolderInStep(string fields, string? status, string? holder, string now, string? has)
    {
        var state = Run(Held, s => AssetRules.Change(s, new(Details, [.. fields.Split(',')], status, holder), Now));
        Assert.Equal((now, has), (state.Status, state.AssignedTo));
    }

    [Fact]
    public void Change_TellsOldAndNewValues_OfWhatChangedAlone()
    {
        var decision = AssetRules.Change(Free, new(Details with { Name = "PC", Notes = "N", Model = "M" }, ["name", "notes", "category_id"], null, null), Now);
        var changed = Assert.IsType<AssetChanged>(Assert.Single(decision.Events));
        Assert.Equal<string>(["name", "notes"], changed.Fields);
        Assert.Equal(("Laptop", "PC", null), (changed.Old.Name, changed.New.Name, changed.New.Model));
        Assert.Same(Decision.Unchanged, AssetRules.Change(Free, new(Details, ["name", "category_id", "location_id"], null, null), Now));
    }

    [Fact]
    public void SetStatus_TakesTheHolderAway_WithAnEventOfItsOwn()
    {
        Assert.Equal(["AssetStatusChanged", "AssetUnassigned"], AssetRules.SetStatus(Held, "in_transit", null, Now).Events.Select(e => e.GetType().Name));
        Assert.Equal(["AssetStatusChanged"], AssetRules.SetStatus(Free, "in_transit", null, Now).Events.Select(e => e.GetType().Name));
        Assert.Same(Decision.Unchanged, AssetRules.SetStatus(Held, "assigned", null, Now));
        Assert.Equal(AssetCodes.NeedsHolder, AssetRules.SetStatus(Free, "assigned", null, Now).Refusal?.Code);
    }

    [Fact]
    public void EveryStatusLeadsToEveryOther_ButAssigned()
    {
        var free = AssetStatus.All.Remove(AssetStatus.Assigned);
        foreach (var from in free)
        {
            foreach (var to in free)
                Assert.Equal(to, Run(Run(Free, s => AssetRules.SetStatus(s, from, null, Now)), s => AssetRules.SetStatus(s, to, null, Now)).Status);
        }
    }

    [Fact]
    public void Assign_AndBack()
    {
        Assert.Same(Decision.Unchanged, AssetRules.Assign(Held, "u1", null, Now));
        Assert.Same(Decision.Unchanged, AssetRules.Assign(Free, null, null, Now));
        var passed = Run(Held, s => AssetRules.Assign(s, "u2", null, Now));
        Assert.Equal(("u2", null, null), (passed.AssignedTo, passed.DueBack, passed.CheckoutWorkflow));
        var repaired = Run(Run(Free, s => AssetRules.SetStatus(s, "maintenance", null, Now)), s => AssetRules.Assign(s, null, null, Now));
        Assert.Equal(("available", null), (repaired.Status, repaired.AssignedTo));
    }

    [Fact]
    public void ADeletedAsset_IsDisposed_AndNothingChangesItAnyMore()
    {
        var deleted = Run(Held, s => AssetRules.Delete(s, Now));
        Assert.Equal(("disposed", null, "T1", Now), (deleted.Status, deleted.AssignedTo, deleted.Tag, deleted.DeletedAt));
        foreach (var decision in Changes(deleted))
            Assert.Equal(AssetRules.NotFound, decision.Refusal);
    }

    [Fact]
    public void WhileAWorkflowIsUndecided_NothingElseChangesIt()
    {
        var held = Run(Free, s => AssetWorkflowRules.Hold(s, new(new("workflow", "w1"), WorkflowTypes.Checkout, "u1", null, null), Now));
        foreach (var decision in Changes(held))
            Assert.Equal(AssetCodes.Undecided, decision.Refusal?.Code);
    }

    [Fact]
    public void AReservationThatIsOver_LeavesTheStateWithTheNextOne()
    {
        var state = Run(Free, s => AssetRules.Reserve(s, new("r1", "u1", Now, Now.AddHours(1), null), Now));
        state = Run(state, s => AssetRules.Reserve(s, new("r2", "u1", Now.AddHours(3), Now.AddHours(4), null), Now.AddHours(2)));
        Assert.Equal("r2", Assert.Single(state.Reservations).Id);
        Assert.Same(Decision.Unchanged, AssetRules.Reserve(state, new("r2", "u1", Now.AddHours(3), Now.AddHours(4), null), Now.AddHours(2)));
    }

    private static AssetState Free => Run(new("a1"), s => Create(s, null, null));

    // By a checkout, so it is expected back.
    private static AssetState Held
    {
        get
        {
            var step = new WorkflowStep(new("workflow", "w0"), WorkflowTypes.Checkout, "u1", null, Now.AddDays(3));
            return Run(Run(Free, s => AssetWorkflowRules.Hold(s, step, Now)), s => AssetWorkflowRules.Confirm(s, step.Workflow, Now));
        }
    }

    private static IEnumerable<Decision> Changes(AssetState state) =>
    [
        AssetRules.Change(state, new(Details with { Name = "x" }, ["name"], null, null), Now), AssetRules.SetStatus(state, "maintenance", null, Now),
        AssetRules.Move(state, "l2", null, Now), AssetRules.Assign(state, "u2", null, Now), AssetRules.Delete(state, Now),
        AssetRules.Reserve(state, new("r1", "u1", Now, Now.AddHours(1), null), Now), AssetRules.CancelReservation(state, "r1", new("u1", "admin", "r"), Now),
        AssetWorkflowRules.Hold(state, new(new("workflow", "w2"), WorkflowTypes.Maintenance, "u1", null, null), Now),
    ];

    private static Decision Create(AssetState state, string? status, string? holder) =>
        AssetRules.Create(state, new(Details, "T1", status, holder), "T1", new("name", "n"), Now);

    private static AssetState Run(AssetState state, Func<AssetState, Decision> command)
    {
        var decision = command(state);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, AssetRules.Apply);
    }
}
