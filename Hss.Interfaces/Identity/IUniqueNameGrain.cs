using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Identity;

/// <summary>
/// A value that only one entity may have at a time (an e-mail, a username). Its key is <c>name/&lt;space&gt;.&lt;digest&gt;</c>, where the digest
/// is the HMAC of the normalised value: the value itself is never a key. The owner holds it, commits itself, then confirms.
/// </summary>
[GrainTier(GrainTier.Platform), Alias("hss.identity.name")]
public interface IUniqueNameGrain : IEntityGrain
{
    /// <summary>How long a hold waits for its owner before the owner is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Holds the value for an owner. Refused with <see cref="RefusalCodes.Conflict"/> when it is another's; while that one only holds it,
    /// <see cref="Refusal.RetryAfter"/> says when it is decided at the latest. Idempotent.
    /// </summary>
    [Alias("hold")]
    Task<Outcome<bool>> Hold(CallContext context, EntityKey owner);

    /// <summary>The owner is durable: the value is its own. Idempotent.</summary>
    [Alias("confirm")]
    Task<Outcome<bool>> Confirm(CallContext context, EntityKey owner);

    /// <summary>The owner gives the value back. Idempotent; a release by anybody else changes nothing.</summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, EntityKey owner);

    /// <summary>Whose it is (held or confirmed), or null.</summary>
    [Alias("owner"), AlwaysInterleave]
    Task<EntityKey?> Owner();
}
