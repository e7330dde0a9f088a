using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.References;

/// <summary>Categories or locations in the journal.</summary>
/// <param name="name">The stored name; events begin with it.</param>
/// <param name="noun">What messages call one.</param>
/// <param name="use">The facet of assets that refers to it.</param>
/// <param name="topic">The live topic.</param>
/// <param name="facets">What lists filter on beside <see cref="ReferenceFacets"/>, with its value.</param>
/// <param name="grain">Its grain.</param>
public sealed class ReferenceKind<TDetails>(
    string name,
    string noun,
    string use,
    string topic,
    ImmutableArray<(string Name, Func<TDetails, string?> Value)> facets,
    Func<IGrainFactory, string, IReferenceGrain> grain) : EntityKind<ReferenceState<TDetails>>(
        name,
        schema: 1,
        EventType.Of<ReferenceCreated<TDetails>>($"{name}.created"),
        EventType.Of<ReferenceAbandoned>($"{name}.abandoned"),
        EventType.Of<ReferenceChanged<TDetails>>($"{name}.changed"),
        EventType.Of<ReferenceHeld>($"{name}.held"),
        EventType.Of<ReferenceReleased>($"{name}.released"),
        EventType.Of<ReferenceDeleted>($"{name}.deleted"))
    where TDetails : class, IReferenceDetails
{
    private const string Everybody = "sams:employee sams:manager sams:admin";

    /// <summary>What messages call one.</summary>
    public string Noun { get; } = noun;

    /// <summary>The facet of assets that refers to it.</summary>
    public string UseFacet { get; } = use;

    /// <inheritdoc />
    public override string Topic => topic;

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
        [new(Name, ReferenceFacets.Name), new(Name, ReferenceFacets.Code), .. facets.Select(f => new FacetIndex(Name, f.Name))];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grain(grains, key.ToString());

    /// <inheritdoc />
    public override ReferenceState<TDetails> Initial(string id) => new(id);

    /// <inheritdoc />
    public override ReferenceState<TDetails> Apply(ReferenceState<TDetails> state, IEntityEvent e) => ReferenceRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(ReferenceState<TDetails> state) => state.Exists
        ? new(null, state.Details!.IsActive ? ReferenceFacets.Active : ReferenceFacets.Inactive, Facets: FacetsOf(state.Details).ToJsonString())
        : new(null, state.Status);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(ReferenceState<TDetails> state) => state.Holds.Due();

    /// <inheritdoc />
    public override string Audience(ReferenceState<TDetails> state, IEntityEvent e) =>
        e is ReferenceCreated<TDetails> or ReferenceChanged<TDetails> or ReferenceDeleted ? Everybody : "";

    private JsonObject FacetsOf(TDetails details)
    {
        var values = new JsonObject { [ReferenceFacets.Name] = SearchText.Of(details.Name), [ReferenceFacets.Code] = details.Code };
        foreach (var facet in facets)
        {
            if (facet.Value(details) is { } value)
                values[facet.Name] = value;
        }

        return values;
    }
}

/// <summary>What lists of categories and locations filter and sort on.</summary>
public static class ReferenceFacets
{
    /// <summary>The name in lower case.</summary>
    public const string Name = "name";

    /// <summary>The code as written.</summary>
    public const string Code = "code";

    /// <summary>A location's site as written.</summary>
    public const string Site = "site";

    /// <summary>The stored status of what is switched on.</summary>
    public const string Active = "active";

    /// <summary>The stored status of what is switched off.</summary>
    public const string Inactive = "inactive";
}

/// <summary>Categories in the journal.</summary>
public static class AssetCategoryKind
{
    /// <summary>The one instance.</summary>
    public static readonly ReferenceKind<CategoryDetails> Instance = new(
        "asset_category", "Category", "category", "sams.categories", [], static (grains, key) => grains.GetGrain<IAssetCategoryGrain>(key));
}

/// <summary>Locations in the journal.</summary>
public static class AssetLocationKind
{
    /// <summary>The one instance.</summary>
    public static readonly ReferenceKind<LocationDetails> Instance = new(
        "asset_location", "Location", "location", "sams.locations", [(ReferenceFacets.Site, d => d.Site)], static (grains, key) => grains.GetGrain<IAssetLocationGrain>(key));
}
