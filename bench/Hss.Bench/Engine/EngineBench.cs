using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hss.Bench.Engine;

/// <summary>A grain with an empty method.</summary>
public interface IEmptyGrain : IGrainWithStringKey
{
    /// <summary>Does nothing.</summary>
    Task Nothing();
}

/// <inheritdoc cref="IEmptyGrain" />
[GrainType("bench-empty")]
public sealed class EmptyGrain : Grain, IEmptyGrain
{
    /// <inheritdoc />
    public Task Nothing() => Task.CompletedTask;
}

/// <summary>
/// How many calls of an empty method a second, from 64 callers that each wait for their answer, over 64 grains. Beside it, in the same run,
/// what one would write without a host: an object behind a semaphore, and a loop that reads a channel.
/// </summary>
internal static class EngineBench
{
    /// <summary>Callers at once.</summary>
    public const int Callers = 64;

    private const int Rounds = 3;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    // On a machine that is busy with other things a round ends late; one that does not end at all is a lost wake-up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Run()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Callers} callers, best of {Rounds} rounds of {Round.TotalSeconds:0} s");
        var rates = await Rates(Round, Rounds);
        foreach (var (name, rounds) in rates)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {rounds.Max(),14:N0} calls/s   {rounds.Max() / rates[0].Rounds.Max(),6:0.00} of the grain's"));
        return 0;
    }

    /// <summary>Calls a second in each round, of each way; the grain's first.</summary>
    public static async Task<IReadOnlyList<(string Name, double[] Rounds)>> Rates(TimeSpan length, int count)
    {
        await using var services = new ServiceCollection().AddEmbeddedGrains(null, typeof(EmptyGrain).Assembly).BuildServiceProvider();
        var host = services.GetServices<IHostedService>().Single();
        await host.StartAsync(CancellationToken.None);
        var grains = services.GetRequiredService<IGrainFactory>();

        var semaphores = Enumerable.Range(0, Callers).Select(_ => new SemaphoreSlim(1)).ToArray();
        var mailboxes = Enumerable.Range(0, Callers).Select(_ => new ChannelMailbox()).ToArray();
        (string Name, Func<int, Func<Task>> CallOf)[] ways =
        [
            ("grain, Hss.Embedded", n => { var grain = grains.GetGrain<IEmptyGrain>($"g{n}"); return grain.Nothing; }),
            ("channel mailbox", n => mailboxes[n].Call),
            ("semaphore", n => () => Guarded(semaphores[n])),
            ("one hot grain, Hss.Embedded", _ => { var grain = grains.GetGrain<IEmptyGrain>("hot"); return grain.Nothing; }),
            ("one hot channel mailbox", _ => mailboxes[0].Call),
        ];

        var rates = new List<(string, double[])>();
        foreach (var (name, callOf) in ways)
        {
            await Measure(callOf, TimeSpan.FromSeconds(1));
            var rounds = new double[count];
            for (var i = 0; i < count; i++)
                rounds[i] = await Measure(callOf, length);
            rates.Add((name, rounds));
        }

        await host.StopAsync(CancellationToken.None);
        return rates;
    }

    private static async Task<double> Measure(Func<int, Func<Task>> callOf, TimeSpan length)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var callers = Enumerable.Range(0, Callers).Select(n => new Caller(callOf(n))).ToArray();
        var calling = callers.Select(c => Task.Run(() => c.Run(stop.Token))).ToArray();
        // A thread of its own: callers whose answers are there at once keep every thread of the pool, and a timer waits for one.
        new Thread(() => { Thread.Sleep(length); stop.Cancel(); }) { IsBackground = true }.Start();
        try
        {
            await Task.WhenAll(calling).WaitAsync(length + Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(Describe(callers, calling, stop));
        }

        return callers.Sum(c => c.Calls) / clock.Elapsed.TotalSeconds;
    }

    // What tells a call that is never answered from threads that never run.
    private static string Describe(Caller[] callers, Task[] calling, CancellationTokenSource stop) =>
        $"""
        callers that hang: {string.Join(", ", calling.Select((t, n) => (t, n)).Where(x => !x.t.IsCompleted).Select(x => $"{x.n} {callers[x.n]}"))}
        stop asked: {stop.IsCancellationRequested}; thread pool: {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} items wait, {ThreadPool.CompletedWorkItemCount} done
        """;

    private sealed class Caller(Func<Task> call)
    {
        private volatile Task? _last;

        public long Calls { get; private set; }

        public async Task Run(CancellationToken stop)
        {
            for (; !stop.IsCancellationRequested; Calls++)
            {
                var answer = call();
                if (answer.IsCompletedSuccessfully)
                    continue;
                _last = answer;
                await answer;
            }
        }

        public override string ToString() => $"after {Calls} calls, the last one {_last?.Status.ToString() ?? "never made"}";
    }

    private static async Task Guarded(SemaphoreSlim semaphore)
    {
        await semaphore.WaitAsync();
        semaphore.Release();
    }

    private sealed class ChannelMailbox
    {
        private readonly Channel<TaskCompletionSource> _inbox = Channel.CreateUnbounded<TaskCompletionSource>(new() { SingleReader = true });

        public ChannelMailbox() => _ = Task.Run(Loop);

        public Task Call()
        {
            var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _inbox.Writer.TryWrite(answer);
            return answer.Task;
        }

        private async Task Loop()
        {
            await foreach (var answer in _inbox.Reader.ReadAllAsync())
                answer.SetResult();
        }
    }
}
