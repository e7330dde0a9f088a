using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Shop.Wishlist;

/// <summary>Puts wishlists together.</summary>
internal static class WishlistServices
{
    /// <summary>Adds all of them.</summary>
    public static IServiceCollection AddWishlists(this IServiceCollection services) => services
        .AddSingleton<WishlistService>()
        .AddSingleton<WishNotifier>()
        .AddSingleton<IEffectHandler, StockCrossedHandler>()
        .AddSingleton<IEffectHandler, DiscountChangedHandler>()
        .AddSingleton<IEffectHandler, ProductDeletedHandler>();
}
