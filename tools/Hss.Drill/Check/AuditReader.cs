using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Drill.Load;

namespace Hss.Drill.Check;

/// <summary>Reads what is stored as an operator does: the audit's events, its verification, and the stocks.</summary>
internal sealed class AuditReader(Caller operators, Caller manager, IReadOnlyList<long> products)
{
    private static readonly string[] Kinds = ["booking", "order", "stock", "asset", "workflow", "queue", "book", "delivery", "notification"];

    // A hold whose order's caller is gone is settled after a while: 5 s, as the drill sets it; more than that on a busy machine.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(90);

    /// <summary>Waits until no unit is under way any more, then reads everything.</summary>
    public async Task<Stored> Read()
    {
        using var rest = new CancellationTokenSource(LongestRest);
        var stored = await Now();
        while (StockBooks.Find(stored).Any() && !rest.IsCancellationRequested)
        {
            await Task.Delay(1000, CancellationToken.None);
            stored = await Now();
        }

        // Of the others too, what came while the stocks came to rest.
        return stored with { Events = await Events(Kinds), Broken = await Verify() };
    }

    private async Task<Stored> Now()
    {
        var events = await Events(["order", "stock"]);
        var stocks = new List<StoredStock>();
        foreach (var product in products)
        {
            var stock = await Get(manager, $"/store/api/v1/products/{product}/stock");
            stocks.Add(new($"{product}", (long)stock["available"]!, (long)stock["held"]!, (long)stock["sold"]!, (long)stock["received"]!));
        }

        return new(events, [.. stocks], null);
    }

    private async Task<ImmutableArray<StoredEvent>> Events(IEnumerable<string> kinds)
    {
        var events = new List<StoredEvent>();
        foreach (var kind in kinds)
        {
            for (long? cursor = 0; cursor is { } before;)
            {
                var page = await Get(operators, $"/api/v1/audit?entity={kind}&limit=500&cursor={before}");
                events.AddRange(page["events"]!.AsArray().Select(e => Of(e!)));
                cursor = (long?)page["next_cursor"];
            }
        }

        return [.. events.OrderBy(e => e.Seq)];
    }

    private async Task<string?> Verify()
    {
        // The start of a verification is no entity's write: nothing of it is recorded.
        var job = (await operators.Send(new("audit.verify", "/api/v1/audit/verify")))?["id"]?.ToString();
        while (true)
        {
            var state = await Get(operators, $"/api/v1/audit/verify/{job}");
            if (state["fault"] is { } fault)
                return fault.ToString();
            if ((bool)state["progress"]!["done"]!)
                return (bool)state["progress"]!["clean"]! ? null : state["progress"]!["broken"]!.ToJsonString();
            await operators.Hesitate();
        }
    }

    private static StoredEvent Of(JsonNode e) => new(
        (long)e["seq"]!,
        e["kind"]!.ToString(),
        e["id"]!.ToString(),
        (long)e["version"]!,
        e["type"]!.ToString(),
        e["request_id"]!.ToString(),
        e["data"] ?? new JsonObject(),
        e["prev_hash"]!.ToString(),
        e["hash"]!.ToString());

    private static async Task<JsonNode> Get(Caller caller, string path) =>
        await caller.Get(path) ?? throw new InvalidOperationException($"GET {path} has no answer");
}
