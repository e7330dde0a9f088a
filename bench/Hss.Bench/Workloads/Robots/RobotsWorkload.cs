using System.Diagnostics;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Stops;
using Hss.Bench.Workloads.Orders;

namespace Hss.Bench.Workloads.Robots;

/// <summary>
/// 200 robots with their sessions open, each with a heartbeat every 5 s and its position ten times a second, which a librarian watches; ten deliveries a second,
/// given out by the product and carried out as the simulator does. The times are from the request that makes a delivery ready until its robot's session has
/// it. Then robots that only beat, and emergency stops of all. Nobody is measured beside it, so all rounds are of one process.
/// </summary>
internal sealed class RobotsWorkload : IWorkload
{
    private const int Robots = 200;
    private const int Stops = 20;
    private const int StopsToWarmUp = 3;
    private static readonly TimeSpan EveryDelivery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public string Name => "robots";

    public Task<IReadOnlyList<Row>> Run(Servers.Bench bench) => bench.WithProduct<IReadOnlyList<Row>>(Databases.Postgres, async product =>
    {
        await using var fleet = await Fleet.Open(product, Robots);
        var rounds = new List<Round>();
        var handOuts = new List<double>();
        var (cores, watched) = (new List<double>(), new List<double>());
        var (stopsOnDuty, open) = await OnDuty(bench, product, fleet, async watcher =>
        {
            for (var number = 1; number <= bench.Rounds; number++)
            {
                var seen = watcher.Frames;
                var (round, times, used) = await Measure(product, fleet, number, bench.Length * 3);
                rounds.Add(round);
                handOuts.AddRange(times);
                cores.Add(used);
                watched.Add((watcher.Frames - seen) / round.Seconds);
            }
        });

        var standing = await Standing(bench, product, fleet);
        var fault = fleet.Record.Fault ?? (open > 0 ? $"{open} deliveries were not carried out" : standing.Untold + stopsOnDuty.Untold > 0 ? "a robot was not told of a stop" : null);
        fault ??= await Completed(product, fleet.Record.Ready) ?? await new ProductBooks(product).Verify();
        if (fault is not null)
            Progress.Say($"{Name}: BOOKS DO NOT BALANCE: {fault}");
        Progress.Say($"{Name}: standing {standing.Cores:0.00} cores, stop p50 {standing.P50:0.0} ms, p99 {standing.P99:0.0} ms, on duty p99 {stopsOnDuty.P99:0.0} ms");
        return
        [
            Row.Of(Name, Databases.Postgres, Robots, rounds.Select(r => r.Closed(fault))).With(
                [
                    ("cores", Medians.Of(cores)), ("cores_at_heartbeats_alone", standing.Cores), ("deliveries", handOuts.Count), ("watched_per_s", Medians.Of(watched)),
                    ("hand_out_p50_ms", Medians.At(handOuts, 0.5)), ("hand_out_p99_ms", Medians.At(handOuts, 0.99)),
                    ("stops", standing.Stops), ("stop_p50_ms", standing.P50), ("stop_p99_ms", standing.P99), ("stop_p99_ms_on_duty", stopsOnDuty.P99),
                ],
                Goal.Below("emergency stop to 200 robots: p99 in ms below 100", standing.P99, 100)),
        ];
    });

    // Deliveries go on from the warm-up to the end of the last round; then what was begun is carried out.
    private static async Task<(StopTimes Stops, int Open)> OnDuty(Servers.Bench bench, Product product, Fleet fleet, Func<FleetWatcher, Task> rounds)
    {
        await using var watcher = await FleetWatcher.Open(product.Server.Url, product.Token);
        using var end = new CancellationTokenSource();
        using var noMore = new CancellationTokenSource();
        var driving = fleet.Drive(end.Token);
        var delivering = fleet.Deliver(EveryDelivery, noMore.Token);
        await Task.Delay(bench.WarmUp);
        fleet.Record.TakeHandOuts();
        await rounds(watcher);
        await noMore.CancelAsync();
        await delivering;
        for (var waited = TimeSpan.Zero; fleet.Record.Open > 0 && waited < Patience; waited += Look)
            await Task.Delay(Look);
        var open = fleet.Record.Open;
        var stops = await StopAll(bench, product, fleet);
        await end.CancelAsync();
        await driving;
        return (stops, open);
    }

    private async Task<(Round Round, double[] HandOuts, double Cores)> Measure(Product product, Fleet fleet, int number, TimeSpan length)
    {
        fleet.Record.TakeHandOuts();
        var (frames, refused, before, clock) = (fleet.Record.Frames, fleet.Record.Refused, product.Server.ProcessorTime, Stopwatch.StartNew());
        await Task.Delay(length);
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, product.Server.ProcessorTime - before);
        (frames, refused) = (fleet.Record.Frames - frames, fleet.Record.Refused - refused);
        var times = fleet.Record.TakeHandOuts();
        var (p50, p99) = (Medians.At(times, 0.5) ?? 0, Medians.At(times, 0.99) ?? 0);
        Progress.Say($"{Name}, round {number}: {frames / seconds:#,0} frames/s take {processor.TotalSeconds / seconds:0.00} cores; {times.Length} deliveries given out, p50 {p50:0.0} ms, p99 {p99:0.0} ms, refused {refused}");
        return (Round.Of(number, Side.Ours, Robots, new(frames, refused, seconds, p50, p99), processor), times, processor.TotalSeconds / seconds);
    }

    private static async Task<StopTimes> Standing(Servers.Bench bench, Product product, Fleet fleet)
    {
        using var end = new CancellationTokenSource();
        var standing = fleet.Stand(end.Token);
        await Task.Delay(CarryingRobot.Heartbeat);
        var (before, clock) = (product.Server.ProcessorTime, Stopwatch.StartNew());
        await Task.Delay(CarryingRobot.Heartbeat * (bench.Quick ? 1 : 2));
        var cores = (product.Server.ProcessorTime - before) / clock.Elapsed;
        var times = await StopAll(bench, product, fleet);
        await end.CancelAsync();
        await standing;
        return times with { Cores = cores };
    }

    private static async Task<StopTimes> StopAll(Servers.Bench bench, Product product, Fleet fleet)
    {
        await EmergencyStopBench.Stops(product.Http, StopsToWarmUp, () => [.. fleet.Told()]);
        var times = await EmergencyStopBench.Stops(product.Http, bench.Quick ? StopsToWarmUp : Stops, () => [.. fleet.Told()]);
        var told = times.OfType<double>().ToArray();
        return new(times.Length / Robots, times.Length - told.Length, Medians.At(told, 0.5), Medians.At(told, 0.99));
    }

    private static async Task<string?> Completed(Product product, int ready)
    {
        var completed = (int)(await product.Get("luna/api/v1/deliveries?status=COMPLETED&limit=1"))["pagination"]!["total"]!;
        return completed == ready ? null : $"{ready} deliveries were ready, {completed} are completed";
    }

    private sealed record StopTimes(int Stops, int Untold, double? P50, double? P99, double Cores = 0);
}
