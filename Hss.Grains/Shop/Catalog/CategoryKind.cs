using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>Categories in the journal.</summary>
public sealed class CategoryKind() : EntityKind<CategoryState>(
    "category",
    schema: 1,
    EventType.Of<CategoryCreated>("category.created"),
    EventType.Of<CategoryAbandoned>("category.abandoned"),
    EventType.Of<CategoryRenamed>("category.renamed"),
    EventType.Of<CategoryHeld>("category.held"),
    EventType.Of<CategoryReleased>("category.released"),
    EventType.Of<CategoryDeleted>("category.deleted"))
{
    /// <summary>The text facet of the name in lower case.</summary>
    public const string NameFacet = "name";

    /// <summary>The one instance.</summary>
    public static readonly CategoryKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "store.categories";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, NameFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<ICategoryGrain>(key.ToString());

    /// <inheritdoc />
    public override CategoryState Initial(string id) => new(id);

    /// <inheritdoc />
    public override CategoryState Apply(CategoryState state, IEntityEvent e) => CategoryRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(CategoryState state) =>
        state.Exists ? new(null, state.Status, Facets: new JsonObject { [NameFacet] = SearchText.Of(state.Name) }.ToJsonString()) : new(null, state.Status);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(CategoryState state) => state.Holds.Due();

    /// <inheritdoc />
    public override string Audience(CategoryState state, IEntityEvent e) => e is CategoryCreated or CategoryRenamed or CategoryDeleted ? ProductKind.Everybody : "";
}

/// <summary>What callers see of a category's state.</summary>
public static class CategoryViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static CategoryView Of(CategoryState state) => new(state.Id, state.Name, Version: 0);
}
