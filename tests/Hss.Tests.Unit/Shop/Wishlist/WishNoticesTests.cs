using Hss.Grains.Shop.Wishlist;
using Hss.Interfaces.Shop;

namespace Hss.Tests.Unit.Shop.Wishlist;

public sealed class WishNoticesTests
{
    private static readonly ProductView Polo = new(
        "7", new("Polo", "PL-1", "SN-1", null, 29_99, "1", null, null, null, null), null, 20, 23_99, default, default, 3);

    [Fact]
    public void Stock_NamesProductAndPriceOfNow()
    {
        Assert.Equal(("Back in stock: Polo", "Polo from your wishlist is back in stock. It costs 23.99.\n"), WishNotices.Stock(Polo, inStock: true));
        Assert.Equal(
            ("Sold out: Polo", "Polo from your wishlist is sold out. We will tell you when it is back. It costs 23.99.\n"), WishNotices.Stock(Polo, inStock: false));
    }

    [Fact]
    public void Discount_NamesRateAndBothPrices()
    {
        Assert.Equal(
            ("Discount started: Polo", "Polo from your wishlist is 12.5 % off: it costs 26.24 instead of 29.99.\n"), WishNotices.Discount(Polo, 12.50m));
        Assert.Equal(("Discount ended: Polo", "The discount on Polo from your wishlist has ended. It costs 29.99 again.\n"), WishNotices.Discount(Polo, null));
    }
}
