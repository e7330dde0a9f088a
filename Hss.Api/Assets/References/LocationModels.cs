using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets.References;

namespace Hss.Api.Assets.References;

/// <summary>A place of assets to make.</summary>
public sealed record CreateLocationRequest
{
    /// <summary>1..100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>1..20 characters; unique, and for ever.</summary>
    [Required, StringLength(20, MinimumLength = 1)]
    public string? Code { get; init; }

    /// <summary>Up to 50 characters.</summary>
    [StringLength(50)]
    public string? Site { get; init; }

    /// <summary>Up to 50 characters.</summary>
    [StringLength(50)]
    public string? Building { get; init; }

    /// <summary>Up to 10 characters.</summary>
    [StringLength(10)]
    public string? Floor { get; init; }

    /// <summary>Up to 20 characters.</summary>
    [StringLength(20)]
    public string? Room { get; init; }

    /// <summary>Whether people should choose it for new assets; true when absent.</summary>
    public bool? IsActive { get; init; }

    internal LocationDetails Details =>
        new(Name!.Trim(), Code!.Trim(), Texts.Kept(Site), Texts.Kept(Building), Texts.Kept(Floor), Texts.Kept(Room), IsActive ?? true);
}

/// <summary>What to change of a location; what is not named stays.</summary>
public sealed record UpdateLocationRequest
{
    /// <summary>1..100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Up to 50 characters; null takes it away.</summary>
    [StringLength(50), NullTakesAway]
    public string? Site { get; init; }

    /// <summary>Up to 50 characters; null takes it away.</summary>
    [StringLength(50), NullTakesAway]
    public string? Building { get; init; }

    /// <summary>Up to 10 characters; null takes it away.</summary>
    [StringLength(10), NullTakesAway]
    public string? Floor { get; init; }

    /// <summary>Up to 20 characters; null takes it away.</summary>
    [StringLength(20), NullTakesAway]
    public string? Room { get; init; }

    /// <summary>Whether people should choose it for new assets.</summary>
    public bool? IsActive { get; init; }

    internal LocationDetails Details =>
        new(Name?.Trim() ?? "", "", Texts.Kept(Site), Texts.Kept(Building), Texts.Kept(Floor), Texts.Kept(Room), IsActive ?? false);
}

/// <summary>A place of assets.</summary>
public sealed record Location(
    [property: SchemaFormat("uuid")] string Id,
    string Name,
    string Code,
    string? Site,
    string? Building,
    string? Floor,
    string? Room,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Location Of(LocationView view) => new(
        view.Id,
        view.Details.Name,
        view.Details.Code,
        view.Details.Site,
        view.Details.Building,
        view.Details.Floor,
        view.Details.Room,
        view.Details.IsActive,
        view.CreatedAt,
        view.UpdatedAt);
}
