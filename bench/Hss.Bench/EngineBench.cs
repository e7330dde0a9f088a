using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hss.Bench;

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
    private const int Callers = 64;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<int> Run()
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

        Console.WriteLine($"{Environment.ProcessorCount} cores, {Callers} callers, best of 3 rounds of {Round.TotalSeconds:0} s");
        double baseline = 0;
        foreach (var (name, callOf) in ways)
        {
            await Measure(callOf, TimeSpan.FromSeconds(1));
            var best = 0d;
            for (var i = 0; i < 3; i++)
                best = Math.Max(best, await Measure(callOf, Round));
            baseline = baseline == 0 ? best : baseline;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {best,14:N0} calls/s   {best / baseline,6:0.00} of the grain's"));
        }

        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<double> Measure(Func<int, Func<Task>> callOf, TimeSpan length)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var callers = Enumerable.Range(0, Callers).Select(n => Task.Run(() => Call(callOf(n), stop.Token))).ToArray();
        stop.CancelAfter(length);
        var calls = (await Task.WhenAll(callers)).Sum();
        return calls / clock.Elapsed.TotalSeconds;
    }

    private static async Task<long> Call(Func<Task> call, CancellationToken stop)
    {
        var calls = 0L;
        for (; !stop.IsCancellationRequested; calls++)
            await call();
        return calls;
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
