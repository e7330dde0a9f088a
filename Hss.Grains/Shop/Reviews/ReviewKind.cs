using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Reviews;

/// <summary>Reviews in the journal.</summary>
public sealed class ReviewKind() : EntityKind<ReviewState>(
    "review",
    schema: 1,
    EventType.Of<ReviewSubmitted>("review.submitted"),
    EventType.Of<ReviewApproved>("review.approved"),
    EventType.Of<ReviewRejected>("review.rejected"),
    EventType.Of<ReviewRemoved>("review.removed"))
{
    /// <summary>The numeric facet of the review's number: lists go by it.</summary>
    public const string NumberFacet = "number";

    /// <summary>The numeric facet of the product's number.</summary>
    public const string ProductFacet = "product";

    /// <summary>The link of the review's number: no two have the same.</summary>
    public const string NumberLink = "number";

    /// <summary>The one instance.</summary>
    public static readonly ReviewKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "store.reviews";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, NumberFacet, Numeric: true), new(Name, ProductFacet, Numeric: true)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IReviewGrain>(key.ToString());

    /// <inheritdoc />
    public override ReviewState Initial(string id) => new(id);

    /// <inheritdoc />
    public override ReviewState Apply(ReviewState state, IEntityEvent e) => ReviewRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(ReviewState state) => state.Status.Length == 0
        ? new(null, "")
        : new(state.UserId, state.Status, Facets: new JsonObject
        {
            [NumberFacet] = state.Number,
            [ProductFacet] = long.Parse(state.ProductId, CultureInfo.InvariantCulture),
        }.ToJsonString());

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(ReviewState state) =>
        state.Status.Length == 0 ? [] : [new(NumberLink, state.Number.ToString(CultureInfo.InvariantCulture), Unique: true)];

    /// <inheritdoc />
    public override string Audience(ReviewState state, IEntityEvent e) => $"{state.UserId} store:product_manager".TrimStart();
}

/// <summary>What callers see of a review's state.</summary>
public static class ReviewViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static ReviewView Of(ReviewState state) => new(
        state.Number,
        state.ProductId,
        state.UserId,
        state.UserName,
        state.OrderId,
        state.Rating,
        state.Comment,
        state.Status,
        state.ApprovedBy,
        state.ApprovedAt,
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0);
}
