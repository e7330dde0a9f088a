using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>A session's durable state.</summary>
public sealed record SessionState(string Id)
{
    /// <summary>Whose it is; empty until it is opened.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>The account's epoch at sign-in.</summary>
    public int CredentialEpoch { get; init; }

    /// <summary>Where it signed in.</summary>
    public string Mount { get; init; } = "";

    /// <summary>The program that signed in.</summary>
    public string? Agent { get; init; }

    /// <summary>The number of the good refresh token, from 1.</summary>
    public int Generation { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the good refresh token was made.</summary>
    public DateTimeOffset RefreshedAt { get; init; }

    /// <summary>Until when the good refresh token works.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why it ended, or null.</summary>
    public string? EndedReason { get; init; }

    /// <summary>Whether it was opened.</summary>
    public bool Exists => AccountId.Length > 0;
}

/// <summary>Somebody signed in.</summary>
public sealed record SessionOpened(
    string AccountId, int CredentialEpoch, string Mount, string? Agent, DateTimeOffset ExpiresAt, DateTimeOffset At) : IEntityEvent;

/// <summary>The refresh token was replaced.</summary>
public sealed record SessionRefreshed(int Generation, DateTimeOffset ExpiresAt, DateTimeOffset At) : IEntityEvent;

/// <summary>A session that its cookie alone stands for lives on.</summary>
public sealed record SessionRenewed(DateTimeOffset ExpiresAt, DateTimeOffset At) : IEntityEvent;

/// <summary>The session ended.</summary>
public sealed record SessionEnded(string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>The rules of sessions: rotation, reuse, end (contracts, sections 3 and 5).</summary>
public static class SessionRules
{
    /// <summary>Why a session whose old refresh token came again ended.</summary>
    public const string Reuse = "refresh_token_reused";

    /// <summary>The least that a renewal adds; a day.</summary>
    public static readonly TimeSpan RenewalStep = TimeSpan.FromDays(1);

    private static readonly Refusal Ended = new(RefusalCodes.Unauthorized, "The session has ended");

    /// <summary>Opens it, once.</summary>
    public static Decision Open(SessionState state, OpenSession command, DateTimeOffset now) => state.Exists
        ? Decision.Refuse(RefusalCodes.Conflict, "The session is open")
        : Decision.Accept(new SessionOpened(command.AccountId, command.CredentialEpoch, command.Mount, command.Agent, now + command.Lifetime, now));

    /// <summary>Rotates; the token just replaced is answered with its successor for a moment, an older one ends the session.</summary>
    public static Decision Refresh(SessionState state, int generation, TimeSpan lifetime, DateTimeOffset now)
    {
        if (!state.Exists || state.EndedReason is not null || generation > state.Generation || generation < 1)
            return Ended;
        if (generation == state.Generation)
            return state.ExpiresAt <= now ? Ended : Decision.Accept(new SessionRefreshed(generation + 1, now + lifetime, now));
        return generation == state.Generation - 1 && now - state.RefreshedAt <= ISessionGrain.RefreshGrace
            ? Decision.Unchanged
            : Decision.Accept(new SessionEnded(Reuse, now));
    }

    /// <summary>Lets a session that has no tokens live on; what is less than a day is not written.</summary>
    public static Decision Renew(SessionState state, TimeSpan lifetime, DateTimeOffset now)
    {
        if (!state.Exists || state.EndedReason is not null || state.ExpiresAt <= now)
            return Ended;
        return now + lifetime - state.ExpiresAt < RenewalStep ? Decision.Unchanged : Decision.Accept(new SessionRenewed(now + lifetime, now));
    }

    /// <summary>Ends it.</summary>
    public static Decision End(SessionState state, string reason, DateTimeOffset now) =>
        state.Exists && state.EndedReason is null ? Decision.Accept(new SessionEnded(reason, now)) : Decision.Unchanged;

    /// <summary>Whether the account still stands behind the session: it is active, and its password is the one of the sign-in.</summary>
    public static bool IsBacked(SessionState state, AccountView account) =>
        !account.Inactive.Contains(AccountRules.Platform)
        && (account.CredentialEpoch == state.CredentialEpoch || account.KeptSession == state.Id);

    /// <summary>The state after an event.</summary>
    public static SessionState Apply(SessionState state, IEntityEvent e) => e switch
    {
        SessionOpened o => state with
        {
            AccountId = o.AccountId,
            CredentialEpoch = o.CredentialEpoch,
            Mount = o.Mount,
            Agent = o.Agent,
            Generation = 1,
            OpenedAt = o.At,
            RefreshedAt = o.At,
            ExpiresAt = o.ExpiresAt,
        },
        SessionRefreshed r => state with { Generation = r.Generation, RefreshedAt = r.At, ExpiresAt = r.ExpiresAt },
        SessionRenewed r => state with { ExpiresAt = r.ExpiresAt },
        SessionEnded x => state with { EndedReason = x.Reason },
        _ => throw new InvalidOperationException($"A session has no event {e.GetType().Name}"),
    };
}

/// <summary>Sessions in the journal.</summary>
public sealed class SessionKind() : EntityKind<SessionState>(
    "session",
    schema: 1,
    EventType.Of<SessionOpened>("session.opened"),
    EventType.Of<SessionRefreshed>("session.refreshed"),
    EventType.Of<SessionRenewed>("session.renewed"),
    EventType.Of<SessionEnded>("session.ended"))
{
    /// <summary>The one instance.</summary>
    public static readonly SessionKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<ISessionGrain>(key.ToString());

    /// <inheritdoc />
    public override SessionState Initial(string id) => new(id);

    /// <inheritdoc />
    public override SessionState Apply(SessionState state, IEntityEvent e) => SessionRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(SessionState state) => new(state.AccountId, state.EndedReason is null ? "open" : "ended");
}

/// <summary>One session.</summary>
[GrainType("session")]
public sealed class SessionGrain(EntityServices services, IGrainFactory grains)
    : ProcessGrain<SessionState>(SessionKind.Instance, services), ISessionGrain
{
    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc />
    public Task<Outcome<SessionView>> Open(CallContext context, OpenSession command) =>
        Execute(context, (state, now) => SessionRules.Open(state, command, now), View);

    /// <inheritdoc />
    public Task<Outcome<SessionView>> Refresh(CallContext context, int generation, TimeSpan lifetime) =>
        Execute(context, (state, now) => SessionRules.Refresh(state, generation, lifetime, now), View);

    /// <inheritdoc />
    public Task<Outcome<SessionView>> Renew(CallContext context, TimeSpan lifetime) =>
        Execute(context, (state, now) => SessionRules.Renew(state, lifetime, now), View);

    /// <inheritdoc />
    public Task<Outcome<SessionView>> End(CallContext context, string reason) =>
        Execute(context, (state, now) => SessionRules.End(state, reason, now), View);

    /// <inheritdoc />
    public async Task<AccountView?> Check()
    {
        var now = _time.GetUtcNow();
        var session = await Read((state, _) => state.Exists && state.EndedReason is null && state.ExpiresAt > now ? state : null);
        if (session is null)
            return null;
        var account = await grains.GetGrain<IAccountGrain>(AccountKind.Instance.Key(session.AccountId).ToString()).Get();
        return account is not null && SessionRules.IsBacked(session, account) ? account : null;
    }

    /// <inheritdoc />
    public Task<SessionView?> Get() => Read(static (state, _) => state.Exists ? View(state) : null);

    /// <summary>A session as its owner sees it.</summary>
    public static SessionView View(SessionState state) => new(
        state.Id, state.AccountId, state.Mount, state.Agent, state.Generation, state.OpenedAt, state.RefreshedAt, state.ExpiresAt, state.EndedReason);
}
