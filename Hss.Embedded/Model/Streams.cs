namespace Hss.Embedded;

/// <summary>The name of a stream within a provider.</summary>
public readonly record struct StreamId
{
    private StreamId(string ns, string key) => (Namespace, Key) = (ns, key);

    /// <summary>What the stream is about.</summary>
    public string Namespace { get; }

    /// <summary>Whose it is.</summary>
    public string Key { get; }

    /// <summary>Makes the name; the stream need not exist.</summary>
    public static StreamId Create(string ns, string key) => new(ns, key);

    /// <summary>The form <c>namespace/key</c> of logs.</summary>
    public override string ToString() => $"{Namespace}/{Key}";
}

/// <summary>
/// Streams in memory. An item goes to those who are subscribed when it is published, and is gone with the process. Items of one publisher
/// arrive in order. A subscriber that is slower than the publishers loses the oldest items that it has not begun; it never holds them up.
/// </summary>
public interface IStreamProvider
{
    /// <summary>The provider's name.</summary>
    string Name { get; }

    /// <summary>The stream with this name. All its items are of one type.</summary>
    IAsyncStream<T> GetStream<T>(StreamId streamId);
}

/// <summary>A position in a stream. Streams in memory have none: it is always null.</summary>
public abstract class StreamSequenceToken;

/// <summary>A stream: publish with <see cref="OnNextAsync"/>, listen with <c>SubscribeAsync</c>.</summary>
public interface IAsyncStream<T>
{
    /// <summary>The stream's name.</summary>
    StreamId StreamId { get; }

    /// <summary>The name of the stream's provider.</summary>
    string ProviderName { get; }

    /// <summary>Publishes an immutable item. It waits for no subscriber.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    /// <summary>Subscribes. In a grain items arrive as turns, and the subscription ends with the activation at the latest.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);
}

/// <summary>Who listens to a stream.</summary>
public interface IAsyncObserver<in T>
{
    /// <summary>The next item; the one after it waits for the task. An exception is logged.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    /// <summary>No item will come any more. Streams in memory never end.</summary>
    Task OnCompletedAsync();

    /// <summary>The stream has failed. Streams in memory never do.</summary>
    Task OnErrorAsync(Exception ex);
}

/// <summary>A subscription.</summary>
public abstract class StreamSubscriptionHandle<T>
{
    /// <summary>The stream.</summary>
    public abstract StreamId StreamId { get; }

    /// <summary>The name of the stream's provider.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The subscription's own id.</summary>
    public abstract Guid HandleId { get; }

    /// <summary>Ends the subscription: no item is begun after this.</summary>
    public abstract Task UnsubscribeAsync();
}
