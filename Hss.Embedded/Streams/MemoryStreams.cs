using System.Collections.Concurrent;
using Hss.Embedded.Activations;
using Microsoft.Extensions.Logging;

namespace Hss.Embedded.Streams;

/// <summary>All streams of this process, by provider and name. One without subscribers takes no memory.</summary>
internal sealed class MemoryStreams(EmbeddedOptions options, ILogger<MemoryStreams> log)
{
    private readonly ConcurrentDictionary<string, MemoryStreamProvider> _providers = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();
    private readonly ConcurrentDictionary<(string Provider, StreamId Stream), Subscription[]> _subscriptions = [];

    internal int Buffer => options.StreamBuffer;

    internal ILogger Log => log;

    internal IStreamProvider Provider(string name) => _providers.GetOrAdd(name, static (name, self) => new(self, name), this);

    internal Subscription[] Of((string Provider, StreamId Stream) stream) => _subscriptions.GetValueOrDefault(stream, []);

    internal void Add((string Provider, StreamId Stream) stream, Subscription subscription)
    {
        lock (_changes)
            _subscriptions[stream] = [.. Of(stream), subscription];
    }

    internal void Remove((string Provider, StreamId Stream) stream, Subscription subscription)
    {
        lock (_changes)
        {
            var left = Of(stream).Where(s => s != subscription).ToArray();
            if (left.Length > 0)
                _subscriptions[stream] = left;
            else
                _subscriptions.TryRemove(stream, out _);
        }
    }
}

/// <inheritdoc />
internal sealed class MemoryStreamProvider(MemoryStreams streams, string name) : IStreamProvider
{
    public string Name => name;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(streams, name, streamId);
}

/// <inheritdoc />
internal sealed class MemoryStream<T>(MemoryStreams streams, string provider, StreamId id) : IAsyncStream<T>
{
    public StreamId StreamId => id;

    public string ProviderName => provider;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null)
    {
        foreach (var subscription in streams.Of((provider, id)))
        {
            if (subscription is not Subscription<T> typed)
                throw new InvalidOperationException($"The stream {provider}:{id} has subscribers for another type than {typeof(T).Name}.");
            typed.Offer(item);
        }

        return Task.CompletedTask;
    }

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var activation = (TaskScheduler.Current as GrainSlot)?.Activation;
        var subscription = new Subscription<T>(streams, provider, id, observer, activation);
        streams.Add((provider, id), subscription);
        activation?.Own(subscription);
        return Task.FromResult<StreamSubscriptionHandle<T>>(new MemoryHandle<T>(subscription, provider, id));
    }
}

/// <inheritdoc />
internal sealed class MemoryHandle<T>(Subscription subscription, string provider, StreamId id) : StreamSubscriptionHandle<T>
{
    public override StreamId StreamId => id;

    public override string ProviderName => provider;

    public override Guid HandleId { get; } = Guid.NewGuid();

    public override Task UnsubscribeAsync()
    {
        subscription.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>An observer that has only a function for the items.</summary>
internal sealed class FunctionObserver<T>(Func<T, StreamSequenceToken?, Task> onNextAsync) : IAsyncObserver<T>
{
    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => onNextAsync(item, token);

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
