using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>Accounts in the journal.</summary>
public sealed class AccountKind() : EntityKind<AccountState>(
    "account",
    schema: 1,
    EventType.Of<AccountCreated>("account.created"),
    EventType.Of<RegistrationAbandoned>("account.abandoned"),
    EventType.Of<RolesChanged>("account.roles_changed"),
    EventType.Of<ProfileChanged>("account.profile_changed"),
    EventType.Of<ActivityChanged>("account.activity_changed"),
    EventType.Of<SignInFailed>("account.sign_in_failed"),
    EventType.Of<AccountLocked>("account.locked"),
    EventType.Of<PasswordChanged>("account.password_changed"),
    EventType.Of<PasswordResetRequested>("account.reset_requested"))
{
    /// <summary>The one instance.</summary>
    public static readonly AccountKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IAccountGrain>(key.ToString());

    /// <inheritdoc />
    public override AccountState Initial(string id) => new(id);

    /// <inheritdoc />
    public override AccountState Apply(AccountState state, IEntityEvent e) => AccountRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(AccountState state) => new(state.Id, state.Status);

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(AccountState state) => [.. state.Roles.Select(r => new EntityLink("role", $"{r.Key}:{r.Value}"))];
}

/// <summary>One account.</summary>
[GrainType("account")]
public sealed class AccountGrain(EntityServices services, IGrainFactory grains)
    : AggregateGrain<AccountState>(AccountKind.Instance, services), IAccountGrain
{
    /// <inheritdoc />
    public Task<Outcome<AccountView>> Create(CallContext context, CreateAccount command) =>
        Execute(context, (state, now) => AccountRules.Create(state, command, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SetRoles(CallContext context, ImmutableArray<RoleChange> changes) =>
        Execute(context, (state, now) => AccountRules.SetRoles(state, context.Actor, changes, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> Join(CallContext context, string system, string role, ProfileChange? profile) =>
        Execute(context, (state, now) => AccountRules.Join(state, system, role, profile, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SetProfile(CallContext context, ProfileChange change) =>
        Execute(context, (state, now) => AccountRules.SetProfile(state, change, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SetActive(CallContext context, string system, bool active) =>
        Execute(context, (state, now) => AccountRules.SetActive(state, context.Actor, system, active, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SignInFailed(CallContext context, int limit, TimeSpan lockTime) =>
        Execute(context, (state, now) => AccountRules.SignInFailed(state, limit, lockTime, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> ChangePassword(CallContext context, string verifier, string? keptSession) =>
        Execute(context, (state, now) => AccountRules.ChangePassword(state, verifier, keptSession, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> RequestReset(CallContext context, ResetRequest request) =>
        Execute(context, (state, now) => AccountRules.RequestReset(state, request, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> ResetPassword(CallContext context, string tokenHash, string verifier) =>
        Execute(context, (state, now) => AccountRules.ResetPassword(state, tokenHash, verifier, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<AccountView?> Get() => Read(static (state, version) => state.Exists ? AccountViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public Task<AccountCredentials?> Credentials() => Read(static (state, _) => state.Exists ? AccountViews.Credentials(state) : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, AccountRules.Settle, state => state.Names.Contains(hold.Resource));
        var name = grains.GetGrain<IUniqueNameGrain>(hold.Resource.ToString());
        _ = owns.Value ? await name.Confirm(context, Key) : await name.Release(context, Key);
    }
}

/// <summary>What others see of an account.</summary>
public static class AccountViews
{
    /// <summary>The account without its secrets.</summary>
    public static AccountView Of(AccountState state) => new(
        state.Id,
        state.Email,
        state.Username,
        state.FirstName,
        state.LastName,
        [.. state.Roles.Where(r => !state.Inactive.Contains(r.Key)).Select(r => new RoleChange(r.Key, r.Value))],
        state.Inactive,
        state.Verifier is not null,
        state.CredentialEpoch,
        state.KeptSession,
        state.CreatedAt,
        state.UpdatedAt,
        0,
        Profiles.View(state));

    /// <summary>What signing in needs.</summary>
    public static AccountCredentials Credentials(AccountState state) => new(state.Verifier, state.LockedUntil, state.Failures.Length);
}
