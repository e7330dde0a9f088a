using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Workloads.Bookings;
using Hss.Bench.Workloads.Orders;

namespace Hss.Bench.Workloads;

/// <summary>
/// Reads: one product, beside the same server's <c>/health</c>, which says what a request costs without work; and a page of 20 bookings among 100,000,
/// filtered by a status that one in a hundred has, and by one that nearly all have. The usual form has as many of each. Nothing changes meanwhile, so both
/// sides keep their process through all rounds, and rest while the other is measured.
/// </summary>
internal sealed class ReadsWorkload(string database) : IWorkload
{
    private const int Customers = 16;
    private const int Connections = 64;
    private const int ListConnections = 32;
    private const string Few = "/hss/api/v1/bookings?status=approved&limit=20";
    private const string Most = "/hss/api/v1/bookings?status=submitted&limit=20";

    // How many bookings the lists choose from, or as many as there are after the patience.
    private const int Bookings = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    private readonly List<Round> _products = [];
    private readonly List<Round> _lists = [];
    private readonly List<Round> _health = [];
    private readonly List<Round> _long = [];

    public string Name => "reads";

    public Task<IReadOnlyList<Row>> Run(Servers.Bench bench) => bench.WithProduct(database, async product =>
    {
        var tokens = await product.Customers(Customers);
        var number = (await product.Products(1, 1000))[0];
        var (bookings, approved) = await Fill(bench, product, await product.Tenants(Customers));
        var ours = new Reader(this, product.Server, Side.Ours, $"/store/api/v1/products/{number}", tokens, product.Token);
        if (database == Databases.Sqlite)
            await Rounds(bench, [ours]);
        else
            await bench.WithBaseline(Side.Usual, Servers.Bench.UsualPool, async (server, store) =>
            {
                await BaselineBooks.Stock(store, 1);
                await BookingBooks.Fill(store, bookings, approved);
                await Rounds(bench, [ours, new Reader(this, server, Side.Usual, "/store/api/v1/products/1", tokens, product.Token)]);
                return true;
            });
        return await Rows(bookings, approved, product);
    });

    private async Task<IReadOnlyList<Row>> Rows(int bookings, int approved, Product product)
    {
        // A page that is not the right one is no page.
        var page = await product.Get(Few.TrimStart('/'));
        var fault = (long)page["total"]! == approved && (int)page["count"]! == Math.Min(20, approved) ? null : $"{page["total"]} approved bookings are listed, there are {approved}";
        fault ??= await new ProductBooks(product).Verify();
        if (fault is not null)
            Progress.Say($"{Name}, {database}: BOOKS DO NOT BALANCE: {fault}");
        var products = Row.Of(Name, database, Connections, _products.Select(r => r.Closed(fault)));
        var lists = Row.Of(Name, database, ListConnections, _lists.Select(r => r.Closed(fault)));
        double? MostP99(Side side) => Medians.Of(_long.Where(r => r.Side == side), r => r.P99Ms);
        return
        [
            products.With(
                [("health_per_s", Medians.Of(_health, r => r.PerS))],
                Goal.AtLeast("a product at least at half the rate of /health", 0.5, Medians.OfRatios([.. products.Rounds.Where(r => r.Side == Side.Ours)], _health))),
            lists.With(
                [("bookings", bookings), ("matching", approved), ("p99_ms_when_nearly_all_match", MostP99(Side.Ours)), ("usual_p99_ms", Medians.Of(lists.Rounds.Where(r => r.Side == Side.Usual), r => r.P99Ms)), ("usual_p99_ms_when_nearly_all_match", MostP99(Side.Usual))],
                Goal.Below("20 of the bookings with a filter: p99 in ms below 20", lists.OursP99Ms, 20)),
        ];
    }

    private async Task Rounds(Servers.Bench bench, Reader[] readers)
    {
        foreach (var reader in readers)
        {
            await reader.Read(bench.WarmUp / 2, Connections, reader.Product, reader.Customers);
            await reader.Read(bench.WarmUp / 2, ListConnections, Few, reader.Staff);
        }

        var length = bench.Length / 2;
        for (var round = 1; round <= bench.Rounds; round++)
        {
            var turns = Turns.Of([.. readers.Select(r => r.Side)], round).Select(side => readers.Single(r => r.Side == side)).ToList();
            foreach (var reader in turns.Where(r => r.Side == Side.Ours))
                _health.Add(await reader.Measure(length, round, Connections, "/health", reader.Customers));
            foreach (var reader in turns)
                _products.Add(await reader.Measure(length, round, Connections, reader.Product, reader.Customers));
            foreach (var reader in turns)
                _lists.Add(await reader.Measure(length, round, ListConnections, Few, reader.Staff));
            foreach (var reader in turns)
                _long.Add(await reader.Measure(length, round, ListConnections, Most, reader.Staff));
        }
    }

    // Over HTTP, as anybody makes them; what follows them is over before anything is measured.
    private async Task<(int Bookings, int Approved)> Fill(Servers.Bench bench, Product product, string[] tenants)
    {
        var wanted = bench.Quick ? Bookings / 50 : Bookings;
        var made = 0L;
        for (var waited = TimeSpan.Zero; made < wanted && waited < Patience; waited += Slice)
            made += (await Wrk.Run(product.Server.Url, "bookings", 256, Slice, ("BENCH_TOKENS", string.Join(',', tenants)))).Good;
        var queue = await product.Get("hss/api/v1/staff/queue?limit=200");
        var ids = queue["queue"]!.AsArray().Select(b => (string)b!["id"]!).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, _) => await product.Post($"hss/api/v1/staff/bookings/{id}/approve", new { }));
        await new ProductBooks(product).EffectsDone();
        Progress.Say($"{Name}, {database}: {made} bookings, {ids.Count} of them approved");
        return ((int)made, ids.Count);
    }

    private sealed class Reader(ReadsWorkload workload, BenchServer server, Side side, string product, string[] customers, string staff)
    {
        public Side Side => side;

        public string Product => product;

        public string Customers { get; } = string.Join(',', customers);

        public string Staff => staff;

        public Task<Measured> Read(TimeSpan length, int connections, string path, string tokens) =>
            Wrk.Run(server.Url, "get", connections, length, ("BENCH_TOKENS", tokens), ("BENCH_PATH", path));

        public async Task<Round> Measure(TimeSpan length, int round, int connections, string path, string tokens)
        {
            var before = server.ProcessorTime;
            var load = await Read(length, connections, path, tokens);
            Progress.Say($"{workload.Name}, {workload.Database}, round {round}, {side}, {path}, {connections} connections: {load.PerSecond:#,0}/s, p50 {load.P50:0.0} ms, p99 {load.P99:0.0} ms, failed {load.Failed}");
            return Round.Of(round, side, connections, load, server.ProcessorTime - before);
        }
    }

    private string Database => database;
}
