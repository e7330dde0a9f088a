using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Wishlist;

/// <summary>The rules of wishlists.</summary>
public static class WishlistRules
{
    /// <summary>Notes a wish.</summary>
    public static Decision Add(WishlistState state, string product, DateTimeOffset now)
    {
        if (Find(state, product) is not null)
            return Decision.Refuse(RefusalCodes.Conflict, "Product already in wishlist");
        return state.Wishes.Length >= IWishlistGrain.MaxProducts
            ? Decision.Refuse(WishlistCodes.Full, $"A wishlist holds at most {IWishlistGrain.MaxProducts} products")
            : Decision.Accept(new WishAdded(product, now));
    }

    /// <summary>Ends a wish.</summary>
    public static Decision Remove(WishlistState state, string product, DateTimeOffset now) => Find(state, product) is null
        ? Decision.Refuse(RefusalCodes.NotFound, "Wishlist item not found")
        : Decision.Accept(new WishRemoved(product, now));

    /// <summary>Ends all wishes.</summary>
    public static Decision Clear(WishlistState state, DateTimeOffset now) =>
        state.Wishes.IsEmpty ? Decision.Unchanged : Decision.Accept(new WishlistCleared(now));

    /// <summary>Mails news. The source's version tells what is news: so each is mailed once, and none after a newer one.</summary>
    public static Decision Notify(WishlistState state, WishNotice notice, DateTimeOffset now)
    {
        if (Find(state, notice.ProductId) is not { } wish || notice.SourceVersion <= (notice.Topic == WishTopic.Stock ? wish.StockNoticed : wish.DiscountNoticed))
            return Decision.Unchanged;
        return Decision.Accept(new WishNoticed(notice.ProductId, notice.Topic, notice.SourceVersion, notice.Subject, now))
            .With(new Effect("notice", AccountRules.MailTarget, new MailPayload(notice.To, notice.Subject, notice.Text)));
    }

    /// <summary>The state after an event.</summary>
    public static WishlistState Apply(WishlistState state, IEntityEvent e) => e switch
    {
        WishAdded a => state with { Wishes = state.Wishes.Add(new(a.ProductId, a.At)) },
        WishRemoved r => state with { Wishes = state.Wishes.RemoveAll(w => w.ProductId == r.ProductId) },
        WishlistCleared => state with { Wishes = [] },
        WishNoticed n => state with { Wishes = [.. state.Wishes.Select(w => w.ProductId == n.ProductId ? Noticed(w, n) : w)] },
        _ => throw new InvalidOperationException($"A wishlist has no event {e.GetType().Name}"),
    };

    private static Wish? Find(WishlistState state, string product) => state.Wishes.FirstOrDefault(w => w.ProductId == product);

    private static Wish Noticed(Wish wish, WishNoticed noticed) =>
        noticed.Topic == WishTopic.Stock ? wish with { StockNoticed = noticed.SourceVersion } : wish with { DiscountNoticed = noticed.SourceVersion };
}
