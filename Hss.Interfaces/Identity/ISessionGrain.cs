using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Identity;

/// <summary>One sign-in of one account, keyed by a random id: the truth about its access and refresh tokens.</summary>
[GrainTier(GrainTier.Process), Alias("hss.identity.session")]
public interface ISessionGrain : IEntityGrain
{
    /// <summary>A refresh token that was just replaced still gets its successor for this long (two tabs); 10 s.</summary>
    static readonly TimeSpan RefreshGrace = TimeSpan.FromSeconds(10);

    /// <summary>Opens the session.</summary>
    [Alias("open")]
    Task<Outcome<SessionView>> Open(CallContext context, OpenSession command);

    /// <summary>
    /// Replaces the refresh token of a generation by the next. An older generation was stolen or copied: the session ends, and the view
    /// says so.
    /// </summary>
    [Alias("refresh")]
    Task<Outcome<SessionView>> Refresh(CallContext context, int generation, TimeSpan lifetime);

    /// <summary>Lets a session that its cookie alone stands for live on from now, by whole days.</summary>
    [Alias("renew")]
    Task<Outcome<SessionView>> Renew(CallContext context, TimeSpan lifetime);

    /// <summary>Ends the session. Idempotent.</summary>
    [Alias("end")]
    Task<Outcome<SessionView>> End(CallContext context, string reason);

    /// <summary>The account behind the session as it is now, or null when the session has ended.</summary>
    [Alias("check"), AlwaysInterleave]
    Task<AccountView?> Check();

    /// <summary>The session, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<SessionView?> Get();
}

/// <summary>A session to open.</summary>
/// <param name="CredentialEpoch">The account's epoch at sign-in; a later password change ends the session.</param>
/// <param name="Mount">Where it signed in.</param>
/// <param name="Agent">The program that signed in, as it named itself, at most 200 characters.</param>
[GenerateSerializer, Alias("hss.identity.open-session"), Immutable]
public sealed record OpenSession(
    [property: Id(0)] string AccountId,
    [property: Id(1)] int CredentialEpoch,
    [property: Id(2)] string Mount,
    [property: Id(3)] string? Agent,
    [property: Id(4)] TimeSpan Lifetime);

/// <summary>A session as its owner sees it.</summary>
/// <param name="Generation">The number of the refresh token that is good now.</param>
/// <param name="EndedReason">Why it ended, or null while it lives.</param>
[GenerateSerializer, Alias("hss.identity.session-view"), Immutable]
public sealed record SessionView(
    [property: Id(0)] string Id,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Mount,
    [property: Id(3)] string? Agent,
    [property: Id(4)] int Generation,
    [property: Id(5)] DateTimeOffset OpenedAt,
    [property: Id(6)] DateTimeOffset RefreshedAt,
    [property: Id(7)] DateTimeOffset ExpiresAt,
    [property: Id(8)] string? EndedReason);
