using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Wishlist;

/// <summary>One account's wishes.</summary>
[GrainType("wishlist")]
public sealed class WishlistGrain(EntityServices services) : AggregateGrain<WishlistState>(WishlistKind.Instance, services), IWishlistGrain
{
    /// <inheritdoc />
    public Task<Outcome<string>> Add(CallContext context, string productId) =>
        Execute(context, (state, now) => WishlistRules.Add(state, productId, now), _ => productId);

    /// <inheritdoc />
    public Task<Outcome<bool>> Remove(CallContext context, string productId) =>
        Execute(context, (state, now) => WishlistRules.Remove(state, productId, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Clear(CallContext context) => Execute(context, WishlistRules.Clear, static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Notify(CallContext context, WishNotice notice) =>
        Execute(context, (state, now) => WishlistRules.Notify(state, notice, now), static _ => true);

    /// <inheritdoc />
    public Task<WishlistView> Get() =>
        Read(static (state, version) => new WishlistView([.. state.Wishes.Reverse().Select(w => w.ProductId)], version));
}
