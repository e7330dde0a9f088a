using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Library.Deliveries;

/// <summary>Puts requests, returns and transports together.</summary>
internal static class DeliveryServices
{
    /// <summary>Adds all of them.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services, HssSettings settings) => services
        .AddSingleton(settings.Library.Deliveries)
        .AddSingleton<DeliveryService>()
        .AddSingleton<DeliveryQueries>()
        .AddSingleton<DeliveryReaders>()
        .AddSingleton<ReturnableBooks>()
        .AddSingleton<DeliveryHistory>();
}
