using System.Diagnostics;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Workloads.Orders;

namespace Hss.Bench.Workloads.Growth;

/// <summary>
/// Orders of a hot product with an empty journal and with one of 1,000,000 entities and 5,000,000 events, in turn; how long the server takes to start on the
/// large one, what an idle grain weighs, and how fast the chains are verified.
/// </summary>
internal sealed class GrowthWorkload : IWorkload
{
    private const int Connections = 64;
    private const int Entities = 1_000_000;
    private const int Customers = 16;
    private const int Grains = 20_000;

    private static readonly OrderLoad Grown = OrderLoad.HotProduct with { Name = "growth", Connections = [Connections] };
    private static readonly OrderLoad Empty = Grown with { Name = "growth, empty" };

    private readonly List<Round> _grown = [];
    private readonly List<Round> _empty = [];
    private readonly List<double> _starts = [];

    public string Name => "growth";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        var entities = bench.Quick ? Entities / 50 : Entities;
        var large = bench.Postgres.CreateDatabase();
        string[] tokens;
        long number;
        await using (var product = await bench.StartProduct(large))
        {
            tokens = await product.Customers(Customers);
            number = (await product.Products(1, OrderLoad.Stock))[0];
        }

        await GrownJournal.Grow(large, entities);
        var (told, cut) = (0L, 0);
        for (var round = 1; round <= bench.Rounds; round++)
        {
            _empty.AddRange(await OnEmpty(bench, round));
            await using var product = await bench.StartProduct(large);
            _starts.Add(product.Server.StartedIn.TotalSeconds);
            var orders = new OrderMeasurement(Grown, product.Server, Side.Ours, number, tokens);
            await orders.WarmUp(bench.WarmUp);
            _grown.AddRange(await orders.Measure(bench.Length, round));
            (told, cut) = (told + orders.Told, cut + orders.Cut);
        }

        var (bytes, perSecond, fault) = await Look(bench, large, number, told, cut);
        await bench.Drop(large);
        var row = Row.Of(Name, Databases.Postgres, Connections, _grown.Select(r => r.Closed(fault)));
        var empty = Medians.Of(_empty, r => r.PerS);
        var start = Medians.Of(_starts);
        return
        [
            row.With(
                [
                    ("entities", entities), ("events", (double)entities * GrownJournal.EventsPerEntity), ("empty_per_s", empty), ("start_s", start),
                    ("bytes_per_idle_grain", bytes), ("verified_events_per_s", perSecond),
                ],
                Goal.AtLeast("at least 0.9 of the rate with an empty journal", 0.9, Medians.OfRatios(_grown, _empty)),
                Goal.Below("start-up in s below 3", start, 3)),
        ];
    }

    private static Task<IEnumerable<Round>> OnEmpty(Servers.Bench bench, int round) => bench.WithProduct(Databases.Postgres, async product =>
    {
        var tokens = await product.Customers(Customers);
        var products = await product.Products(1, OrderLoad.Stock);
        var orders = new OrderMeasurement(Empty, product.Server, Side.Ours, products[0], tokens);
        await orders.WarmUp(bench.WarmUp);
        var rounds = await orders.Measure(bench.Length, round);
        var fault = await new ProductBooks(product).Check(products, orders.Told, orders.Cut);
        return rounds.Select(r => r.Closed(fault));
    });

    // What a grain weighs is seen from outside, by the memory of the process: some of it is what reading left to be collected.
    private static async Task<(double Bytes, double PerSecond, string? Fault)> Look(Servers.Bench bench, string database, long number, long told, int cut)
    {
        await using var product = await bench.StartProduct(database);
        var orders = (await product.Get("store/api/v1/orders/all?limit=1"))[0]!["id"]!.GetValue<long>();
        var count = (int)Math.Min(Grains, orders / 2);
        await ReadOrders(product, Enumerable.Range(1, 1000));
        var before = product.Server.Memory;
        await ReadOrders(product, Enumerable.Range(1000, count));
        var bytes = (double)(product.Server.Memory - before) / count;

        var books = new ProductBooks(product);
        var fault = await books.Units([number], told, cut);
        var clock = Stopwatch.StartNew();
        fault = await books.Verify() ?? fault;
        var perSecond = await books.Events() / clock.Elapsed.TotalSeconds;
        Progress.Say($"growth: {bytes:#,0} bytes an idle grain, {perSecond:#,0} events verified a second{(fault is null ? "" : $"; BOOKS DO NOT BALANCE: {fault}")}");
        return (Math.Round(bytes), Math.Round(perSecond), fault);
    }

    private static Task ReadOrders(Product product, IEnumerable<int> numbers) => Parallel.ForEachAsync(
        numbers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, cancellation) =>
        {
            using var answer = await product.Http.GetAsync(new Uri($"store/api/v1/orders/{n}", UriKind.Relative), cancellation);
        });
}
