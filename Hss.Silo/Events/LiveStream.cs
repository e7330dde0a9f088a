using System.Collections.Concurrent;
using System.Threading.Channels;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Events;

/// <summary>
/// What passes by and is stored nowhere. However many connections of this process listen, it has one subscription to the stream, from the first
/// listener on, and gives to each what comes.
/// </summary>
public sealed class LiveStream<T>(IClusterClient client, string space, string key, ILogger<LiveStream<T>> log) : IHostedService, IDisposable
{
    // The stream provider that both hosts have.
    private const string Provider = "live";

    private readonly ConcurrentDictionary<LiveListener<T>, bool> _listeners = new();
    private readonly SemaphoreSlim _joining = new(1, 1);
    private StreamSubscriptionHandle<T>? _subscription;

    private StreamId Id => StreamId.Create(space, key);

    private IAsyncStream<T> Stream => client.GetStreamProvider(Provider).GetStream<T>(Id);

    /// <summary>Tells whoever listens at this moment, in whatever process.</summary>
    public Task Publish(T item) => Stream.OnNextAsync(item);

    /// <summary>Hears of everything from now on, until the listener is unsubscribed.</summary>
    public async Task<LiveListener<T>> Listen(Func<T, Task> heard)
    {
        var listener = new LiveListener<T>(heard, gone => _listeners.TryRemove(gone, out _));
        _listeners[listener] = true;
        await _joining.WaitAsync().ConfigureAwait(false);
        try
        {
            _subscription ??= await Stream.SubscribeAsync((item, _) => Tell(item)).ConfigureAwait(false);
        }
        catch
        {
            await listener.UnsubscribeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            _joining.Release();
        }

        return listener;
    }

    /// <summary>Removes what processes that died have left of their subscriptions.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await GrainHosting.RemoveLeftovers(client, Id).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Leftovers cost a little time at each publication; no start fails for that.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "Subscriptions that are left over from {Stream} could not be removed", Id);
        }
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _subscription, null) is { } subscription)
            await subscription.UnsubscribeAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _joining.Dispose();

    private Task Tell(T item)
    {
        foreach (var (listener, _) in _listeners)
            listener.Tell(item);
        return Task.CompletedTask;
    }
}

/// <summary>One who listens to a <see cref="LiveStream{T}"/>: at its own pace, behind which the oldest is forgotten.</summary>
public sealed class LiveListener<T>
{
    private const int Backlog = 256;

    private readonly Channel<T> _items = Channel.CreateBounded<T>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Action<LiveListener<T>> _end;

    internal LiveListener(Func<T, Task> heard, Action<LiveListener<T>> end)
    {
        _end = end;
        _ = Listen(heard);
    }

    /// <summary>Hears no more.</summary>
    public Task UnsubscribeAsync()
    {
        _end(this);
        _items.Writer.TryComplete();
        return Task.CompletedTask;
    }

    internal void Tell(T item) => _items.Writer.TryWrite(item);

    private async Task Listen(Func<T, Task> heard)
    {
        await foreach (var item in _items.Reader.ReadAllAsync().ConfigureAwait(false))
            await heard(item).ConfigureAwait(false);
    }
}
