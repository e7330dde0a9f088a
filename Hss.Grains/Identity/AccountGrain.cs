using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>One account.</summary>
[GrainType("account")]
public sealed class AccountGrain(EntityServices services, IGrainFactory grains)
    : AggregateGrain<AccountState>(AccountKind.Instance, services), IAccountGrain
{
    private (AccountState? State, long Version, AccountView? View) _seen;

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
    public Task<Outcome<AccountView>> TakeUsername(CallContext context, string username, EntityKey name) =>
        Execute(context, (state, now) => AccountNameRules.TakeUsername(state, username, name, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> ChangeEmail(CallContext context, string email, EntityKey name) =>
        Execute(context, (state, now) => AccountNameRules.ChangeEmail(state, email, name, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SetProfile(CallContext context, ProfileChange change) =>
        Execute(context, (state, now) => AccountRules.SetProfile(state, change, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> SetActive(CallContext context, string system, bool active) =>
        Execute(context, (state, now) => AccountRules.SetActive(state, context.Actor, system, active, now), AccountViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AccountView>> ChangeMember(CallContext context, MemberChange change) =>
        Execute(context, (state, now) => AccountRules.ChangeMember(state, change, now), AccountViews.Of);

    /// <inheritdoc />
    public async Task<Outcome<AccountView>> Leave(CallContext context, string system)
    {
        var names = await Read(static (state, _) => state.Names);
        var left = await Execute(context, (state, now) => AccountRules.Leave(state, system, now), AccountViews.Of);
        // With the account its names go: at once, and by an effect of the commit if this is cut off.
        foreach (var name in left.Value is { Roles.IsEmpty: true, Suspended.IsEmpty: true } ? names : [])
            await Downwards.Try(() => grains.GetGrain<IUniqueNameGrain>(name.ToString()).Release(CallContext.System("leave"), Key));
        return left;
    }

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
    public Task<AccountView?> Get() => Read(View);

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

    // Each request of a signed-in caller asks, and nearly all see what the one before saw.
    private AccountView? View(AccountState state, long version)
    {
        if (!ReferenceEquals(_seen.State, state) || _seen.Version != version)
            _seen = (state, version, state.Exists ? AccountViews.Of(state) with { Version = version } : null);
        return _seen.View;
    }
}
