using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>Products in the journal: stored names, lists and audience.</summary>
public sealed class ProductKind() : EntityKind<ProductState>(
    "product",
    schema: 1,
    EventType.Of<ProductCreated>("product.created"),
    EventType.Of<ProductAbandoned>("product.abandoned"),
    EventType.Of<ProductChanged>("product.changed"),
    EventType.Of<ProductDiscounted>("product.discounted"),
    EventType.Of<ProductDiscountCleared>("product.discount_cleared"),
    EventType.Of<ProductRated>("product.rated"),
    EventType.Of<ProductDeleted>("product.deleted"))
{
    /// <summary>The numeric facet of a product's number: ids are text, and lists go by number.</summary>
    public const string NumberFacet = "number";

    /// <summary>The numeric facet of the category's number.</summary>
    public const string CategoryFacet = "category";

    /// <summary>The numeric facet of the price in cents.</summary>
    public const string PriceFacet = "price";

    /// <summary>The numeric facet of the price after the discount, in cents.</summary>
    public const string FinalPriceFacet = "final_price";

    /// <summary>The text facet of the name in lower case.</summary>
    public const string NameFacet = "name";

    /// <summary>The numeric facet of the rating that is shown.</summary>
    public const string RatingFacet = "rating";

    /// <summary>Who may hear of the catalog live: everybody on the store.</summary>
    public const string Everybody = "store:customer store:support_agent store:sales_manager store:product_manager";

    /// <summary>The one instance.</summary>
    public static readonly ProductKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "store.products";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
    [
        new(Name, NumberFacet, Numeric: true),
        new(Name, CategoryFacet, Numeric: true),
        new(Name, PriceFacet, Numeric: true),
        new(Name, FinalPriceFacet, Numeric: true),
        new(Name, NameFacet),
        new(Name, RatingFacet, Numeric: true),
    ];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IProductGrain>(key.ToString());

    /// <inheritdoc />
    public override ProductState Initial(string id) => new(id);

    /// <inheritdoc />
    public override ProductState Apply(ProductState state, IEntityEvent e) => ProductRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(ProductState state)
    {
        if (!state.Exists)
            return new(null, state.Status);
        var details = state.Details;
        var facets = new JsonObject
        {
            [NumberFacet] = long.Parse(state.Id, CultureInfo.InvariantCulture),
            [CategoryFacet] = long.Parse(details.CategoryId, CultureInfo.InvariantCulture),
            [PriceFacet] = details.Price,
            [FinalPriceFacet] = ProductRules.FinalPrice(details.Price, state.DiscountRate),
            [NameFacet] = SearchText.Of(details.Name),
        };
        if (ProductViews.Rating(state) is { } rating)
            facets[RatingFacet] = rating;
        return new(
            null,
            state.Status,
            SearchText.Of(details.Name, details.Model, details.SerialNumber, details.Description, details.Distributor),
            facets.ToJsonString());
    }

    /// <inheritdoc />
    public override string Audience(ProductState state, IEntityEvent e) => e is ProductAbandoned ? "" : Everybody;
}

/// <summary>What callers see of a product's state.</summary>
public static class ProductViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static ProductView Of(ProductState state) => new(
        state.Id,
        state.Details,
        Rating(state),
        state.DiscountRate,
        ProductRules.FinalPrice(state.Details.Price, state.DiscountRate),
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0);

    /// <summary>What reviewers think, else what the catalog says.</summary>
    public static decimal? Rating(ProductState state) => state.ReviewAverage ?? state.Details.Rating;
}
