using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.References;

/// <summary>Adds categories and locations to the silo.</summary>
public static class ReferenceServices
{
    /// <summary>Adds them; after the grains, as the demonstration is made at start.</summary>
    public static IServiceCollection AddAssetReferences(this IServiceCollection services) =>
        services.AddSingleton<ReferenceService>().AddSingleton<AssetReferences>().AddHostedService<ReferenceDemonstration>();
}
