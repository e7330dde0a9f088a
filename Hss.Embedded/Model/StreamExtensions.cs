using Hss.Embedded.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Embedded;

/// <summary>Ways to streams.</summary>
public static class StreamExtensions
{
    /// <summary>The streams of this name, from a grain.</summary>
    public static IStreamProvider GetStreamProvider(this Grain grain, string name) =>
        grain.ServiceProvider.GetRequiredService<MemoryStreams>().Provider(name);

    /// <summary>The streams of this name, from outside grains.</summary>
    public static IStreamProvider GetStreamProvider(this IClusterClient client, string name) =>
        client.ServiceProvider.GetRequiredService<MemoryStreams>().Provider(name);

    /// <summary>The stream with this name.</summary>
    public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, string key) =>
        streamProvider.GetStream<T>(StreamId.Create(ns, key));

    /// <summary>Subscribes a function to the items.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncStream<T> stream, Func<T, StreamSequenceToken?, Task> onNextAsync) =>
        stream.SubscribeAsync(new FunctionObserver<T>(onNextAsync));
}
