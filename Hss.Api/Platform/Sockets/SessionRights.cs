using Hss.Api.Platform.Access;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Platform.Sockets;

/// <summary>
/// Who somebody is who connected. A socket outlives its access token: what counts is the session, which sign-out, a lost role and a switched-off
/// account end or change at once.
/// </summary>
public sealed class SessionRights(Caller caller, IdentityService identity)
{
    /// <summary>The caller with the roles of this moment; null when the session has ended.</summary>
    /// <exception cref="Hss.Interfaces.Entities.JournalException">It cannot be found out now.</exception>
    public async Task<Caller?> Now() =>
        await identity.Session(caller.Account.SessionId).Check() is { } account ? new Caller(SignedIn.Of(account, caller.Account.SessionId)) : null;

    /// <summary>Whether an event may have changed it.</summary>
    public bool MayChangeBy(FeedEvent e) =>
        (e.Key.Kind == SessionKind.Instance.Name && e.Key.Id == caller.Account.SessionId) || (e.Key.Kind == AccountKind.Instance.Name && e.Key.Id == caller.Id);
}
