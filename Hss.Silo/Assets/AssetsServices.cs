using Hss.Silo.Assets.Accounts;
using Hss.Silo.Assets.Imports;
using Hss.Silo.Assets.QrCodes;
using Hss.Silo.Assets.References;
using Hss.Silo.Assets.Registry;
using Hss.Silo.Assets.Statistics;
using Hss.Silo.Assets.Workflows;
using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets;

/// <summary>Puts asset management together.</summary>
public static class AssetsServices
{
    /// <summary>Adds all of it.</summary>
    public static IServiceCollection AddHssAssets(this IServiceCollection services, HssSettings settings)
    {
        services.AddAssetMembers();
        services.AddAssetReferences();
        services.AddAssetRegistry();
        services.AddWorkflows();
        services.AddSingleton<AssetStatistics>();
        services.AddAssetImports();
        services.AddAssetQrCodes(settings);
        return services;
    }
}
