using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Streams.Core;

namespace Hss.Silo.Hosting;

/// <summary>The host of the grains in the Orleans engine; another file takes this one's place in the other engine's build.</summary>
internal static class GrainHosting
{
    // The ADO.NET name of Npgsql, which the providers load by it.
    private const string Invariant = "Npgsql";

    // The provider that grains ask for by GetStreamProvider. The embedded host makes any that is asked for; here it must be named.
    private const string Streams = "live";

    // A client that the cluster does not answer yet tries again: its silos may start after it.
    private static readonly TimeSpan ConnectPause = TimeSpan.FromSeconds(1);

    // How soon new silos get their share of the clients' calls.
    private static readonly TimeSpan GatewayPeriod = TimeSpan.FromSeconds(10);

    // Three of them without an answer make a silo dead.
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(2);

    /// <summary>Whether grains may be in other processes.</summary>
    public static bool IsClustered => true;

    /// <summary>What the host measures.</summary>
    public static string Meter => "Microsoft.Orleans";

    /// <summary>
    /// Makes this process a silo, whose API calls through the silo's own client, or (role <c>api</c>) a client of the silos. Grains are found by the
    /// code that Orleans generates into the assemblies that have them.
    /// </summary>
    public static IServiceCollection AddGrains(this IServiceCollection services, HssSettings settings)
    {
        var (grains, connection) = (settings.Grains, settings.Database.ConnectionString!);
        services.AddLogging(log => log.AddFilter("Orleans", settings.Log.Level > LogLevel.Warning ? settings.Log.Level : LogLevel.Warning));
        if (grains.ManySilos)
            services.AddHostedService(_ => new ClusterTables(connection)); // Before the silo or client, which reads them at its start.
        // A fault reaches a caller in another process whatever its type, and whatever caused it (a driver's exception within a JournalException).
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedExceptionTypeFilter = static _ => true);
        services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (grains.ClusterId, grains.ServiceId));
        return grains.Role == NodeRole.Api ? services.AddOrleansClient(client => Connect(client, connection)) : services.AddOrleans(silo => Host(silo, grains, connection));
    }

    /// <summary>Removes from a stream the subscriptions of silos that are no more. Those of dead clients go with the next thing that is published.</summary>
    public static async Task RemoveLeftovers(IClusterClient client, StreamId stream)
    {
        if (client.ServiceProvider.GetService<IStreamSubscriptionManagerAdmin>() is not { } admin)
            return;
        var subscriptions = admin.GetStreamSubscriptionManager(StreamSubscriptionManagerType.ExplicitSubscribeOnly);
        var silos = await client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true).ConfigureAwait(false);
        foreach (var subscription in await subscriptions.GetSubscriptions(Streams, stream).ConfigureAwait(false))
        {
            // The client within a silo is named after it: "hosted-<address>".
            if (subscription.GrainId.Key.ToString() is { } key && key.StartsWith("hosted-", StringComparison.Ordinal)
                && !silos.Keys.Any(s => key.Contains(s.ToParsableString(), StringComparison.Ordinal)))
                await subscriptions.RemoveSubscription(Streams, stream, subscription.SubscriptionId).ConfigureAwait(false);
        }
    }

    private static void Connect(IClientBuilder client, string connection)
    {
        client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        client.UseConnectionRetryFilter(async (_, cancellation) =>
        {
            await Task.Delay(ConnectPause, cancellation).ConfigureAwait(false);
            return true;
        });
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = GatewayPeriod);
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = GrainSettings.ResponseTimeout);
        client.AddMemoryStreams(Streams, streams => streams.ConfigurePartitioning(1));
    }

    private static void Host(ISiloBuilder silo, GrainSettings grains, string connection)
    {
        if (grains.ManySilos)
        {
            if (grains.Address is { } address)
                silo.ConfigureEndpoints(address, grains.SiloPort, grains.GatewayPort);
            else
                silo.ConfigureEndpoints(grains.SiloPort, grains.GatewayPort);
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
            silo.AddAdoNetGrainStorage("PubSubStore", options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
            silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = ProbeTime);
        }
        else
        {
            silo.UseLocalhostClustering(grains.SiloPort, grains.GatewayPort, serviceId: grains.ServiceId, clusterId: grains.ClusterId);
            silo.AddMemoryGrainStorage("PubSubStore");
        }

        silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = GrainSettings.ResponseTimeout;
            options.MaxEnqueuedRequestsHardLimit = GrainSettings.MailboxLimit;
        });
        silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = grains.IdleTime);
        silo.AddMemoryStreams(Streams, streams => streams.ConfigurePartitioning(1));
    }
}
