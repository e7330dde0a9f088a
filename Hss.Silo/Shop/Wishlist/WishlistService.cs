using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Wishlist;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Catalog;

namespace Hss.Silo.Shop.Wishlist;

/// <summary>The grains of wishlists, whose wish a product is, and what is in one.</summary>
public sealed class WishlistService(IGrainFactory grains, IJournal journal, CatalogService catalog, CatalogQueries products)
{
    private static readonly Refusal ProductNotFound = new(RefusalCodes.NotFound, "Product not found");

    /// <summary>The grain of an account's wishlist.</summary>
    public IWishlistGrain Wishlist(string account) => grains.GetGrain<IWishlistGrain>(WishlistKind.Instance.Key(account).ToString());

    /// <summary>Notes a wish of the caller; refused with <see cref="RefusalCodes.NotFound"/> when there is no such product.</summary>
    public async Task<Outcome<ListedProduct>> Add(CallContext context, string product)
    {
        var wishlist = Wishlist(context.Actor);
        if (await catalog.Product(product).Get().ConfigureAwait(false) is null)
            return ProductNotFound;
        var added = await wishlist.Add(context, product).ConfigureAwait(false);
        if (!added.Accepted)
            return added.Refusal;
        // A product that is deleted right now: who ends its wishes may have missed this one.
        if (await catalog.Product(product).Get().ConfigureAwait(false) is not { } view)
        {
            await wishlist.Remove(context with { Operation = null }, product).ConfigureAwait(false);
            return ProductNotFound;
        }

        return new() { Value = await catalog.Complete(view).ConfigureAwait(false), Version = added.Version, Replayed = added.Replayed };
    }

    /// <summary>An account's wishes as products, the newest wish first, with the wishlist's version.</summary>
    public async Task<(ImmutableArray<ListedProduct> Products, long Version)> Products(string account, CancellationToken cancellation)
    {
        var wishes = await Wishlist(account).Get().ConfigureAwait(false);
        return (wishes.Products.IsEmpty ? [] : await products.Find(wishes.Products, cancellation).ConfigureAwait(false), wishes.Version);
    }

    /// <summary>The accounts that wish for a product.</summary>
    public async Task<ImmutableArray<string>> Owners(string product, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(WishlistKind.Instance.Name) { Links = [new(WishlistKind.ProductLink, product)], Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        return [.. page.Rows.Select(r => r.Key.Id)];
    }
}
