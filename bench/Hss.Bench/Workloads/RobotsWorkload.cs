using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Stops;

namespace Hss.Bench.Workloads;

/// <summary>
/// 200 robots with their sessions open: what they cost while they stand (a heartbeat every 5 s) and while they drive (10 a second, as telemetry), and how long
/// an emergency stop of all takes to reach each of them. Deliveries are not in it.
/// </summary>
internal sealed class RobotsWorkload : IWorkload
{
    private const int Robots = 200;
    private const int Stops = 20;
    private static readonly TimeSpan Standing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Driving = TimeSpan.FromMilliseconds(100);

    public string Name => "robots";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        var database = bench.Postgres.CreateDatabase();
        Row row;
        await using (var product = await bench.StartProduct(database))
            row = await Measure(bench, product);
        await bench.Drop(database);
        return [row];
    }

    private async Task<Row> Measure(Servers.Bench bench, Product product)
    {
        var robots = new BenchRobot[Robots];
        await Parallel.ForAsync(0, Robots, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) =>
        {
            var robot = (await product.Post("luna/api/v1/robot", new { robot_name = string.Create(CultureInfo.InvariantCulture, $"bench-{n:000}") }))["data"]!;
            robots[n] = new(product.Server.Url, (string)robot["id"]!, (string)robot["credential"]!);
        });
        await Task.WhenAll(robots.Select(r => r.Connect()));
        await Beat(robots, Driving, bench.WarmUp);
        var (drivingLoad, frames) = await Load(product, robots, Driving, bench.Length);
        var (standingLoad, _) = await Load(product, robots, Standing, bench.Length);

        using var stop = new CancellationTokenSource();
        var beating = Task.WhenAll(robots.Select((r, n) => r.Beat(Standing * (n / (double)Robots), Standing, stop.Token)));
        await EmergencyStopBench.Stops(product.Http, 3, () => [.. robots.Select(r => r.Told())]);
        var times = await EmergencyStopBench.Stops(product.Http, bench.Quick ? 5 : Stops, () => [.. robots.Select(r => r.Told())]);
        await stop.CancelAsync();
        await beating;
        await Task.WhenAll(robots.Select(async r => await r.DisposeAsync()));

        var told = times.OfType<double>().ToArray();
        double? p99 = told.Length == times.Length ? Medians.At(told, 0.99) : null;
        Progress.Say($"{Name}: {frames:0} frames/s take {drivingLoad:0.00} cores, standing {standingLoad:0.00}; stop p50 {Medians.At(told, 0.5):0.0} ms, p99 {p99:0.0} ms, not told {times.Length - told.Length}");
        return new()
        {
            Workload = Name,
            Database = "postgres",
            Connections = Robots,
            BooksBalanced = told.Length == times.Length,
            OursPerS = Math.Round(frames, 1),
            OursP50Ms = Medians.At(told, 0.5),
            OursP99Ms = p99,
            Figures = ImmutableSortedDictionary<string, double>.Empty.Add("cores_at_10_hz", drivingLoad).Add("cores_at_a_beat_in_5_s", standingLoad).Add("stops", times.Length / Robots),
            Goals = [Goal.Below("emergency stop to 200 robots: p99 in ms below 100", p99, 100)],
        };
    }

    private static async Task<(double Cores, double FramesPerSecond)> Load(Product product, BenchRobot[] robots, TimeSpan every, TimeSpan length)
    {
        var (clock, before) = (Stopwatch.StartNew(), product.Server.ProcessorTime);
        var frames = await Beat(robots, every, length);
        return ((product.Server.ProcessorTime - before) / clock.Elapsed, frames / clock.Elapsed.TotalSeconds);
    }

    private static async Task<long> Beat(BenchRobot[] robots, TimeSpan every, TimeSpan length)
    {
        using var end = new CancellationTokenSource(length);
        return (await Task.WhenAll(robots.Select((r, n) => r.Beat(every * (n / (double)robots.Length), every, end.Token)))).Sum();
    }
}
