using System.Collections.Concurrent;
using Hss.Embedded.Calls;

namespace Hss.Embedded.Hosting;

/// <summary>Makes references; the first one of each interface and class is kept and copied.</summary>
internal sealed class EmbeddedFactory(EmbeddedHost host) : IClusterClient
{
    private readonly ConcurrentDictionary<Type, GrainProxy> _byInterface = [];
    private readonly ConcurrentDictionary<(Type Interface, string GrainType), GrainProxy> _byId = [];

    public IServiceProvider ServiceProvider => host.Services;

    public T GetGrain<T>(string primaryKey) where T : IGrainWithStringKey => (T)GetGrain(typeof(T), primaryKey);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        var template = _byInterface.GetOrAdd(
            grainInterfaceType, static (type, host) => GrainProxy.Template(host, host.Catalog.ClassOf(type), type), host);
        return (IGrain)(object)template.For(grainPrimaryKey);
    }

    public T GetGrain<T>(GrainId grainId) where T : IAddressable
    {
        var template = _byId.GetOrAdd(
            (typeof(T), grainId.Type),
            static (id, host) => GrainProxy.Template(host, host.Catalog.ClassOf(id.GrainType, id.Interface), id.Interface),
            host);
        return (T)(object)template.For(grainId.Key);
    }
}
