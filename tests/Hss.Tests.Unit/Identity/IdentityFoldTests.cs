using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Identity;

/// <summary>Accounts, sessions and names: state is exactly the fold of the stored events.</summary>
public sealed class IdentityFoldTests
{
    [Fact]
    public void Account_StateIsExactlyTheFoldOfItsEvents() => FoldProperty.Holds(
        AccountKind.Instance,
        Accounts.Id,
        [
            (s, now) => AccountRules.Create(s, Accounts.Command, now),
            AccountRules.Settle,
            (s, now) => AccountRules.SetRoles(s, "op", [new("hss", "staff"), new("luna", null)], now),
            (s, now) => AccountRules.SetRoles(s, "op", [new("hss", null), new("luna", "ADMIN"), new("mars", "king")], now),
            (s, now) => AccountRules.SetRoles(s, "op", [new("hss", null), new("luna", "ADMIN")], now),
            (s, now) => AccountRules.SetActive(s, "op", "hss", active: false, now),
            (s, now) => AccountRules.SetActive(s, "op", "hss", active: true, now),
            (s, now) => AccountRules.SetActive(s, "op", AccountRules.Platform, active: false, now),
            (s, now) => AccountRules.SetActive(s, "op", AccountRules.Platform, active: true, now),
            (s, now) => AccountRules.Join(s, "store", "customer", new("store", null, "Byron", [new("address", "1 Quay")]), now),
            (s, now) => AccountRules.SetProfile(s, new("store", "Ada", null, [new("address", "2 Quay"), new("tax_id", "1")]), now),
            (s, now) => AccountRules.SetProfile(s, new("store", null, null, [new("address", null)]), now),
            (s, now) => AccountNameRules.TakeUsername(s, "ada", new("name", "username.k"), now),
            (s, now) => AccountNameRules.ChangeEmail(s, "new@example.org", new("name", "email.new"), now),
            (s, now) => AccountRules.ChangeMember(s, new("store", null, false, new("store", "Eve", null, [])), now),
            (s, now) => AccountRules.Leave(s, "store", now),
            (s, now) => AccountRules.Leave(s, "hss", now),
            (s, now) => AccountRules.SignInFailed(s, 3, Accounts.LockTime, now),
            (s, now) => AccountRules.SignInFailed(s, 3, Accounts.LockTime, now),
            (s, now) => AccountRules.ChangePassword(s, "verifier-2", "s1", now),
            (s, now) => AccountRules.RequestReset(s, new("hash-1", Accounts.Link, now.AddMinutes(30)), now),
            (s, now) => AccountRules.ResetPassword(s, "hash-1", "verifier-3", now),
        ],
        (state, events) =>
            state.CredentialEpoch == events.OfType<PasswordChanged>().Count() + events.OfType<MemberLeft>().Count()
            && events.OfType<PasswordChanged>().Count(p => p.ByReset) <= events.OfType<PasswordResetRequested>().Count()
            && state.Failures.Length < 3
            && (state.Status == AccountRules.Deleted) == (events.OfType<AccountDeleted>().Count() == 1)
            && (state.Status != AccountRules.Deleted || (state.Names.IsEmpty && state.Roles.IsEmpty && state.Email.Length == 0))
            && events.OfType<AccountCreated>().Count() + events.OfType<RegistrationAbandoned>().Count() <= 1
            && state.Roles.All(r => SystemRoles.IsKnown(r.Key, r.Value))
            && state.Inactive.Distinct().Count() == state.Inactive.Length
            && (state.Status == AccountRules.Inactive) == state.Inactive.Contains(AccountRules.Platform));

    [Fact]
    public void Session_StateIsExactlyTheFoldOfItsEvents() => FoldProperty.Holds(
        SessionKind.Instance,
        "s1",
        [
            (s, now) => SessionRules.Open(s, new(Accounts.Id, 1, "hss", null, TimeSpan.FromMinutes(20)), now),
            (s, now) => SessionRules.Refresh(s, s.Generation, TimeSpan.FromMinutes(20), now),
            (s, now) => SessionRules.Refresh(s, s.Generation, TimeSpan.FromMinutes(20), now),
            (s, now) => SessionRules.Refresh(s, s.Generation - 1, TimeSpan.FromMinutes(20), now),
            (s, now) => SessionRules.Refresh(s, s.Generation - 2, TimeSpan.FromMinutes(20), now),
            (s, now) => SessionRules.Refresh(s, s.Generation + 1, TimeSpan.FromMinutes(20), now),
            (s, now) => SessionRules.Renew(s, TimeSpan.FromDays(3), now),
            (s, now) => SessionRules.End(s, "signed_out", now),
        ],
        (state, events) =>
            state.Generation == events.OfType<SessionRefreshed>().Count() + (state.Exists ? 1 : 0)
            && events.OfType<SessionOpened>().Count() == (state.Exists ? 1 : 0)
            && events.OfType<SessionEnded>().Count() == (state.EndedReason is null ? 0 : 1)
            && (state.EndedReason is null || events[^1] is SessionEnded));

    [Fact]
    public void Name_StateIsExactlyTheFoldOfItsEvents_AndNobodyTakesItFromAnother()
    {
        var (ada, eve) = (new EntityKey("account", "a"), new EntityKey("account", "e"));
        FoldProperty.Holds(
            UniqueNameKind.Instance,
            "email.1",
            [
                (s, now) => UniqueNameRules.Hold(s, ada, now),
                (s, now) => UniqueNameRules.Hold(s, eve, now),
                (s, _) => UniqueNameRules.Confirm(s, ada),
                (s, _) => UniqueNameRules.Confirm(s, eve),
                (s, _) => UniqueNameRules.Release(s, ada),
                (s, _) => UniqueNameRules.Release(s, eve),
            ],
            (state, events) =>
            {
                EntityKey? owner = null;
                foreach (var e in events)
                {
                    var (next, of) = e switch
                    {
                        NameHeld h => (h.Owner, h.Owner),
                        NameConfirmed c => (c.Owner, c.Owner),
                        NameReleased r => ((EntityKey?)null, r.Owner),
                        _ => throw new InvalidOperationException(),
                    };
                    if (owner is not null && owner != of)
                        return false;
                    owner = next;
                }

                return state.Owner == owner;
            });
    }
}
