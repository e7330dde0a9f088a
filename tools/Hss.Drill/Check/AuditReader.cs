using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Hss.Drill.Load;

namespace Hss.Drill.Check;

/// <summary>Reads what is stored as an operator does: the audit's events, its verification, and the stocks.</summary>
internal sealed class AuditReader(Caller operators, Caller manager, IReadOnlyList<long> products)
{
    private static readonly string[] Kinds = ["booking", "order", "stock", "asset", "workflow", "queue", "book", "delivery", "robot", "notification"];

    // A hold whose order's caller is gone is settled after 5 s, as the drill sets it; an effect whose server was killed is another's after 30 s; a mail that
    // was refused a few times waits as long. When nothing has come for so long, nothing will.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, List<StoredEvent>> _known = new(StringComparer.Ordinal);

    /// <summary>Waits until nothing is under way any more, or nothing has moved for too long.</summary>
    /// <param name="left">How much is under way.</param>
    public async Task Settle(Func<Stored, int> left)
    {
        var (least, since) = (int.MaxValue, Stopwatch.GetTimestamp());
        while (left(await Now()) is > 0 and var now && (now < least || Stopwatch.GetElapsedTime(since) < LongestRest))
        {
            if (now < least)
                (least, since) = (now, Stopwatch.GetTimestamp());
            await Task.Delay(1000, CancellationToken.None);
        }
    }

    /// <summary>Reads everything.</summary>
    public async Task<Stored> Read()
    {
        _known.Clear();
        return await Now() with { Broken = await Verify() };
    }

    private async Task<Stored> Now()
    {
        var stocks = new List<StoredStock>();
        foreach (var product in products)
        {
            var stock = await Get(manager, $"/store/api/v1/products/{product}/stock");
            stocks.Add(new($"{product}", (long)stock["available"]!, (long)stock["held"]!, (long)stock["sold"]!, (long)stock["received"]!));
        }

        return new(await Events(), [.. stocks], null);
    }

    // The newest come first: back to what is known.
    private async Task<ImmutableArray<StoredEvent>> Events()
    {
        foreach (var kind in Kinds)
        {
            var events = _known[kind] = _known.GetValueOrDefault(kind, []);
            var newest = events.Count == 0 ? 0 : events.Max(e => e.Seq);
            for (long? cursor = 0; cursor is { } before;)
            {
                var page = await Get(operators, $"/api/v1/audit?entity={kind}&limit=500&cursor={before}");
                var news = page["events"]!.AsArray().Select(e => Of(e!)).TakeWhile(e => e.Seq > newest).ToList();
                events.AddRange(news);
                cursor = news.Count < page["events"]!.AsArray().Count ? null : (long?)page["next_cursor"];
            }
        }

        return [.. _known.Values.SelectMany(k => k).OrderBy(e => e.Seq)];
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
