using Hss.Silo.Effects;
using Hss.Silo.Hosting;
using Hss.Silo.Robots.Demonstration;
using Hss.Silo.Robots.Dispatch;
using Hss.Silo.Robots.Waypoints;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Robots;

/// <summary>Puts robots together.</summary>
public static class RobotServices
{
    /// <summary>Adds robots, their emergency stop, waypoints and the dispatcher; after the feed, which wakes it.</summary>
    public static IServiceCollection AddRobots(this IServiceCollection services, HssSettings settings) => services
        .AddSingleton(settings.Robots)
        .AddSingleton(settings.Robots.Watch)
        .AddSingleton<RobotQueries>()
        .AddSingleton<RobotService>()
        .AddSingleton<EmergencyStopService>()
        .AddSingleton<RobotTelemetryStream>()
        .AddSingleton<WaypointService>()
        .AddSingleton<WaypointQueries>()
        .AddSingleton<IEffectHandler, RobotLostHandler>()
        .AddSingleton<IEffectHandler, FleetChangedHandler>()
        .AddHostedService<RobotDemonstration>()
        .AddSingleton<Dispatcher>()
        .AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
}
