namespace Hss.Embedded;

/// <summary>Makes references to grains. Making one activates nothing: the first call does.</summary>
public interface IGrainFactory
{
    /// <summary>The reference to the grain of the one class that implements <typeparamref name="T"/>, with this exact key.</summary>
    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    T GetGrain<T>(string primaryKey) where T : IGrainWithStringKey;

    /// <inheritdoc cref="GetGrain{T}(string)" />
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>The reference to this very grain, through any interface of its class; so a shared base interface can be called.</summary>
    /// <exception cref="ArgumentException">No class has this grain type, or it does not implement the interface.</exception>
    T GetGrain<T>(GrainId grainId) where T : IAddressable;
}

/// <summary>The grains as code outside grains sees them: references, and streams by <c>GetStreamProvider</c>.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host.</summary>
    IServiceProvider ServiceProvider { get; }
}
