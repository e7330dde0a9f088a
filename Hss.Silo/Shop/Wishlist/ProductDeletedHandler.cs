using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Silo.Effects;
using Hss.Silo.Shop.Reviews;

namespace Hss.Silo.Shop.Wishlist;

/// <summary>A product left the catalog: its wishes and reviews go too (contracts, section 5).</summary>
public sealed class ProductDeletedHandler(EntityCodec codec, WishlistService wishlists, ReviewQueries queries, ReviewService reviews) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.ProductDeleted;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var (context, product) = (CallContext.System("product-deleted"), codec.Decode<ProductReference>(effect.Source, effect.Payload).ProductId);
        var keys = await queries.KeysOf(product, cancellation).ConfigureAwait(false);
        await FanOut.Each(keys, key => reviews.Review(key).Remove(context), cancellation).ConfigureAwait(false);
        var owners = await wishlists.Owners(product, cancellation).ConfigureAwait(false);
        await FanOut.Each(owners, owner => wishlists.Wishlist(owner).Remove(context, product), cancellation).ConfigureAwait(false);
    }
}
