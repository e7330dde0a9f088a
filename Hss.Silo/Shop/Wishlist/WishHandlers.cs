using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Catalog;
using Hss.Grains.Shop.Stock;
using Hss.Grains.Shop.Wishlist;
using Hss.Interfaces.Shop;
using Hss.Silo.Effects;

namespace Hss.Silo.Shop.Wishlist;

/// <summary>A product sold out or is back: its wishers hear of it.</summary>
public sealed class StockCrossedHandler(EntityCodec codec, WishNotifier notifier) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.StockCrossed;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var crossed = codec.Decode<StockCrossed>(effect.Source, effect.Payload);
        return notifier.Notify(effect, crossed.ProductId, WishTopic.Stock, product => WishNotices.Stock(product, crossed.InStock), cancellation);
    }
}

/// <summary>A discount began, has another rate, or ended: the product's wishers hear of it.</summary>
public sealed class DiscountChangedHandler(EntityCodec codec, WishNotifier notifier) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.DiscountChanged;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var changed = codec.Decode<DiscountChanged>(effect.Source, effect.Payload);
        return notifier.Notify(effect, changed.ProductId, WishTopic.Discount, product => WishNotices.Discount(product, changed.Rate), cancellation);
    }
}
