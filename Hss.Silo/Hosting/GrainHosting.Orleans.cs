using Hss.Silo.Hosting.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Hss.Silo.Hosting;

/// <summary>The host of the grains in the Orleans engine; another file takes this one's place in the other engine's build.</summary>
internal static class GrainHosting
{
    // The provider that grains ask for by GetStreamProvider. The embedded host makes any that is asked for; here it must be named.
    private const string Streams = "live";

    /// <summary>Whether this is the Orleans engine.</summary>
    public static bool IsOrleans => true;

    /// <summary>
    /// Makes this process a silo. The API calls through the silo's own client; grains are found by the code that Orleans generates into the
    /// assemblies that have them.
    /// </summary>
    public static IServiceCollection AddGrains(this IServiceCollection services, HssSettings settings)
    {
        var (grains, connection) = (settings.Grains, settings.Database.ConnectionString!);
        services.AddLogging(log => log.AddFilter("Orleans", settings.Log.Level > LogLevel.Warning ? settings.Log.Level : LogLevel.Warning));
        if (grains.ManySilos)
            services.AddHostedService(_ => new MembershipTables(connection)); // Before the silo, which reads them at its start.
        // A fault reaches a caller in another silo whatever its type, and whatever caused it (a driver's exception within a JournalException).
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedExceptionTypeFilter = static _ => true);
        return services.AddOrleans(silo =>
        {
            if (grains.ManySilos)
                JoinCluster(silo, grains, connection);
            else
                silo.UseLocalhostClustering(grains.SiloPort, grains.GatewayPort, serviceId: grains.ServiceId, clusterId: grains.ClusterId);
            silo.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = GrainSettings.ResponseTimeout;
                options.MaxEnqueuedRequestsHardLimit = GrainSettings.MailboxLimit;
            });
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = grains.IdleTime);
            silo.AddMemoryStreams(Streams, streams => streams.ConfigurePartitioning(1));
            silo.AddMemoryGrainStorage("PubSubStore"); // Who has subscribed to which stream.
        });
    }

    private static void JoinCluster(ISiloBuilder silo, GrainSettings grains, string connection)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (grains.ClusterId, grains.ServiceId));
        if (grains.Address is { } address)
            silo.ConfigureEndpoints(address, grains.SiloPort, grains.GatewayPort);
        else
            silo.ConfigureEndpoints(grains.SiloPort, grains.GatewayPort);
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connection));
    }
}
