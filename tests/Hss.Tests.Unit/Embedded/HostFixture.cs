using Hss.Embedded.Hosting;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hss.Tests.Unit.Embedded;

/// <summary>A running grain host with the test grains of this assembly, a fake clock and a <see cref="Probe"/>.</summary>
internal sealed class HostFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public HostFixture(Action<EmbeddedOptions>? configure = null)
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Probe)
            .AddEmbeddedGrains(configure, typeof(HostFixture).Assembly)
            .BuildServiceProvider();
        Host.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>How long a test waits for what must happen before it gives up.</summary>
    public static TimeSpan Guard { get; } = TimeSpan.FromSeconds(30);

    public FakeTimeProvider Clock { get; } = new();

    public Probe Probe { get; } = new();

    public IServiceProvider Services => _services;

    public IClusterClient Client => _services.GetRequiredService<IClusterClient>();

    public IHostedService Host => _services.GetRequiredService<IHostedService>();

    public int Activations => _services.GetRequiredService<GrainCatalog>().Classes.Sum(c => c.Slots.Count);

    /// <summary>Waits for a condition that other threads bring about.</summary>
    public static async Task Until(Func<bool> condition, string what)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!condition())
        {
            Assert.False(guard.IsCancellationRequested, $"Never came: {what}");
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Host.StopAsync(soon.Token);
        await _services.DisposeAsync();
    }
}

/// <summary>What the test grains tell and what they wait for.</summary>
public sealed class Probe
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];

    public string[] Log
    {
        get
        {
            lock (_lock)
                return [.. _log];
        }
    }

    public void Say(string what)
    {
        lock (_lock)
            _log.Add(what);
    }

    public int Times(string what) => Log.Count(l => l == what);

    /// <summary>The gate with this name; it stays open once opened.</summary>
    public Task Gate(string name) => Source(name).Task;

    public void Open(string name) => Source(name).TrySetResult();

    private TaskCompletionSource Source(string name)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(name, out var gate))
                _gates[name] = gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return gate;
        }
    }
}
