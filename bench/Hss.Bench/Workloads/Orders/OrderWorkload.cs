using System.Collections.Immutable;
using System.Globalization;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Orders;

/// <summary>
/// Orders over HTTP: the product, the usual form and the best tuned form, one after another in each round, each in a fresh process on a fresh database of one
/// PostgreSQL. Who begins changes from round to round.
/// </summary>
internal sealed class OrderWorkload(OrderLoad load) : IWorkload
{
    private const int UsualPool = 32;
    private const int Customers = 16;
    private static readonly ImmutableArray<int> Pools = [1, 2, 8, 32, 64];

    private readonly List<Round> _rounds = [];
    private readonly List<double> _effectsWaiting = [];
    private string[] _tokens = [];

    public string Name => load.Name;

    // Each load, the one that warms up included, ends while its callers wait.
    private int Cut => load.Connections[0] + load.Connections.Sum();

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        await SignIn(bench);
        var pool = await Tune(bench);
        for (var round = 1; round <= bench.Rounds; round++)
        {
            Side[] sides = [Side.Ours, Side.Usual, Side.Tuned];
            for (var n = 0; n < sides.Length; n++)
            {
                var side = sides[(n + round - 1) % sides.Length];
                if (side == Side.Ours)
                    await Ours(bench, round);
                else
                    await Baseline(bench, round, side, side == Side.Tuned ? pool : UsualPool);
            }
        }

        return [.. load.Connections.Select(c => Row.Of(Name, "postgres", c, _rounds) with { TunedPool = pool }).Select(WithGoals)];
    }

    // The baseline checks the product's own tokens, as customers get them.
    private async Task SignIn(Servers.Bench bench)
    {
        var database = bench.Postgres.CreateDatabase();
        await using (var product = await bench.StartProduct(database))
            _tokens = await product.Customers(Customers);
        await bench.Drop(database);
    }

    private async Task<int> Tune(Servers.Bench bench)
    {
        var best = (Pool: 0, PerSecond: 0d);
        var length = bench.Length / 3;
        foreach (var pool in Pools)
        {
            var database = bench.Postgres.CreateDatabase();
            await using (var server = await bench.StartBaseline(database, tuned: true, pool))
            {
                await BaselineBooks.Stock(database, load.Products);
                await Wrk(server.Url, first: 1, load.Connections[0], length, seed: 0);
                var measured = await Wrk(server.Url, first: 1, load.Connections[0], length, seed: pool);
                Progress.Say($"{Name}: tuned form with a pool of {pool}: {measured.PerSecond:#,0}/s");
                if (measured.PerSecond > best.PerSecond)
                    best = (pool, measured.PerSecond);
            }

            await bench.Drop(database);
        }

        return best.Pool;
    }

    private async Task Ours(Servers.Bench bench, int round)
    {
        var database = bench.Postgres.CreateDatabase();
        await using (var product = await bench.StartProduct(database))
        {
            var tokens = await product.Customers(Customers);
            var products = await product.Products(load.Products, OrderLoad.Stock);
            var (rounds, good) = await Measure(bench, product.Server, Side.Ours, round, products[0], tokens);
            var books = new ProductBooks(product, database);
            _effectsWaiting.Add(await books.EffectsWaiting());
            Close(rounds, await books.Check(products, good, Cut));
        }

        await bench.Drop(database);
    }

    private async Task Baseline(Servers.Bench bench, int round, Side side, int pool)
    {
        var database = bench.Postgres.CreateDatabase();
        await using (var server = await bench.StartBaseline(database, side == Side.Tuned, pool))
        {
            await BaselineBooks.Stock(database, load.Products);
            var (rounds, good) = await Measure(bench, server, side, round, first: 1, _tokens);
            Close(rounds, await BaselineBooks.Check(database, good, Cut));
        }

        await bench.Drop(database);
    }

    private async Task<(List<Round> Rounds, long Good)> Measure(Servers.Bench bench, BenchServer server, Side side, int round, long first, string[] tokens)
    {
        var rounds = new List<Round>();
        var good = (await Wrk(server.Url, first, load.Connections[0], bench.WarmUp, seed: round * 1000, tokens)).Good;
        foreach (var connections in load.Connections)
        {
            var before = server.ProcessorTime;
            var measured = await Wrk(server.Url, first, connections, bench.Length, (round * 1000) + connections, tokens);
            good += measured.Good;
            rounds.Add(Round.Of(round, side, connections, measured, server.ProcessorTime - before));
            Progress.Say($"{Name}, round {round}, {side}, {connections} connections: {measured.PerSecond:#,0}/s, p50 {measured.P50:0.0} ms, p99 {measured.P99:0.0} ms, failed {measured.Failed}, {rounds[^1].CpuMsPerAnswer:0.000} ms of the server's processor an answer");
        }

        return (rounds, good);
    }

    private void Close(List<Round> rounds, string? fault)
    {
        if (fault is not null)
            Progress.Say($"{Name}: BOOKS DO NOT BALANCE: {fault}");
        _rounds.AddRange(rounds.Select(r => r with { Balanced = fault is null }));
    }

    private Task<Measured> Wrk(Uri url, long first, int connections, TimeSpan length, int seed, string[]? tokens = null) => Load.Wrk.Run(
        url, "orders", connections, length,
        ("BENCH_FIRST", Text(first)), ("BENCH_PRODUCTS", Text(load.Products)), ("BENCH_LINES", Text(load.Lines)), ("BENCH_ZIPF", Text(load.Zipf)),
        ("BENCH_SEED", Text(seed)), ("BENCH_TOKENS", string.Join(',', tokens ?? _tokens)));

    private Row WithGoals(Row row)
    {
        var goals = new List<Goal>();
        if (row.Connections == load.Connections[0] || load.Tuned is null || row.Connections == 256)
        {
            goals.Add(Goal.AtLeast($"at least {load.Usual} times the usual form", load.Usual, row.OursPerS, row.UsualPerS));
            if (load.Tuned is { } times)
            {
                goals.Add(Goal.AtLeast($"at least {times} times the best tuned form", times, row.OursPerS, row.TunedPerS));
                goals.Add(Goal.Below($"p99 in ms below the usual form's p50 of {row.UsualP50Ms:0.0}", row.OursP99Ms, row.UsualP50Ms));
            }
        }

        if (row.Connections == 1024)
            goals.Add(Goal.AtLeast("no collapse: at least the rate at 64", 1, row.OursPerS, Row.Of(Name, "postgres", 64, _rounds).OursPerS));
        return row with
        {
            Goals = [.. goals],
            Figures = ImmutableSortedDictionary<string, double>.Empty.Add("effects_waiting_at_the_end", Medians.Of(_effectsWaiting)),
        };
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
