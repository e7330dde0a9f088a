using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.Registry;

/// <summary>Adds assets to the silo.</summary>
public static class RegistryServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAssetRegistry(this IServiceCollection services) =>
        services.AddSingleton<AssetService>().AddSingleton<AssetQueries>().AddSingleton<AssetJoins>().AddSingleton<AssetHistory>();
}
