using System.Collections.Concurrent;
using System.Diagnostics;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Workloads.Orders;

namespace Hss.Bench.Workloads;

/// <summary>
/// 64 users want one resource: each asks, waits for the event that gives it to them, keeps its lease alive, and gives it back. The time of a hand-over is from
/// the answer to a release until the next holder has its event. Nobody is measured beside it, so all rounds are of one process.
/// </summary>
internal sealed class QueueWorkload(string database) : IWorkload
{
    private const int Users = 64;

    public string Name => "queue";

    public Task<IReadOnlyList<Row>> Run(Servers.Bench bench) => bench.WithProduct<IReadOnlyList<Row>>(database, async product =>
    {
        var tokens = await product.Members(Users, (name, email) => new { name, email, password = Product.EverybodysPassword }, "reservia/admin/user/add");
        await product.Post("reservia/admin/resource/add", new { name = "Bench" });
        var turns = new HandOvers();
        var users = tokens.Select(t => new QueueUser(product.As(t), turns)).ToArray();
        await Task.WhenAll(users.Select(u => u.Listen()));
        await ClosedLoop.Run(Users, bench.WarmUp, n => users[n].Cycle());
        var rounds = new List<Round>();
        var handOvers = new List<double>();
        for (var round = 1; round <= bench.Rounds; round++)
        {
            turns.Times.Clear();
            var before = product.Server.ProcessorTime;
            var load = await ClosedLoop.Run(Users, bench.Length, n => users[n].Cycle());
            rounds.Add(Round.Of(round, Side.Ours, Users, load, product.Server.ProcessorTime - before));
            handOvers.AddRange(turns.Times);
            Progress.Say($"{Name}, {database}, round {round}: {load.PerSecond:0} cycles/s, hand-over p50 {Medians.At(turns.Times, 0.5):0.0} ms, p99 {Medians.At(turns.Times, 0.99):0.0} ms, failed {load.Failed}");
        }

        var fault = turns.Fault ?? await new ProductBooks(product).Verify();
        if (fault is not null)
            Progress.Say($"{Name}, {database}: BOOKS DO NOT BALANCE: {fault}");
        foreach (var user in users)
            await user.DisposeAsync();
        var p99 = Medians.At(handOvers, 0.99);
        return
        [
            Row.Of(Name, database, Users, rounds.Select(r => r.Closed(fault))).With(
                [("hand_over_p50_ms", Medians.At(handOvers, 0.5)), ("hand_over_p99_ms", p99)],
                Goal.Below("hand-over p99 in ms below 50", p99, 50)),
        ];
    });

    /// <summary>Who gave it back when, and that never two had it.</summary>
    internal sealed class HandOvers
    {
        private long _released;
        private int _holders;

        public ConcurrentBag<double> Times { get; } = [];

        public string? Fault { get; private set; }

        // Nobody may be told that it has the resource while another one's release was not asked for yet.
        public void Taken(long at, bool byEvent)
        {
            if (Interlocked.Increment(ref _holders) > 1)
                Fault = "two users held the resource at once";
            if (byEvent && Volatile.Read(ref _released) is > 0 and var released)
                Times.Add(Math.Max(0, Stopwatch.GetElapsedTime(released, at).TotalMilliseconds));
        }

        public void Releasing() => Interlocked.Decrement(ref _holders);

        public void Released() => Volatile.Write(ref _released, Stopwatch.GetTimestamp());
    }
}
