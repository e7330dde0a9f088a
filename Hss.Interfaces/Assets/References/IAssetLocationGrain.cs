using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.References;

/// <summary>One place of assets, keyed by its UUID. Codes are unique as written; names need not be.</summary>
[GrainTier(GrainTier.Reference), Alias("hss.assets.location")]
public interface IAssetLocationGrain : IReferenceGrain
{
    /// <summary>Makes it. Refused with <see cref="ReferenceCodes.CodeTaken"/>.</summary>
    [Alias("create")]
    Task<Outcome<LocationView>> Create(CallContext context, CreateLocation command);

    /// <summary>Changes what is named; the rest stays.</summary>
    [Alias("change")]
    Task<Outcome<LocationView>> Change(CallContext context, ChangeLocation command);

    /// <summary>The committed location, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<LocationView?> Get();
}

/// <summary>What a location says.</summary>
/// <param name="Site">At most 50 characters, or null.</param>
/// <param name="Building">At most 50 characters, or null.</param>
/// <param name="Floor">At most 10 characters, or null.</param>
/// <param name="Room">At most 20 characters, or null.</param>
[GenerateSerializer, Alias("hss.assets.location-details"), Immutable]
public sealed record LocationDetails(
    [property: Id(0)] string Name,
    [property: Id(1)] string Code,
    [property: Id(2)] string? Site,
    [property: Id(3)] string? Building,
    [property: Id(4)] string? Floor,
    [property: Id(5)] string? Room,
    [property: Id(6)] bool IsActive) : IReferenceDetails;

/// <summary>A location to make.</summary>
/// <param name="CodeName">The unique name of its code: an <see cref="Identity.IUniqueNameGrain"/>.</param>
[GenerateSerializer, Alias("hss.assets.create-location"), Immutable]
public sealed record CreateLocation([property: Id(0)] LocationDetails Details, [property: Id(1)] EntityKey CodeName);

/// <summary>A change of a location: what is named becomes so; the code never changes.</summary>
/// <param name="Fields">The members of <paramref name="Details"/> that count, as the contract writes them.</param>
[GenerateSerializer, Alias("hss.assets.change-location"), Immutable]
public sealed record ChangeLocation([property: Id(0)] ImmutableArray<string> Fields, [property: Id(1)] LocationDetails Details);

/// <summary>A location as others see it.</summary>
[GenerateSerializer, Alias("hss.assets.location-view"), Immutable]
public sealed record LocationView(
    [property: Id(0)] string Id,
    [property: Id(1)] LocationDetails Details,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset UpdatedAt,
    [property: Id(4)] long Version);
