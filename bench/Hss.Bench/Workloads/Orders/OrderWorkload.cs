using System.Collections.Immutable;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Orders;

/// <summary>
/// Orders over HTTP: the product, the usual form and the best tuned form, one after another in each round, each in a fresh process on a fresh database of one
/// PostgreSQL, warmed up by the same load for the same time. Who begins changes from round to round.
/// </summary>
internal sealed class OrderWorkload(OrderLoad load) : IWorkload
{
    private const int Customers = 16;
    private static readonly ImmutableArray<int> Pools = [1, 2, 8, 32, 64];

    private readonly List<Round> _rounds = [];
    private readonly List<double> _effectsWaiting = [];
    private string[] _tokens = [];

    public string Name => load.Name;

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        // The baseline checks the product's own tokens, as customers get them.
        _tokens = await bench.WithProduct(Databases.Postgres, product => product.Customers(Customers));
        var pool = await Tune(bench);
        for (var round = 1; round <= bench.Rounds; round++)
        {
            foreach (var side in Turns.Of(Turns.All, round))
                _rounds.AddRange(side == Side.Ours ? await Ours(bench, round) : await Baseline(bench, round, side, side == Side.Tuned ? pool : Servers.Bench.UsualPool));
        }

        return [.. load.Connections.Select(c => WithGoals(Row.Of(Name, Databases.Postgres, c, _rounds) with { TunedPool = pool }))];
    }

    private async Task<int> Tune(Servers.Bench bench)
    {
        var best = (Pool: 0, PerSecond: 0d);
        var length = bench.Length / 3;
        foreach (var pool in Pools)
        {
            var rate = await bench.WithBaseline(Side.Tuned, pool, async (server, database) =>
            {
                await BaselineBooks.Stock(database, load.Products);
                var orders = new OrderMeasurement(load, server, Side.Tuned, first: 1, _tokens);
                await orders.WarmUp(length);
                return (await orders.Orders(load.Connections[0], length, seed: pool)).PerSecond;
            });
            Progress.Say($"{Name}: tuned form with a pool of {pool}: {rate:#,0}/s");
            if (rate > best.PerSecond)
                best = (pool, rate);
        }

        return best.Pool;
    }

    private Task<IEnumerable<Round>> Ours(Servers.Bench bench, int round) => bench.WithProduct(Databases.Postgres, async product =>
    {
        var tokens = await product.Customers(Customers);
        var products = await product.Products(load.Products, OrderLoad.Stock);
        var orders = new OrderMeasurement(load, product.Server, Side.Ours, products[0], tokens);
        await orders.WarmUp(bench.WarmUp);
        var rounds = await orders.Measure(bench.Length, round);
        var books = new ProductBooks(product);
        _effectsWaiting.Add(await books.EffectsWaiting());
        return Closed(rounds, await books.Check(products, orders.Told, orders.Cut));
    });

    private Task<IEnumerable<Round>> Baseline(Servers.Bench bench, int round, Side side, int pool) => bench.WithBaseline(side, pool, async (server, database) =>
    {
        await BaselineBooks.Stock(database, load.Products);
        var orders = new OrderMeasurement(load, server, side, first: 1, _tokens);
        await orders.WarmUp(bench.WarmUp);
        var rounds = await orders.Measure(bench.Length, round);
        return Closed(rounds, await BaselineBooks.Check(database, orders.Told, orders.Cut));
    });

    private IEnumerable<Round> Closed(List<Round> rounds, string? fault)
    {
        if (fault is not null)
            Progress.Say($"{Name}: BOOKS DO NOT BALANCE: {fault}");
        return rounds.Select(r => r.Closed(fault));
    }

    private Row WithGoals(Row row)
    {
        var goals = new List<Goal>();
        if (row.Connections == load.Connections[0] || load.Tuned is null || row.Connections == 256)
        {
            goals.Add(Goal.AtLeast($"at least {load.Usual} times the usual form", load.Usual, row.TimesUsual));
            if (load.Tuned is { } times)
            {
                goals.Add(Goal.AtLeast($"at least {times} times the best tuned form", times, row.TimesTuned));
                goals.Add(Goal.Below($"p99 in ms below the usual form's p50 of {row.UsualP50Ms:0.0}", row.OursP99Ms, row.UsualP50Ms));
            }
        }

        if (row.Connections == 1024)
            goals.Add(Goal.AtLeast("no collapse: at least the rate at 64", 1, row.OursPerS, Row.Of(Name, row.Database, 64, _rounds).OursPerS));
        return row.With([("effects_waiting_at_the_end", Medians.Of(_effectsWaiting))], goals);
    }
}
