using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>The catalog data of one product (name, price, discount), keyed by its number. How many there are is <see cref="IStockGrain"/>'s.</summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.product")]
public interface IProductGrain : IHoldOwner
{
    /// <summary>What an order line takes from the catalog, as committed now; null when there is no such product or it was deleted.</summary>
    [Alias("quote"), AlwaysInterleave]
    Task<ProductQuote?> Quote();
}

/// <summary>A product's name and price of one moment.</summary>
/// <param name="UnitPrice">Cents, after the discount.</param>
[GenerateSerializer, Alias("hss.shop.product-quote"), Immutable]
public sealed record ProductQuote([property: Id(0)] string ProductId, [property: Id(1)] string Name, [property: Id(2)] long UnitPrice);
