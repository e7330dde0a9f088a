using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Identity;

/// <summary>Adds identity to the silo.</summary>
public static class IdentityServices
{
    /// <summary>Adds it; after the grains, as the bootstrap calls them.</summary>
    public static IServiceCollection AddHssIdentity(this IServiceCollection services, HssSettings settings)
    {
        services.AddSingleton<PasswordHasher>();
        services.AddSingleton(provider => new AccessTokens(settings.Keys.Signing, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IdentityService>();
        services.AddSingleton(provider => new SessionCache(
            id => provider.GetRequiredService<IGrainFactory>().GetGrain<ISessionGrain>(SessionKind.Instance.Key(id).ToString()).Check(),
            settings.Grains.ManySilos ? SessionCache.Most : TimeSpan.Zero,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IAccessCheck, AccessCheck>();
        services.AddSingleton<IdentityQueries>();
        services.AddSingleton<UniqueNames>();
        services.AddHostedService<IdentityBootstrap>();
        return services;
    }
}
