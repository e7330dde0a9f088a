using System.Text.Json.Nodes;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Orders;

/// <summary>Whether the product's stocks, orders and chains of events agree with each other and with what its callers were told.</summary>
internal sealed class ProductBooks(Product product)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const string LinesOfPostgres = "SELECT sum((l->>'quantity')::bigint) FROM jsonb_array_elements(state::jsonb->'lines') l";
    private const string LinesOfSqlite = "SELECT sum(json_extract(l.value, '$.quantity')) FROM json_each(state, '$.lines') l";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Effects (invoices and mails of orders) that are still to be carried out.</summary>
    public async Task<double> EffectsWaiting() => (await Numbers("SELECT count(*) FROM effects"))[0];

    /// <summary>Waits until none is left, if that does not take too long.</summary>
    public async Task EffectsDone()
    {
        for (var waited = TimeSpan.Zero; waited < Patience && await EffectsWaiting() > 0; waited += Look)
            await Task.Delay(Look);
    }

    /// <summary>Events of the whole journal.</summary>
    public async Task<double> Events() => (await Numbers("SELECT seq FROM feed"))[0];

    /// <summary>What does not balance, or null.</summary>
    /// <param name="told">Orders whose callers were told of them.</param>
    /// <param name="cut">How many more there may be: their callers were gone before the answer.</param>
    public async Task<string?> Check(IReadOnlyCollection<long> products, long told, int cut) => await Units(products, told, cut) ?? await Verify();

    /// <summary>The same without a look at the chains of events.</summary>
    public async Task<string?> Units(IReadOnlyCollection<long> products, long told, int cut)
    {
        var (held, sold) = await Stocks(products);
        // Confirmations follow the answer.
        for (var waited = TimeSpan.Zero; held > 0 && waited < Patience; waited += Look)
        {
            await Task.Delay(Look);
            (held, sold) = await Stocks(products);
        }

        if (held > 0)
            return $"{held} units are still held";
        var lines = product.Database == Databases.Sqlite ? LinesOfSqlite : LinesOfPostgres;
        var orders = await Numbers($"SELECT count(*), CAST(coalesce(sum(({lines})), 0) AS bigint) FROM entities WHERE kind = 'order' AND status <> 'abandoned'");
        return Books.Fault(told, cut, orders[0], orders[1], sold);
    }

    /// <summary>What a verification of the whole journal finds, or null.</summary>
    public async Task<string?> Verify()
    {
        var id = (string)(await product.Post("api/v1/audit/verify", new { }))["id"]!;
        while (true)
        {
            var job = await product.Get($"api/v1/audit/verify/{id}");
            if ((string?)job["fault"] is { } fault)
                return fault;
            if (!(bool)job["progress"]!["clean"]!)
                return $"a chain is broken: {job["progress"]!["broken"]}";
            if ((bool)job["progress"]!["done"]!)
                return null;
            await Task.Delay(Look);
        }
    }

    /// <summary>The columns of a row of the product's database, which are whole numbers.</summary>
    public async Task<long[]> Numbers(string sql)
    {
        await using var connection = await product.OpenDatabase();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
    }

    private async Task<(long Held, long Sold)> Stocks(IReadOnlyCollection<long> products)
    {
        long held = 0, sold = 0;
        await Parallel.ForEachAsync(products, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            JsonNode stock = await product.Get($"store/api/v1/products/{number}/stock");
            Interlocked.Add(ref held, (long)stock["held"]!);
            Interlocked.Add(ref sold, (long)stock["sold"]!);
        });
        return (held, sold);
    }
}
