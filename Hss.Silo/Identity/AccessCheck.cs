using Hss.Grains.Identity;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Identity;

/// <summary>Asks the session's grain at every request: in the embedded host that is cheap, and ends and role changes count at once.</summary>
public sealed class AccessCheck(AccessTokens tokens, IGrainFactory grains) : IAccessCheck
{
    /// <inheritdoc />
    public async ValueTask<SignedIn?> Check(string accessToken)
    {
        if ((AccessTokens.IsHandle(accessToken) ? tokens.SessionOfHandle(accessToken) : tokens.SessionOf(accessToken)) is not { } session)
            return null;
        var account = await grains.GetGrain<ISessionGrain>(SessionKind.Instance.Key(session).ToString()).Check().ConfigureAwait(false);
        return account is null ? null : SignedIn.Of(account, session);
    }
}
