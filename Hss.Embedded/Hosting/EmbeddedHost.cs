using Hss.Embedded.Activations;
using Hss.Embedded.Calls;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Embedded.Hosting;

/// <summary>The grain host of this process.</summary>
internal sealed class EmbeddedHost : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timeoutTimer;
    private readonly ITimer _collectionTimer;
    private readonly HostMetrics _metrics;
    private TaskCompletionSource? _drained;
    private TaskCompletionSource? _emptied;

    public EmbeddedHost(EmbeddedOptions options, GrainCatalog catalog, IServiceProvider services, TimeProvider time, ILogger<EmbeddedHost> log)
    {
        if (options.Problems().ToArray() is { Length: > 0 } problems)
            throw new InvalidOperationException($"The settings of the grain host are wrong: {string.Join("; ", problems)}.");
        Options = options;
        Catalog = catalog;
        Services = services;
        Time = time;
        Log = log;
        Factory = new EmbeddedFactory(this);
        Pending = new PendingCalls(time, catalog.Classes.Count) { Drained = OnAnswerWhileStopping };
        _metrics = new HostMetrics(this);
        var precision = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerSecond, Math.Max(TimeSpan.TicksPerMillisecond, options.ResponseTimeout.Ticks / 4)));
        _timeoutTimer = NewTimer(FailOverdueCalls, precision, precision);
        _collectionTimer = NewTimer(CollectIdle, options.CollectionInterval, options.CollectionInterval);
    }

    internal EmbeddedOptions Options { get; }

    internal GrainCatalog Catalog { get; }

    internal IServiceProvider Services { get; }

    internal TimeProvider Time { get; }

    internal ILogger Log { get; }

    internal EmbeddedFactory Factory { get; }

    internal PendingCalls Pending { get; }

    /// <summary>Cancelled when the time to stop is over.</summary>
    internal CancellationToken Stopped => _stopped.Token;

    private IEnumerable<GrainSlot> Slots => Catalog.Classes.SelectMany(c => c.Slots.Values);

    /// <summary>The grain classes were checked when the host was made.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses calls from outside, lets running and queued calls end, then ends all activations; what is not done in time is cut off.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Pending.RefuseOutside();
            OnAnswerWhileStopping();
            await _drained.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (Slots.Any())
            {
                _emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
                foreach (var slot in Slots)
                    slot.Stop();
                if (Slots.Any())
                    await _emptied.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogWarning("The grain host was stopped with {Calls} calls without an answer and {Grains} grains in use.", Pending.Count, Slots.Count());
        }

        await _stopped.CancelAsync().ConfigureAwait(false);
        foreach (var call in Pending.TakeOlderThan(TimeSpan.MinValue))
            call.Refuse(new SiloUnavailableException($"The grain host was stopped before {call.Method.Name} of {call.Target} had ended."));
        Dispose();
    }

    public void Dispose()
    {
        _timeoutTimer.Dispose();
        _collectionTimer.Dispose();
        _metrics.Dispose();
    }

    /// <summary>A timer that does not carry the context of the caller who happened to start it.</summary>
    internal ITimer NewTimer(Action onDue, TimeSpan dueTime, TimeSpan period)
    {
        using var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        return Time.CreateTimer(static action => ((Action)action!)(), onDue, dueTime, period);
    }

    internal GrainSlot SlotOf(GrainClass grainClass, string key) =>
        grainClass.Slots.GetOrAdd(key, static (key, at) => new GrainSlot(at.Host, at.Class, key), (Host: this, Class: grainClass));

    internal void Remove(GrainClass grainClass, string key, GrainSlot slot)
    {
        if (grainClass.Slots.TryRemove(KeyValuePair.Create(key, slot)) && _emptied is { } emptied && !Slots.Any())
            emptied.TrySetResult();
    }

    private void OnAnswerWhileStopping()
    {
        if (Pending.Count == 0)
            _drained?.TrySetResult();
    }

    private void FailOverdueCalls()
    {
        foreach (var call in Pending.TakeOlderThan(Options.ResponseTimeout))
        {
            var caller = call.Caller?.ToString() ?? "client";
            call.Refuse(new TimeoutException($"{call.Method.Name}, called by {caller} on {call.Target}, had no answer within {Options.ResponseTimeout}."));
        }
    }

    private void CollectIdle()
    {
        foreach (var slot in Slots)
            slot.Collect(Options.CollectionAge);
    }
}
