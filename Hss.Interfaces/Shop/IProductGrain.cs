using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>The catalog data of one product (name, price, discount), keyed by its number. How many there are is <see cref="IStockGrain"/>'s.</summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.product")]
public interface IProductGrain : IHoldOwner
{
    /// <summary>
    /// Takes what a new product needs: its serial number and its category, held for it until it is made or given up. It does not exist yet.
    /// Refused with <see cref="ProductCodes.SerialTaken"/>, <see cref="ProductCodes.CategoryNotFound"/>, or
    /// <see cref="RefusalCodes.Unavailable"/> when the number was given up meanwhile. A repeated operation answers what it made before.
    /// </summary>
    [Alias("prepare")]
    Task<Outcome<ProductView>> Prepare(CallContext context, CreateProduct command);

    /// <summary>Makes the prepared product: from now on it is in the catalog.</summary>
    [Alias("create")]
    Task<Outcome<ProductView>> Create(CallContext context, CreateProduct command);

    /// <summary>Changes the fields that are named. Refused like <see cref="Prepare"/>, and with <see cref="RefusalCodes.NotFound"/>.</summary>
    [Alias("change")]
    Task<Outcome<ProductView>> Change(CallContext context, ChangeProduct command);

    /// <summary>Sets the discount. The same rate again changes nothing.</summary>
    /// <param name="rate">Percent, above 0 and at most 100, with at most two decimals.</param>
    [Alias("set-discount")]
    Task<Outcome<ProductView>> SetDiscount(CallContext context, decimal rate);

    /// <summary>Ends the discount. Without one nothing changes.</summary>
    [Alias("clear-discount")]
    Task<Outcome<ProductView>> ClearDiscount(CallContext context);

    /// <summary>Notes what reviewers think; the average takes the place of the catalog's own rating.</summary>
    /// <param name="average">Of the approved reviews, 1..5; null when there are none: then the catalog's own rating counts again.</param>
    /// <param name="count">How many reviews it is of.</param>
    /// <param name="asOf">Rises with each change of the reviews: what is not newer than the last one changes nothing.</param>
    [Alias("set-rating")]
    Task<Outcome<ProductView>> SetRating(CallContext context, decimal? average, int count, long asOf);

    /// <summary>Takes the product out of the catalog; its serial number is free again. Orders keep their copied lines.</summary>
    [Alias("delete")]
    Task<Outcome<ProductView>> Delete(CallContext context);

    /// <summary>The committed product, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ProductView?> Get();

    /// <summary>What an order line takes from the catalog, as committed now; null when there is no such product or it was deleted.</summary>
    [Alias("quote"), AlwaysInterleave]
    Task<ProductQuote?> Quote();
}

/// <summary>Refusal codes of products beside the common ones.</summary>
public static class ProductCodes
{
    /// <summary>Another product has the serial number (400).</summary>
    public const string SerialTaken = "serial_taken";

    /// <summary>There is no such category (400).</summary>
    public const string CategoryNotFound = "category_not_found";
}

/// <summary>A product's name and price of one moment.</summary>
/// <param name="UnitPrice">Cents, after the discount.</param>
[GenerateSerializer, Alias("hss.shop.product-quote"), Immutable]
public sealed record ProductQuote([property: Id(0)] string ProductId, [property: Id(1)] string Name, [property: Id(2)] long UnitPrice);

/// <summary>What the catalog says of a product.</summary>
/// <param name="SerialNumber">No two products have the same.</param>
/// <param name="Price">Cents, before any discount.</param>
/// <param name="CategoryId">The category's number.</param>
/// <param name="Image">Where its picture is; empty for the default picture.</param>
/// <param name="Rating">The catalog's own, 0..5; reviews take its place.</param>
[GenerateSerializer, Alias("hss.shop.product-details"), Immutable]
public sealed record ProductDetails(
    [property: Id(0)] string Name,
    [property: Id(1)] string Model,
    [property: Id(2)] string SerialNumber,
    [property: Id(3)] string? Description,
    [property: Id(4)] long Price,
    [property: Id(5)] string CategoryId,
    [property: Id(6)] string? Image,
    [property: Id(7)] decimal? Rating,
    [property: Id(8)] string? WarrantyStatus,
    [property: Id(9)] string? Distributor);

/// <summary>A product to make.</summary>
/// <param name="SerialName">The unique name of the serial number: an <see cref="Identity.IUniqueNameGrain"/>.</param>
[GenerateSerializer, Alias("hss.shop.create-product"), Immutable]
public sealed record CreateProduct([property: Id(0)] ProductDetails Details, [property: Id(1)] EntityKey SerialName);

/// <summary>A change of a product; what is null stays.</summary>
/// <param name="SerialName">The unique name of the new serial number; with <paramref name="SerialNumber"/> only.</param>
[GenerateSerializer, Alias("hss.shop.change-product"), Immutable]
public sealed record ChangeProduct(
    [property: Id(0)] string? Name = null,
    [property: Id(1)] string? Model = null,
    [property: Id(2)] string? SerialNumber = null,
    [property: Id(3)] EntityKey? SerialName = null,
    [property: Id(4)] string? Description = null,
    [property: Id(5)] long? Price = null,
    [property: Id(6)] string? CategoryId = null,
    [property: Id(7)] string? Image = null,
    [property: Id(8)] decimal? Rating = null,
    [property: Id(9)] string? WarrantyStatus = null,
    [property: Id(10)] string? Distributor = null);

/// <summary>A product as callers see it.</summary>
/// <param name="Rating">The average of approved reviews, or the catalog's own; null when there is neither.</param>
/// <param name="DiscountRate">Percent; null without a discount.</param>
/// <param name="FinalPrice">Cents, after the discount.</param>
[GenerateSerializer, Alias("hss.shop.product-view"), Immutable]
public sealed record ProductView(
    [property: Id(0)] string Id,
    [property: Id(1)] ProductDetails Details,
    [property: Id(2)] decimal? Rating,
    [property: Id(3)] decimal? DiscountRate,
    [property: Id(4)] long FinalPrice,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset UpdatedAt,
    [property: Id(7)] long Version);
