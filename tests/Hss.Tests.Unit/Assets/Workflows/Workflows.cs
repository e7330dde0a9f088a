using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Assets.Workflows;

/// <summary>Workflows for tests of their rules.</summary>
internal static class Workflows
{
    public const string Id = "00112233-4455-4677-8899-aabb00000000";
    public const string AssetId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Back = Start.AddDays(7);

    public static readonly CallContext Employee = new("emp", "employee", "r");
    public static readonly CallContext Manager = new("man", "manager", "r");

    public static readonly RequestWorkflow Checkout = new(WorkflowTypes.Checkout, AssetId, "emp", "For the demo", Back);

    public static readonly WorkflowState Pending = After(new(Id), s => WorkflowRules.Request(s, Checkout, Employee, Start));

    public static readonly WorkflowState Approved = After(Pending, s => WorkflowRules.Approve(s, 0, "man", "Take care", Start.AddHours(1)));

    public static readonly WorkflowState Rejected = After(Pending, s => WorkflowRules.Reject(s, "man", "We need it", Start.AddHours(1)));

    public static readonly WorkflowState Cancelled = After(Pending, s => WorkflowRules.Cancel(s, "emp", Start.AddHours(1)));

    /// <summary>A workflow that these have happened to.</summary>
    public static WorkflowState After(WorkflowState state, params Func<WorkflowState, Decision>[] commands) => commands.Aggregate(
        state,
        (now, command) =>
        {
            var decision = command(now);
            Assert.Null(decision.Refusal);
            return decision.Events.Aggregate(now, WorkflowRules.Apply);
        });
}
