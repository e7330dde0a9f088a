using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.References;

/// <summary>One place of assets.</summary>
[GrainType("asset_location")]
public sealed class AssetLocationGrain(EntityServices services, IJournal journal, IGrainFactory grains)
    : ReferenceGrain<LocationDetails, LocationView>(AssetLocationKind.Instance, LocationViews.Of, services, journal, grains), IAssetLocationGrain
{
    /// <inheritdoc />
    public Task<Outcome<LocationView>> Create(CallContext context, CreateLocation command) =>
        Make(context, command.Details, command.CodeName, uniqueName: null);

    /// <inheritdoc />
    public Task<Outcome<LocationView>> Change(CallContext context, ChangeLocation command) =>
        Alter(context, details => LocationViews.With(details, command), uniqueName: null);

    /// <inheritdoc />
    public Task<LocationView?> Get() => Read(static (state, version) => state.Exists ? LocationViews.Of(state) with { Version = version } : null);
}

/// <summary>What callers see of a location's state, and say of it.</summary>
public static class LocationViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static LocationView Of(ReferenceState<LocationDetails> state) => new(state.Id, state.Details!, state.CreatedAt, state.UpdatedAt, Version: 0);

    /// <summary>What it says after a change.</summary>
    public static LocationDetails With(LocationDetails details, ChangeLocation command) => command.Fields.Aggregate(details, (now, field) => field switch
    {
        "name" => now with { Name = command.Details.Name },
        "site" => now with { Site = command.Details.Site },
        "building" => now with { Building = command.Details.Building },
        "floor" => now with { Floor = command.Details.Floor },
        "room" => now with { Room = command.Details.Room },
        "is_active" => now with { IsActive = command.Details.IsActive },
        _ => now,
    });
}
