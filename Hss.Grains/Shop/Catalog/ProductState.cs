using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>A product's durable state: the fold of its events.</summary>
public sealed record ProductState(string Id)
{
    /// <summary>Empty until it is decided whether the product is made; see <see cref="ProductStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What the catalog says.</summary>
    public ProductDetails Details { get; init; } = new("", "", "", null, 0, "", null, null, null, null);

    /// <summary>The unique name of the serial number.</summary>
    public EntityKey SerialName { get; init; }

    /// <summary>Percent, or null without a discount.</summary>
    public decimal? DiscountRate { get; init; }

    /// <summary>The average of the approved reviews, or null when there are none.</summary>
    public decimal? ReviewAverage { get; init; }

    /// <summary>How many reviews it is of.</summary>
    public int ReviewCount { get; init; }

    /// <summary>Which state of the reviews it is of.</summary>
    public long ReviewsAsOf { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is in the catalog.</summary>
    public bool Exists => Status == ProductStatus.Active;
}

/// <summary>The statuses of a product.</summary>
public static class ProductStatus
{
    /// <summary>In the catalog.</summary>
    public const string Active = "active";

    /// <summary>No longer in the catalog.</summary>
    public const string Deleted = "deleted";

    /// <summary>Never was, and never will be.</summary>
    public const string Abandoned = "abandoned";
}
