using Hss.Grains.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Hosting;

/// <summary>The host of the grains in the embedded engine; another file takes this one's place in the other engine's build.</summary>
internal static class GrainHosting
{
    /// <summary>Whether this is the Orleans engine.</summary>
    public static bool IsOrleans => false;

    /// <summary>Hosts every grain of the program in this process.</summary>
    public static IServiceCollection AddGrains(this IServiceCollection services, HssSettings settings) => services.AddEmbeddedGrains(
        options =>
        {
            options.CollectionAge = settings.Grains.IdleTime;
            options.ResponseTimeout = GrainSettings.ResponseTimeout;
            options.MailboxLimit = GrainSettings.MailboxLimit;
        },
        typeof(BookingGrain).Assembly);
}
