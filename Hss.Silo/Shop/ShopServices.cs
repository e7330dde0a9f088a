using Hss.Silo.Effects;
using Hss.Silo.Hosting;
using Hss.Silo.Shop.Catalog;
using Hss.Silo.Shop.Invoices;
using Hss.Silo.Shop.Orders;
using Hss.Silo.Shop.Reviews;
using Hss.Silo.Shop.Wishlist;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Shop;

/// <summary>Puts the online store together.</summary>
public static class ShopServices
{
    /// <summary>Adds all of it.</summary>
    public static IServiceCollection AddHssShop(this IServiceCollection services, HssSettings settings)
    {
        services.AddSingleton(settings.Shop);
        services.AddCatalog();
        services.AddReviews();
        services.AddWishlists();
        services.AddSingleton<OrderService>().AddSingleton<OrderQueries>();
        services.AddHostedService<OrderDemonstration>();
        services.AddSingleton<InvoiceService>().AddSingleton<CustomerMail>();
        services.AddSingleton<IEffectHandler, InvoiceMailHandler>().AddSingleton<IEffectHandler, RefundMailHandler>();
        return services;
    }
}
