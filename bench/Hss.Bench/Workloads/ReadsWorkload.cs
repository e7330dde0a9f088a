using System.Collections.Immutable;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads;

/// <summary>
/// Reads: one product, beside the same server's <c>/health</c>, which says what a request costs without work; and a page of 20 bookings among 100,000,
/// filtered by a status that one in a hundred has, and by one that nearly all have.
/// </summary>
internal sealed class ReadsWorkload : IWorkload
{
    private const int Customers = 16;
    private const int Connections = 64;
    private const int ListConnections = 32;

    // How many bookings the lists choose from, or as many as there are after the patience.
    private const int Bookings = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    public string Name => "reads";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        var database = bench.Postgres.CreateDatabase();
        List<Round> product = [], list = [];
        List<double> health = [], everything = [];
        int made;
        await using (var server = await bench.StartProduct(database))
        {
            var tokens = await server.Customers(Customers);
            var tenants = await server.Tenants(Customers);
            var number = (await server.Products(1, 1000))[0];
            made = await Fill(bench, server, tenants);
            await Measure(bench, server, 0, Connections, tokens, $"/store/api/v1/products/{number}");
            for (var round = 1; round <= bench.Rounds; round++)
            {
                health.Add((await Measure(bench, server, round, Connections, tokens, "/health")).PerS);
                product.Add(await Measure(bench, server, round, Connections, tokens, $"/store/api/v1/products/{number}"));
                list.Add(await Measure(bench, server, round, ListConnections, [server.Token], "/hss/api/v1/bookings?status=approved&limit=20"));
                everything.Add((await Measure(bench, server, round, ListConnections, [server.Token], "/hss/api/v1/bookings?status=submitted&limit=20")).P99Ms);
            }
        }

        await bench.Drop(database);
        var products = Row.Of(Name, "postgres", Connections, product);
        var lists = Row.Of(Name, "postgres", ListConnections, list);
        return
        [
            products with
            {
                Figures = Figures(("health_per_s", Medians.Of(health))),
                Goals = [Goal.AtLeast("a product at least at half the rate of /health", 0.5, products.OursPerS, Medians.Of(health))],
            },
            lists with
            {
                Figures = Figures(("bookings", made), ("p99_ms_when_nearly_all_match", Medians.Of(everything))),
                Goals = [Goal.Below("20 of the bookings with a filter: p99 in ms below 20", lists.OursP99Ms, 20)],
            },
        ];
    }

    private async Task<int> Fill(Servers.Bench bench, Product server, string[] tokens)
    {
        var wanted = bench.Quick ? Bookings / 50 : Bookings;
        var made = 0L;
        for (var waited = TimeSpan.Zero; made < wanted && waited < Patience; waited += Slice)
            made += (await Wrk.Run(server.Server.Url, "bookings", 256, Slice, ("BENCH_TOKENS", string.Join(',', tokens)))).Good;
        var queue = await server.Get("hss/api/v1/staff/queue?limit=200");
        var ids = queue["queue"]!.AsArray().Select(b => (string)b!["id"]!).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, _) => await server.Post($"hss/api/v1/staff/bookings/{id}/approve", new { }));
        Progress.Say($"{Name}: {made} bookings, {ids.Count} of them approved");
        return (int)made;
    }

    private async Task<Round> Measure(Servers.Bench bench, Product server, int round, int connections, string[] tokens, string path)
    {
        var before = server.Server.ProcessorTime;
        var load = await Wrk.Run(server.Server.Url, "get", connections, bench.Length / 2, ("BENCH_TOKENS", string.Join(',', tokens)), ("BENCH_PATH", path));
        Progress.Say($"{Name}, round {round}, {path}, {connections} connections: {load.PerSecond:#,0}/s, p50 {load.P50:0.0} ms, p99 {load.P99:0.0} ms, failed {load.Failed}");
        return Round.Of(round, Side.Ours, connections, load, server.Server.ProcessorTime - before);
    }

    private static ImmutableSortedDictionary<string, double> Figures(params (string Name, double Value)[] figures) =>
        figures.ToImmutableSortedDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
}
