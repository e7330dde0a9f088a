using Hss.Api.Platform.Access;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Grains.Shop.Support;
using Hss.Silo.Identity;

namespace Hss.Api.Shop.Support;

/// <summary>
/// Whether somebody who connected may still take part. A socket outlives its access token: what counts is the session, which sign-out, a lost role
/// and a switched-off account end at once. A guest's secret does not end.
/// </summary>
public sealed class SocketRights(Participant participant, IdentityService identity)
{
    /// <summary>Looks at the session as it is now.</summary>
    public async Task<bool> Hold()
    {
        if (participant.Caller is not { } caller)
            return true;
        if (await identity.Session(caller.Account.SessionId).Check() is not { } account)
            return false;
        var now = new Caller(SignedIn.Of(account, caller.Account.SessionId));
        return ConversationRules.SideOf(participant.Conversation, now.Id, SupportAccess.IsAgent(now), token: null) == participant.Side;
    }

    /// <summary>Whether an event may have changed them.</summary>
    public bool MayChangeBy(FeedEvent e) => participant.Caller is { } caller
        && ((e.Key.Kind == SessionKind.Instance.Name && e.Key.Id == caller.Account.SessionId) || (e.Key.Kind == AccountKind.Instance.Name && e.Key.Id == caller.Id));
}
