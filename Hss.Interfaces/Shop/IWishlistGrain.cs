using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>One account's wishes, keyed by the account.</summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.wishlist")]
public interface IWishlistGrain : IEntityGrain
{
    /// <summary>
    /// Notes a wish. Refused with <see cref="RefusalCodes.Conflict"/> when it is there already and with <see cref="WishlistCodes.Full"/> when there are
    /// <see cref="MaxProducts"/>. Whether the product exists is for the caller to know.
    /// </summary>
    [Alias("add")]
    Task<Outcome<string>> Add(CallContext context, string productId);

    /// <summary>Ends a wish; refused with <see cref="RefusalCodes.NotFound"/> when there is none.</summary>
    [Alias("remove")]
    Task<Outcome<bool>> Remove(CallContext context, string productId);

    /// <summary>Ends all wishes.</summary>
    [Alias("clear")]
    Task<Outcome<bool>> Clear(CallContext context);

    /// <summary>
    /// Mails the owner what became of a product, once for each state of its source: what is no news, or older than what was mailed before, changes
    /// nothing. Nor does a product that is no wish any more.
    /// </summary>
    [Alias("notify")]
    Task<Outcome<bool>> Notify(CallContext context, WishNotice notice);

    /// <summary>The committed wishes.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<WishlistView> Get();

    /// <summary>How many wishes an account may have.</summary>
    const int MaxProducts = 500;
}

/// <summary>Refusal codes of wishlists beside the common ones.</summary>
public static class WishlistCodes
{
    /// <summary>There are too many wishes (400).</summary>
    public const string Full = "wishlist_full";
}

/// <summary>What a notice is about.</summary>
public enum WishTopic
{
    /// <summary>The product sold out or is back.</summary>
    Stock,

    /// <summary>A discount began or ended.</summary>
    Discount,
}

/// <summary>News of a product for the owner of a wish.</summary>
/// <param name="SourceVersion">The version of the stock or of the product that this is news of.</param>
/// <param name="To">The owner's address of now. Personal data.</param>
[GenerateSerializer, Alias("hss.shop.wish-notice"), Immutable]
public sealed record WishNotice(
    [property: Id(0)] string ProductId,
    [property: Id(1)] WishTopic Topic,
    [property: Id(2)] long SourceVersion,
    [property: Id(3)] string To,
    [property: Id(4)] string Subject,
    [property: Id(5)] string Text);

/// <summary>Wishes as callers see them.</summary>
/// <param name="Products">Numbers of products, the newest wish first.</param>
[GenerateSerializer, Alias("hss.shop.wishlist-view"), Immutable]
public sealed record WishlistView([property: Id(0)] ImmutableArray<string> Products, [property: Id(1)] long Version);
