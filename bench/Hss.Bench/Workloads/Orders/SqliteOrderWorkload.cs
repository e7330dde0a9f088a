using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Orders;

/// <summary>The same orders on SQLite. Nobody is measured beside it, so all rounds are of one process, one after another.</summary>
internal sealed class SqliteOrderWorkload(OrderLoad load) : IWorkload
{
    private const int Customers = 16;

    public string Name => load.Name;

    public Task<IReadOnlyList<Row>> Run(Servers.Bench bench) => bench.WithProduct<IReadOnlyList<Row>>(Databases.Sqlite, async product =>
    {
        var tokens = await product.Customers(Customers);
        var products = await product.Products(load.Products, OrderLoad.Stock);
        var orders = new OrderMeasurement(load, product.Server, Side.Ours, products[0], tokens);
        await orders.WarmUp(bench.WarmUp);
        var rounds = new List<Round>();
        for (var round = 1; round <= bench.Rounds; round++)
            rounds.AddRange(await orders.Measure(bench.Length, round));

        var books = new ProductBooks(product);
        var effects = await books.EffectsWaiting();
        var fault = await books.Check(products, orders.Told, orders.Cut);
        if (fault is not null)
            Progress.Say($"{Name}, SQLite: BOOKS DO NOT BALANCE: {fault}");
        var closed = rounds.ConvertAll(r => r.Closed(fault));
        return [.. load.Connections.Select(c => Row.Of(Name, Databases.Sqlite, c, closed).With([("effects_waiting_at_the_end", effects)]))];
    });
}
