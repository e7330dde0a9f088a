namespace Hss.Grains.Shop;

/// <summary>Targets of the store's effects.</summary>
public static class ShopEffects
{
    /// <summary>A product sold out or is back: <see cref="Stock.StockCrossed"/>.</summary>
    public const string StockCrossed = "stock-crossed";

    /// <summary>An order was placed: <see cref="Orders.OrderReference"/>.</summary>
    public const string OrderPlaced = "order-placed";

    /// <summary>A refund was approved or rejected: <see cref="Orders.RefundDecided"/>.</summary>
    public const string RefundDecided = "order-refund-decided";

    /// <summary>A product left the catalog: <see cref="Catalog.ProductReference"/>.</summary>
    public const string ProductDeleted = "product-deleted";

    /// <summary>A discount began, has another rate, or ended: <see cref="Catalog.DiscountChanged"/>.</summary>
    public const string DiscountChanged = "product-discount-changed";

    /// <summary>A review came, or the reviews that count changed: <see cref="Reviews.ReviewChanged"/>.</summary>
    public const string ReviewChanged = "review-changed";
}
