using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.References;

/// <summary>
/// What assets refer to: a category or a location. An asset that is about to refer to it holds it until its own commit is durable, so that it is
/// never deleted under an asset that is made at the same moment.
/// </summary>
[GrainTier(GrainTier.Reference), Alias("hss.assets.reference")]
public interface IReferenceGrain : IHoldOwner
{
    /// <summary>How long a hold waits for its asset before the asset is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>Deletes it. Refused with <see cref="ReferenceCodes.InUse"/>, naming the count, while assets refer to it or are about to.</summary>
    [Alias("delete")]
    Task<Outcome<bool>> Delete(CallContext context);

    /// <summary>
    /// An asset (or an import of assets) is about to refer to it. Refused with <see cref="RefusalCodes.NotFound"/>. Idempotent; many at once
    /// share a commit. Switched off is no reason to refuse.
    /// </summary>
    [Alias("hold"), AlwaysInterleave]
    Task<Outcome<bool>> Hold(CallContext context, EntityKey referrer);

    /// <summary>The asset is durable, or gave up: its own row says now what it refers to. Idempotent.</summary>
    [Alias("release"), AlwaysInterleave]
    Task<Outcome<bool>> Release(CallContext context, EntityKey referrer);
}

/// <summary>Refusals of categories and locations beside the common ones.</summary>
public static class ReferenceCodes
{
    /// <summary>Another one has the code (400).</summary>
    public const string CodeTaken = "asset_reference_code_taken";

    /// <summary>Another category has the name, without regard to case (400).</summary>
    public const string NameTaken = "asset_reference_name_taken";

    /// <summary>Assets refer to it (409).</summary>
    public const string InUse = "asset_reference_in_use";
}

/// <summary>What a category and a location have in common.</summary>
public interface IReferenceDetails
{
    /// <summary>1..100 characters.</summary>
    string Name { get; }

    /// <summary>1..20 characters, unique as written; it never changes.</summary>
    string Code { get; }

    /// <summary>Whether people should still choose it for new assets. It is a mark for them: nothing is refused by it.</summary>
    bool IsActive { get; }
}
