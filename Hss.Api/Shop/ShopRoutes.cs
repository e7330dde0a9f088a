using Hss.Api.Shop.Accounts;
using Hss.Api.Shop.Catalog;
using Hss.Api.Shop.Invoices;
using Hss.Api.Shop.Orders;
using Hss.Api.Shop.Reviews;
using Hss.Api.Shop.Support;
using Hss.Api.Shop.Wishlist;

namespace Hss.Api.Shop;

/// <summary>All routes of the online store.</summary>
public static class ShopRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapStore(this RouteGroupBuilder store)
    {
        store.MapStoreAuth();
        store.MapProducts();
        store.MapCategories();
        store.MapStock();
        store.MapOrders();
        store.MapReviews();
        store.MapWishlist();
        store.MapSupport();
        store.MapInvoices();
    }
}
