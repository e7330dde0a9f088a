using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Reservations;

/// <summary>Adds reservation queues to the silo.</summary>
public static class ReservationServices
{
    /// <summary>Adds what grains and routes need, and what makes an outage good; before the worker that wakes what is due.</summary>
    public static IServiceCollection AddHssReservations(this IServiceCollection services, HssSettings settings)
    {
        services.AddSingleton(settings.Reservations);
        services.AddSingleton(settings.Reservations.Queues);
        services.AddSingleton<ReservationService>().AddSingleton<ReservationHistory>().AddSingleton<ReservationUsers>();
        services.AddHostedService<OutageKeeper>();
        return services;
    }

    /// <summary>Adds the demonstration data; after the accounts' own.</summary>
    public static IServiceCollection AddReservationDemonstration(this IServiceCollection services) => services.AddHostedService<ReservationDemonstration>();
}
