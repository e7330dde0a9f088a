using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>Assets in the journal: stored names, lists and audience.</summary>
public sealed class AssetKind() : EntityKind<AssetState>(
    AssetUse.Kind,
    schema: 1,
    EventType.Of<AssetCreated>("asset.created"),
    EventType.Of<AssetAbandoned>("asset.abandoned"),
    EventType.Of<AssetChanged>("asset.changed"),
    EventType.Of<AssetStatusChanged>("asset.status_changed"),
    EventType.Of<AssetAssigned>("asset.assigned"),
    EventType.Of<AssetUnassigned>("asset.unassigned"),
    EventType.Of<AssetMoved>("asset.moved"),
    EventType.Of<AssetDeleted>("asset.deleted"),
    EventType.Of<AssetHeld>("asset.held"),
    EventType.Of<AssetReleased>("asset.released"),
    EventType.Of<AssetReserved>("asset.reserved"),
    EventType.Of<AssetReservationCancelled>("asset.reservation_cancelled"))
{
    /// <summary>The text facet of the tag, as written.</summary>
    public const string TagFacet = "tag";

    /// <summary>The text facet of the name in lower case.</summary>
    public const string NameFacet = "name";

    /// <summary>The numeric facet of the purchase: seconds since 1970 (UTC), and later than any purchase where that is not known; see <see cref="AssetGrades"/>.</summary>
    public const string PurchasedFacet = "purchased";

    /// <summary>The numeric facet of the price in cents.</summary>
    public const string PriceFacet = "price";

    /// <summary>The numeric facet of the end of the warranty: seconds since 1970 (UTC).</summary>
    public const string WarrantyFacet = "warranty";

    /// <summary>The numeric facet of when it is expected back: seconds since 1970 (UTC).</summary>
    public const string DueFacet = "due";

    /// <summary>The link that holds each tag to one asset for ever.</summary>
    public const string TagLink = "tag";

    /// <summary>Who may hear of assets live: every member.</summary>
    public const string Everybody = "sams:employee sams:manager sams:admin";

    /// <summary>The one instance.</summary>
    public static readonly AssetKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "sams.assets";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
    [
        new(Name, AssetUse.Category),
        new(Name, AssetUse.Location),
        new(Name, AssetUse.Holder),
        new(Name, TagFacet),
        new(Name, NameFacet),
        new(Name, PurchasedFacet, Numeric: true),
        new(Name, PriceFacet, Numeric: true),
        new(Name, WarrantyFacet, Numeric: true),
        new(Name, DueFacet, Numeric: true),
    ];

    /// <summary>A time as a facet has it, to the microsecond.</summary>
    public static decimal Seconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond / (decimal)TimeSpan.MicrosecondsPerSecond;

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IAssetGrain>(key.ToString());

    /// <inheritdoc />
    public override AssetState Initial(string id) => new(id);

    /// <inheritdoc />
    public override AssetState Apply(AssetState state, IEntityEvent e) => AssetRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(AssetState state)
    {
        if (!state.Exists)
            return new(null, state.DeletedAt is null ? state.Status : AssetUse.Deleted);
        var details = state.Details;
        var facets = new JsonObject { [AssetUse.Category] = details.CategoryId, [TagFacet] = state.Tag, [NameFacet] = SearchText.Of(details.Name) };
        Add(AssetUse.Location, details.LocationId);
        Add(AssetUse.Holder, state.AssignedTo);
        Add(PurchasedFacet, Seconds(details.PurchaseDate ?? DateTimeOffset.MaxValue));
        Add(PriceFacet, details.PurchasePriceCents);
        Add(WarrantyFacet, details.WarrantyEnd is { } end ? Seconds(end) : null);
        Add(DueFacet, state.DueBack is { } due ? Seconds(due) : null);
        return new(null, state.Status, SearchText.Of(state.Tag, details.Name, details.Model, details.SerialNumber), facets.ToJsonString());

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                facets[name] = value;
        }
    }

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(AssetState state) => state.WasMade ? [new(TagLink, state.Tag, Unique: true)] : [];

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(AssetState state) => state.Hold?.Until;

    /// <inheritdoc />
    public override string Audience(AssetState state, IEntityEvent e) => e is AssetAbandoned or AssetHeld or AssetReleased ? "" : Everybody;
}

/// <summary>What callers see of an asset's state.</summary>
public static class AssetViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static AssetView Of(AssetState state) => new(
        state.Id,
        state.Tag,
        state.Details,
        state.Status,
        state.AssignedTo,
        state.DueBack,
        state.CheckoutWorkflow,
        state.Reservations,
        state.CreatedAt,
        state.UpdatedAt,
        state.DeletedAt,
        Version: 0);
}
