using System.Collections.Concurrent;
using System.Reflection;
using Hss.Embedded.Activations;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Embedded.Hosting;

/// <summary>A grain class, and the places of its grains that are in use.</summary>
internal sealed class GrainClass(Type type, string grainType, int index)
{
    private readonly ObjectFactory _construct = ActivatorUtilities.CreateFactory(type, []);

    internal Type Type => type;

    internal string GrainType => grainType;

    /// <summary>The position in the catalog.</summary>
    internal int Index => index;

    internal bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute), inherit: true);

    internal ConcurrentDictionary<string, GrainSlot> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>The grain interfaces of the class.</summary>
    internal IEnumerable<Type> Interfaces =>
        type.GetInterfaces().Where(i => i != typeof(IGrainWithStringKey) && i.IsAssignableTo(typeof(IGrainWithStringKey)));

    internal Grain Construct(IServiceProvider services) => (Grain)_construct(services, null);

    internal static string? NameOf(Type type) => type.GetCustomAttribute<GrainTypeAttribute>(inherit: false)?.GrainType;
}
