using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>
/// One category, keyed by its number. A product that is about to refer to it holds it until its own commit is durable, so that a category is
/// never deleted under a product that is made at the same moment.
/// </summary>
[GrainTier(GrainTier.Reference), Alias("hss.shop.category")]
public interface ICategoryGrain : IHoldOwner
{
    /// <summary>How long a hold waits for its product before the product is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>Makes it. Refused with <see cref="CategoryCodes.NameTaken"/>.</summary>
    [Alias("create")]
    Task<Outcome<CategoryView>> Create(CallContext context, NameCategory command);

    /// <summary>Gives it another name. The same name again changes nothing.</summary>
    [Alias("rename")]
    Task<Outcome<CategoryView>> Rename(CallContext context, NameCategory command);

    /// <summary>Deletes it. Refused with <see cref="CategoryCodes.InUse"/> while a product refers to it or is about to.</summary>
    [Alias("delete")]
    Task<Outcome<CategoryView>> Delete(CallContext context);

    /// <summary>A product is about to refer to the category. Refused with <see cref="RefusalCodes.NotFound"/>. Idempotent.</summary>
    [Alias("hold")]
    Task<Outcome<bool>> Hold(CallContext context, EntityKey product);

    /// <summary>The product is durable, or gave up: its own row says now whether it refers to the category. Idempotent.</summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, EntityKey product);

    /// <summary>The committed category, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<CategoryView?> Get();
}

/// <summary>Refusal codes of categories beside the common ones.</summary>
public static class CategoryCodes
{
    /// <summary>Another category has the name, without regard to case (400).</summary>
    public const string NameTaken = "category_name_taken";

    /// <summary>Products refer to it (400).</summary>
    public const string InUse = "category_in_use";
}

/// <summary>A category's name.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="UniqueName">The unique name of it: an <see cref="Identity.IUniqueNameGrain"/>.</param>
[GenerateSerializer, Alias("hss.shop.name-category"), Immutable]
public sealed record NameCategory([property: Id(0)] string Name, [property: Id(1)] EntityKey UniqueName);

/// <summary>A category as callers see it.</summary>
[GenerateSerializer, Alias("hss.shop.category-view"), Immutable]
public sealed record CategoryView([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] long Version);
