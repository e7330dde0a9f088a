using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>/sams: a manager makes an asset, whose tag the server gives; an employee gets it by a workflow, and gives it back by another.</summary>
internal sealed class AssetLoad(Caller manager, Caller employee, string category) : ILoad
{
    private const string Api = "/sams/api/v1";

    public async Task Round(CancellationToken stop)
    {
        var made = await manager.Send(new("asset.create", $"{Api}/assets", new { name = "Latitude 5420", category_id = category })
        {
            Kind = "asset",
            Event = "asset.created",
            IdOf = a => a["id"],
            FactsOf = a => [new ToldFact("tag", a["asset_tag"]!.ToString())],
        });
        if ((string?)made?["id"] is not { } asset || !await Workflow("checkout", asset))
            return;
        await Workflow("checkin", asset);
    }

    private async Task<bool> Workflow(string what, string asset)
    {
        var asked = await employee.Send(new($"workflow.{what}", $"{Api}/workflows/{what}", new { asset_id = asset, reason = "Drill" })
        {
            Kind = "workflow",
            Event = "workflow.requested",
            IdOf = a => a["id"],
            FactsOf = _ => [new ToldFact("asset_id", asset), new ToldFact("type", what)],
        });
        return (string?)asked?["id"] is { } id
            && await manager.Send(new("workflow.approve", $"{Api}/workflows/{id}/approve") { Kind = "workflow", Id = id, Event = "workflow.approved" }) is not null;
    }
}
