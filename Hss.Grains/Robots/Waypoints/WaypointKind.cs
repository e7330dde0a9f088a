using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Waypoints;

/// <summary>Waypoints in the journal.</summary>
public sealed class WaypointKind() : EntityKind<WaypointState>(
    "waypoint",
    schema: 1,
    EventType.Of<WaypointCreated>("waypoint.created"),
    EventType.Of<WaypointAbandoned>("waypoint.abandoned"),
    EventType.Of<WaypointChanged>("waypoint.changed"),
    EventType.Of<WaypointDeleted>("waypoint.deleted"))
{
    /// <summary>The text facet of the name, in lower case.</summary>
    public const string NameFacet = "name";

    /// <summary>The text facet of the code, in lower case.</summary>
    public const string CodeFacet = "code";

    /// <summary>The text facet that says whether people should choose it: <c>yes</c> or <c>no</c>.</summary>
    public const string ActiveFacet = "active";

    /// <summary>The one instance.</summary>
    public static readonly WaypointKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "luna.waypoints";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, NameFacet), new(Name, CodeFacet), new(Name, ActiveFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IWaypointGrain>(key.ToString());

    /// <inheritdoc />
    public override WaypointState Initial(string id) => new(id);

    /// <inheritdoc />
    public override WaypointState Apply(WaypointState state, IEntityEvent e) => WaypointRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(WaypointState state) => state.Exists
        ? new(null, state.Life, Facets: new JsonObject
        {
            [NameFacet] = SearchText.Of(state.Facts!.Name),
            [CodeFacet] = SearchText.Of(state.Facts.Code),
            [ActiveFacet] = state.Facts.IsActive ? RobotKind.Yes : RobotKind.No,
        }.ToJsonString())
        : new(null, state.Life);

    /// <inheritdoc />
    public override string Audience(WaypointState state, IEntityEvent e) => e is WaypointAbandoned ? "" : RobotKind.Staff;
}

/// <summary>What callers see of a waypoint's state.</summary>
public static class WaypointViews
{
    /// <summary>The view; the caller adds the version where it knows it.</summary>
    public static WaypointView Of(WaypointState state) => new(state.Id, state.Facts!, state.CreatedAt, state.UpdatedAt, Version: 0);
}
