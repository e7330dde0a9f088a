using System.Reflection;
using Hss.Embedded.Hosting;
using Hss.Embedded.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hss.Embedded;

/// <summary>Adds the embedded grain host to an application.</summary>
public static class EmbeddedServices
{
    /// <summary>
    /// Hosts all grain classes of the assemblies in this process. <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> work as soon as the
    /// container is built; wrong grain classes stop the start with one message that names them all. Services that running grains need until the
    /// end must be hosted services added before this one, as hosted services stop in reverse order.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services, Action<EmbeddedOptions>? configure, params Assembly[] grainAssemblies)
    {
        var options = new EmbeddedOptions();
        configure?.Invoke(options);
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => GrainCatalog.Of(grainAssemblies));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<EmbeddedHost>(provider, options));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MemoryStreams>(provider, options));
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<EmbeddedHost>().Factory);
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<EmbeddedHost>().Factory);
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedHost>());
        return services;
    }
}
