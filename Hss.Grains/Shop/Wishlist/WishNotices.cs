using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Wishlist;

/// <summary>What owners of a wish are told, in plain words.</summary>
public static class WishNotices
{
    /// <summary>The product sold out or is back.</summary>
    public static (string Subject, string Text) Stock(ProductView product, bool inStock)
    {
        var name = product.Details.Name;
        return inStock
            ? ($"Back in stock: {name}", $"{name} from your wishlist is back in stock. It costs {Money.ToText(product.FinalPrice)}.\n")
            : ($"Sold out: {name}", $"{name} from your wishlist is sold out. We will tell you when it is back. It costs {Money.ToText(product.FinalPrice)}.\n");
    }

    /// <summary>A discount began (or has another rate), or ended.</summary>
    /// <param name="rate">Percent; null when it ended.</param>
    public static (string Subject, string Text) Discount(ProductView product, decimal? rate)
    {
        var (name, price) = (product.Details.Name, product.Details.Price);
        return rate is { } r
            ? (
                $"Discount started: {name}",
                $"{name} from your wishlist is {r.ToString("0.##", CultureInfo.InvariantCulture)} % off: it costs {Money.ToText(ProductRules.FinalPrice(price, r))} instead of {Money.ToText(price)}.\n")
            : ($"Discount ended: {name}", $"The discount on {name} from your wishlist has ended. It costs {Money.ToText(price)} again.\n");
    }
}
