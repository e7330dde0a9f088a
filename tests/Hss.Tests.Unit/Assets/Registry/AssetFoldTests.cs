using Hss.Grains.Assets;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Assets.Registry;

public sealed class AssetFoldTests
{
    private static readonly AssetDetails Details = new("Laptop", "c1", "l1", null, null, null, null, null, null, null);
    private static readonly CallContext Admin = new("admin", "admin", "r");

    [Fact]
    public void Asset_StateIsExactlyTheFoldOfItsEvents_ItIsAssignedExactlyWhileSomebodyHasIt_AndNoReservationsOverlap() => FoldProperty.Holds(
        AssetKind.Instance,
        "a1",
        [
            (s, now) => AssetRules.Create(s, new(Details, null, null, null), "SRS-PC-2026-0001", new("number", "sams.asset.PC.2026"), now),
            (s, now) => AssetRules.Create(s, new(Details, null, null, "u1"), "T1", new("name", "n"), now),
            AssetRules.Settle,
            (s, now) => AssetRules.Change(s, new(Details with { Name = "PC" }, ["name"], null, null), now),
            (s, now) => AssetRules.Change(s, new(Details, ["assigned_to"], null, "u2"), now),
            (s, now) => AssetRules.SetStatus(s, AssetStatus.Maintenance, null, now),
            (s, now) => AssetRules.SetStatus(s, AssetStatus.Assigned, null, now),
            (s, now) => AssetRules.Move(s, s.Details.LocationId is null ? "l2" : null, "why", now),
            (s, now) => AssetRules.Assign(s, "u1", null, now),
            (s, now) => AssetRules.Assign(s, null, null, now),
            (s, now) => now.Minute % 5 == 0 ? AssetRules.Delete(s, now) : Decision.Unchanged,
            (s, now) => AssetRules.Reserve(s, new($"r{now.Ticks}", "u1", now.AddMinutes(now.Minute), now.AddMinutes(now.Minute + 7), null), now),
            (s, now) => AssetRules.CancelReservation(s, s.Reservations.LastOrDefault()?.Id ?? "none", Admin, now),
            .. WorkflowTypes.All.Select(type => (Func<AssetState, DateTimeOffset, Decision>)((s, now) => AssetWorkflowRules.Hold(s, Step(type), now))),
            .. WorkflowTypes.All.Select(type => (Func<AssetState, DateTimeOffset, Decision>)((s, now) => AssetWorkflowRules.Confirm(s, Step(type).Workflow, now))),
            (s, now) => AssetWorkflowRules.Release(s, Step(WorkflowTypes.Checkout).Workflow, now),
        ],
        (state, events) =>
            (state.Status == AssetStatus.Assigned) == (state.AssignedTo is not null)
            && (state.DueBack is null || state.AssignedTo is not null)
            && state.Reservations.All(r => ReservationRules.Conflict(state.Reservations.Remove(r), r.From, r.To) is null)
            && events.OfType<AssetCreated>().Count() <= 1);

    private static WorkflowStep Step(string type) => new(new("workflow", type), type, "u1", type == WorkflowTypes.Transfer ? "u2" : null, null);
}
