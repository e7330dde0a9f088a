using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Catalog;

namespace Hss.Api.Shop.Catalog;

/// <summary>A product to make.</summary>
[NumericText]
public sealed record CreateProductBody
{
    internal const double MaxPrice = 100_000_000;

    internal const double MaxId = 9_000_000_000_000_000;

    /// <summary>1..200 characters.</summary>
    [Required, StringLength(200)]
    public string? Name { get; init; }

    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100)]
    public string? Model { get; init; }

    /// <summary>1..100 characters; no two products have the same.</summary>
    [Required, StringLength(100)]
    public string? SerialNumber { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Description { get; init; }

    /// <summary>0 or more, with at most two decimals; 0 when absent.</summary>
    [Range(0, MaxPrice), Cents]
    public decimal? Price { get; init; }

    /// <summary>Units that are available; 0 when absent.</summary>
    [Range(0, (double)StockRules.MaxUnits)]
    public long? Stock { get; init; }

    /// <summary>The category's number.</summary>
    [Required, Range(1, MaxId)]
    public long? CategoryId { get; init; }

    /// <summary>Where its picture is; the default picture when absent or empty.</summary>
    [StringLength(500)]
    public string? Image { get; init; }

    /// <summary>0..5.</summary>
    [Range(0, 5)]
    public decimal? Rating { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? WarrantyStatus { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? Distributor { get; init; }

    /// <summary>Texts trimmed, money in cents.</summary>
    public ProductDetails ToDetails() => new(
        Name!.Trim(),
        Model!.Trim(),
        SerialNumber!.Trim(),
        Description?.Trim(),
        Money.FromUnits(Price ?? 0),
        CategoryId!.Value.ToString(CultureInfo.InvariantCulture),
        Image?.Trim(),
        Rating,
        WarrantyStatus?.Trim(),
        Distributor?.Trim());
}

/// <summary>A change of a product. What is absent or null stays; the bounds are those of a new product.</summary>
[NumericText]
public sealed record UpdateProductBody
{
    /// <summary>1..200 characters.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>1..100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Model { get; init; }

    /// <summary>1..100 characters; no two products have the same.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? SerialNumber { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Description { get; init; }

    /// <summary>0 or more, with at most two decimals.</summary>
    [Range(0, CreateProductBody.MaxPrice), Cents]
    public decimal? Price { get; init; }

    /// <summary>Units that are available from now on.</summary>
    [Range(0, (double)StockRules.MaxUnits)]
    public long? Stock { get; init; }

    /// <summary>The category's number.</summary>
    [Range(1, CreateProductBody.MaxId)]
    public long? CategoryId { get; init; }

    /// <summary>Where its picture is; empty for the default picture.</summary>
    [StringLength(500)]
    public string? Image { get; init; }

    /// <summary>0..5.</summary>
    [Range(0, 5)]
    public decimal? Rating { get; init; }

    /// <summary>Up to 100 characters.</summary>
    [StringLength(100)]
    public string? WarrantyStatus { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? Distributor { get; init; }

    /// <summary>Whether nothing is named.</summary>
    internal bool IsEmpty => this == Nothing;

    /// <summary>Whether nothing but the price is named: that is what sales managers may change.</summary>
    internal bool IsPriceOnly => this == Nothing with { Price = Price };

    private static readonly UpdateProductBody Nothing = new();

    /// <summary>Texts trimmed, money in cents.</summary>
    public ChangeProduct ToCommand() => new(
        Name?.Trim(),
        Model?.Trim(),
        SerialNumber?.Trim(),
        null,
        Description?.Trim(),
        Price is { } price ? Money.FromUnits(price) : null,
        CategoryId?.ToString(CultureInfo.InvariantCulture),
        Image?.Trim(),
        Rating,
        WarrantyStatus?.Trim(),
        Distributor?.Trim());
}

/// <summary>A discount of several products.</summary>
[NumericText]
public sealed record DiscountBody
{
    /// <summary>1..200 numbers; unknown ones are passed over.</summary>
    [Required, Length(1, 200)]
    public ImmutableArray<long>? ProductIds { get; init; }

    /// <summary>Percent, above 0 and at most 100, with at most two decimals.</summary>
    [Required, Range(0.01, 100), Cents]
    public decimal? DiscountRate { get; init; }
}

/// <summary>The end of a discount of several products.</summary>
[NumericText]
public sealed record ClearDiscountBody
{
    /// <summary>1..200 numbers; unknown ones are passed over.</summary>
    [Required, Length(1, 200)]
    public ImmutableArray<long>? ProductIds { get; init; }
}

/// <summary>A product as the store shows it.</summary>
/// <param name="Stock">Available units.</param>
/// <param name="Category">The category's name.</param>
/// <param name="DiscountRate">Percent; 0 without a discount.</param>
public sealed record ProductAnswer(
    long Id,
    string Name,
    string Model,
    string SerialNumber,
    string? Description,
    decimal Price,
    long Stock,
    long CategoryId,
    string Category,
    string? Image,
    decimal? Rating,
    string? WarrantyStatus,
    string? Distributor,
    bool DiscountActive,
    decimal DiscountRate,
    decimal FinalPrice)
{
    /// <summary>The answer for a product.</summary>
    public static ProductAnswer Of(ListedProduct listed)
    {
        var (product, details) = (listed.Product, listed.Product.Details);
        return new(
            long.Parse(product.Id, CultureInfo.InvariantCulture),
            details.Name,
            details.Model,
            details.SerialNumber,
            details.Description,
            Money.ToUnits(details.Price),
            listed.Stock,
            long.Parse(details.CategoryId, CultureInfo.InvariantCulture),
            listed.Category,
            details.Image,
            product.Rating,
            details.WarrantyStatus,
            details.Distributor,
            product.DiscountRate is not null,
            product.DiscountRate ?? 0,
            Money.ToUnits(product.FinalPrice));
    }
}
