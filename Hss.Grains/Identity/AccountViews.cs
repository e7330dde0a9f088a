using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

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
        Profiles.View(state))
    {
        Suspended = [.. state.Roles.Where(r => state.Inactive.Contains(r.Key)).Select(r => new RoleChange(r.Key, r.Value))],
    };

    /// <summary>What signing in needs.</summary>
    public static AccountCredentials Credentials(AccountState state) => new(state.Verifier, state.LockedUntil, state.Failures.Length);
}
