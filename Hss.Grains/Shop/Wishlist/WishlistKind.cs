using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Wishlist;

/// <summary>Wishlists in the journal.</summary>
public sealed class WishlistKind() : EntityKind<WishlistState>(
    "wishlist",
    schema: 1,
    EventType.Of<WishAdded>("wishlist.added"),
    EventType.Of<WishRemoved>("wishlist.removed"),
    EventType.Of<WishlistCleared>("wishlist.cleared"),
    EventType.Of<WishNoticed>("wishlist.noticed"))
{
    /// <summary>The link of each product that is wished for: so the owners of a wish are found.</summary>
    public const string ProductLink = "product";

    /// <summary>The one instance.</summary>
    public static readonly WishlistKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IWishlistGrain>(key.ToString());

    /// <inheritdoc />
    public override WishlistState Initial(string id) => new(id);

    /// <inheritdoc />
    public override WishlistState Apply(WishlistState state, IEntityEvent e) => WishlistRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(WishlistState state) => new(state.Id, "");

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(WishlistState state) => [.. state.Wishes.Select(w => new EntityLink(ProductLink, w.ProductId))];

    /// <inheritdoc />
    public override string Audience(WishlistState state, IEntityEvent e) => state.Id;
}
