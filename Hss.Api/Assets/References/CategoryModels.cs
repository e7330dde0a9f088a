using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets.References;

namespace Hss.Api.Assets.References;

/// <summary>A category of assets to make.</summary>
public sealed record CreateCategoryRequest
{
    /// <summary>1..100 characters; no two categories have the same without regard to case.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>1..20 characters; unique, and for ever.</summary>
    [Required, StringLength(20, MinimumLength = 1)]
    public string? Code { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [StringLength(500)]
    public string? Description { get; init; }

    /// <summary>Whether people should choose it for new assets; true when absent.</summary>
    public bool? IsActive { get; init; }

    internal CategoryDetails Details => new(Name!.Trim(), Code!.Trim(), Texts.Kept(Description), IsActive ?? true);
}

/// <summary>What to change of a category; what is not named stays.</summary>
public sealed record UpdateCategoryRequest
{
    /// <summary>1..100 characters; no two categories have the same without regard to case.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Up to 500 characters; null takes it away.</summary>
    [StringLength(500), NullTakesAway]
    public string? Description { get; init; }

    /// <summary>Whether people should choose it for new assets.</summary>
    public bool? IsActive { get; init; }

    internal CategoryDetails Details => new(Name?.Trim() ?? "", "", Texts.Kept(Description), IsActive ?? false);
}

/// <summary>A category of assets.</summary>
public sealed record Category(
    [property: SchemaFormat("uuid")] string Id, string Name, string Code, string? Description, bool IsActive, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Category Of(CategoryView view) => new(
        view.Id, view.Details.Name, view.Details.Code, view.Details.Description, view.Details.IsActive, view.CreatedAt, view.UpdatedAt);
}
