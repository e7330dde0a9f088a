namespace Hss.Silo.Shop.Catalog;

/// <summary>What a list of products wants.</summary>
public sealed record ProductFilter
{
    /// <summary>In the order of their numbers.</summary>
    public static readonly ProductFilter All = new();

    /// <summary>Words in name, model, serial number, description or distributor.</summary>
    public string? Text { get; init; }

    /// <summary>Only of this category.</summary>
    public string? CategoryId { get; init; }

    /// <summary>Units of money, on the final price.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>Units of money, on the final price.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>Only with, or only without, something available; null for both.</summary>
    public bool? InStock { get; init; }

    /// <summary>One of <see cref="CatalogQueries.Sorts"/>.</summary>
    public string Sort { get; init; } = "id";

    /// <summary>How many at most; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Offset { get; init; }
}
