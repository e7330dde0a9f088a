using Hss.Silo.Hosting;
using Hss.Silo.Library.Accounts;
using Hss.Silo.Library.Books;
using Hss.Silo.Library.Deliveries;
using Hss.Silo.Notifications;
using Hss.Silo.Robots;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Library;

/// <summary>Puts the library, its robots and its notifications together.</summary>
public static class LibraryServices
{
    /// <summary>Adds all of it.</summary>
    public static IServiceCollection AddHssLibrary(this IServiceCollection services, HssSettings settings)
    {
        services.AddSingleton<LibraryMembers>();
        services.AddBooks();
        services.AddDeliveries(settings);
        services.AddNotifications();
        services.AddRobots(settings);
        return services;
    }
}
