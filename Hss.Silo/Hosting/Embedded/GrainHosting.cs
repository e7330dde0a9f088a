using Hss.Grains.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Hosting;

/// <summary>The host of the grains in the embedded engine; another file takes this one's place in the other engine's build.</summary>
internal static class GrainHosting
{
    /// <summary>Whether grains may be in other processes.</summary>
    public static bool IsClustered => false;

    /// <summary>What the host measures.</summary>
    public static string Meter => "Hss.Embedded";

    /// <summary>Hosts every grain of the program in this process.</summary>
    public static IServiceCollection AddGrains(this IServiceCollection services, HssSettings settings) => services.AddEmbeddedGrains(
        options =>
        {
            options.CollectionAge = settings.Grains.IdleTime;
            options.ResponseTimeout = GrainSettings.ResponseTimeout;
            options.MailboxLimit = GrainSettings.MailboxLimit;
        },
        typeof(BookingGrain).Assembly);

    /// <summary>Streams live and die with the one process.</summary>
    public static Task RemoveLeftovers(IClusterClient client, StreamId stream) => Task.CompletedTask;
}
