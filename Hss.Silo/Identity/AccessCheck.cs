namespace Hss.Silo.Identity;

/// <summary>Asks the session at every request, by way of what this process may remember of it (<see cref="SessionCache"/>).</summary>
public sealed class AccessCheck(AccessTokens tokens, SessionCache sessions) : IAccessCheck
{
    /// <inheritdoc />
    public async ValueTask<SignedIn?> Check(string accessToken)
    {
        if ((AccessTokens.IsHandle(accessToken) ? tokens.SessionOfHandle(accessToken) : tokens.SessionOf(accessToken)) is not { } session)
            return null;
        var account = await sessions.Check(session).ConfigureAwait(false);
        return account is null ? null : SignedIn.Of(account, session);
    }
}
