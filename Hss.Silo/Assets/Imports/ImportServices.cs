using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.Imports;

/// <summary>Adds imports and exports of assets to the silo.</summary>
public static class ImportServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAssetImports(this IServiceCollection services) => services
        .AddSingleton<ImportService>()
        .AddSingleton<AssetExport>()
        .AddSingleton<IEffectHandler, AssetImportHandler>();
}
