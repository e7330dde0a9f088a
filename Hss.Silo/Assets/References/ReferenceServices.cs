using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.References;

/// <summary>Adds categories and locations to the silo.</summary>
public static class ReferenceServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAssetReferences(this IServiceCollection services) =>
        services.AddSingleton<ReferenceService>().AddSingleton<AssetReferences>();
}
