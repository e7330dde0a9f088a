using Hss.Api.Platform.Sockets;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Support;
using Hss.Silo.Identity;

namespace Hss.Api.Shop.Support;

/// <summary>Whether somebody who connected may still take part. A guest's secret does not end.</summary>
public sealed class SocketRights(Participant participant, IdentityService identity)
{
    private readonly SessionRights? _session = participant.Caller is { } caller ? new(caller, identity) : null;

    /// <summary>Looks at the session as it is now.</summary>
    public async Task<bool> Hold()
    {
        if (_session is null)
            return true;
        return await _session.Now() is { } now
            && ConversationRules.SideOf(participant.Conversation, now.Id, SupportAccess.IsAgent(now), token: null) == participant.Side;
    }

    /// <summary>Whether an event may have changed them.</summary>
    public bool MayChangeBy(FeedEvent e) => _session?.MayChangeBy(e) == true;
}
