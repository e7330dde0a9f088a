using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Shop.Catalog;

/// <summary>Adds the catalog to the silo.</summary>
public static class CatalogServices
{
    /// <summary>Adds it; after the grains, as the demonstration catalog is made at start.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddSingleton<CatalogService>().AddSingleton<CatalogQueries>();
        services.AddHostedService<CatalogDemonstration>();
        return services;
    }
}
