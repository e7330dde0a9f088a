using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.References;

/// <summary>One category of assets, keyed by its UUID. Names are unique without regard to case, codes as written.</summary>
[GrainTier(GrainTier.Reference), Alias("hss.assets.category")]
public interface IAssetCategoryGrain : IReferenceGrain
{
    /// <summary>Makes it. Refused with <see cref="ReferenceCodes.CodeTaken"/> or <see cref="ReferenceCodes.NameTaken"/>.</summary>
    [Alias("create")]
    Task<Outcome<CategoryView>> Create(CallContext context, CreateCategory command);

    /// <summary>Changes what is named; the rest stays. Refused with <see cref="ReferenceCodes.NameTaken"/>.</summary>
    [Alias("change")]
    Task<Outcome<CategoryView>> Change(CallContext context, ChangeCategory command);

    /// <summary>The committed category, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<CategoryView?> Get();
}

/// <summary>What a category says.</summary>
/// <param name="Description">At most 500 characters, or null.</param>
[GenerateSerializer, Alias("hss.assets.category-details"), Immutable]
public sealed record CategoryDetails(
    [property: Id(0)] string Name,
    [property: Id(1)] string Code,
    [property: Id(2)] string? Description,
    [property: Id(3)] bool IsActive) : IReferenceDetails;

/// <summary>A category to make.</summary>
/// <param name="CodeName">The unique name of its code: an <see cref="Identity.IUniqueNameGrain"/>.</param>
/// <param name="UniqueName">The unique name of its name.</param>
[GenerateSerializer, Alias("hss.assets.create-category"), Immutable]
public sealed record CreateCategory(
    [property: Id(0)] CategoryDetails Details, [property: Id(1)] EntityKey CodeName, [property: Id(2)] EntityKey UniqueName);

/// <summary>A change of a category: what is named becomes so; the code never changes.</summary>
/// <param name="Fields">The members of <paramref name="Details"/> that count, as the contract writes them: <c>name</c>, <c>description</c>, <c>is_active</c>.</param>
/// <param name="UniqueName">The unique name of the new name, when there is one.</param>
[GenerateSerializer, Alias("hss.assets.change-category"), Immutable]
public sealed record ChangeCategory(
    [property: Id(0)] ImmutableArray<string> Fields, [property: Id(1)] CategoryDetails Details, [property: Id(2)] EntityKey? UniqueName);

/// <summary>A category as others see it.</summary>
[GenerateSerializer, Alias("hss.assets.category-view"), Immutable]
public sealed record CategoryView(
    [property: Id(0)] string Id,
    [property: Id(1)] CategoryDetails Details,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset UpdatedAt,
    [property: Id(4)] long Version);
