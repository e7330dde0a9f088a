using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;
using Hss.Silo.Effects;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Catalog;

namespace Hss.Silo.Shop.Wishlist;

/// <summary>
/// Tells every owner of a wish what became of the product. Each owner's wishlist commits the notice with a mail of its own, which then has an id and
/// retries of its own; so this may be cut off and begin again, and one owner who cannot be told now keeps nobody else waiting.
/// </summary>
public sealed class WishNotifier(WishlistService wishlists, CatalogService catalog, IdentityService identity)
{
    private const string Store = "store";

    /// <summary>Tells them.</summary>
    /// <param name="effect">What it is news of: the stock or the product, with its version.</param>
    /// <param name="words">Subject and text for the product of now.</param>
    public async Task Notify(
        PendingEffect effect, string productId, WishTopic topic, Func<ProductView, (string Subject, string Text)> words, CancellationToken cancellation)
    {
        if (await catalog.Product(productId).Get().ConfigureAwait(false) is not { } product)
            return;
        var (subject, text) = words(product);
        var owners = await wishlists.Owners(productId, cancellation).ConfigureAwait(false);
        await FanOut.Each(
            owners,
            async owner =>
            {
                if (await identity.Account(owner).Get().ConfigureAwait(false) is { } account && IsMember(account))
                {
                    var notice = new WishNotice(productId, topic, effect.SourceVersion, account.Email, subject, text);
                    await wishlists.Wishlist(owner).Notify(CallContext.System("wish-notice"), notice).ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);
    }

    private static bool IsMember(AccountView account) =>
        SystemRoles.Effective(Store, account.RoleIn(Store), account.RoleIn(AccountRules.Platform)) is not null
        && !account.Inactive.Contains(Store)
        && !account.Inactive.Contains(AccountRules.Platform);
}
