using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Notifications;

/// <summary>Puts notifications together.</summary>
public static class NotificationServices
{
    /// <summary>Adds all of them.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NotificationQueries>()
        .AddSingleton<NotificationService>()
        .AddSingleton<IEffectHandler, NoticeHandler>();
}
