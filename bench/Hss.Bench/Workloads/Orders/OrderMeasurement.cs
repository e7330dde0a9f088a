using System.Globalization;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Orders;

/// <summary>Orders to one running server, whoever it is, and how many of them its callers were told of.</summary>
/// <param name="first">The number of the first product.</param>
/// <param name="tokens">The customers'.</param>
internal sealed class OrderMeasurement(OrderLoad load, BenchServer server, Side side, long first, string[] tokens)
{
    /// <summary>Orders whose callers were told of them.</summary>
    public long Told { get; private set; }

    /// <summary>How many more may be stored: each load ends while its callers wait.</summary>
    public int Cut { get; private set; }

    /// <summary>Has it work as hard as it will have to when it is measured.</summary>
    public Task WarmUp(TimeSpan length) => Orders(load.Connections[0], length, seed: 0);

    /// <summary>Measures it at each number of callers.</summary>
    public async Task<List<Round>> Measure(TimeSpan length, int round)
    {
        var rounds = new List<Round>();
        foreach (var connections in load.Connections)
        {
            var before = server.ProcessorTime;
            var measured = await Orders(connections, length, (round * 1000) + connections);
            rounds.Add(Round.Of(round, side, connections, measured, server.ProcessorTime - before));
            Progress.Say($"{load.Name}, round {round}, {side}, {connections} connections: {measured.PerSecond:#,0}/s, p50 {measured.P50:0.0} ms, p99 {measured.P99:0.0} ms, failed {measured.Failed}, {rounds[^1].CpuMsPerAnswer:0.000} ms of the server's processor an answer");
        }

        return rounds;
    }

    /// <summary>So many callers for so long.</summary>
    public async Task<Measured> Orders(int connections, TimeSpan length, int seed)
    {
        var measured = await Wrk.Run(
            server.Url, "orders", connections, length,
            ("BENCH_FIRST", Text(first)), ("BENCH_PRODUCTS", Text(load.Products)), ("BENCH_LINES", Text(load.Lines)), ("BENCH_ZIPF", Text(load.Zipf)),
            ("BENCH_SEED", Text(seed)), ("BENCH_TOKENS", string.Join(',', tokens)));
        Told += measured.Good;
        Cut += connections;
        return measured;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
