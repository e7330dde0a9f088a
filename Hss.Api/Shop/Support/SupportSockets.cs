using System.Net.WebSockets;
using Hss.Api.Platform.Sockets;
using Hss.Interfaces.Entities;
using Hss.Silo.Events;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>What the connections of the support chat need of the server.</summary>
public sealed class SupportSockets(
    SupportService support,
    ConversationQueries queries,
    FeedTailer tailer,
    IdentityService identity,
    HssSettings settings,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="after">The number of the last event that the reader has, or null for the newest messages.</param>
    public async Task Serve(WebSocket socket, Participant participant, CallContext call, long? after, CancellationToken aborted)
    {
        using var sender = new FrameSender(socket, time);
        var rights = new SocketRights(participant, identity);
        var reader = new SupportReader(sender, participant, rights, queries, tailer, time);
        var writer = new SupportWriter(socket, sender, participant, rights, call, support, settings.Limits);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        await SocketExchange.Serve(sender, async () =>
        {
            await reader.SendHistory(after, stop.Token);
            var typing = await support.WhenTyping(
                participant.Conversation.Id,
                mark => SocketExchange.Quietly(sender.Send(new { type = "typing", from = mark.Side, conversation_id = mark.ConversationId })));
            try
            {
                await SocketExchange.BothWays(sender, reader.Follow(stop.Token), writer.Receive(), stop);
            }
            finally
            {
                await typing.UnsubscribeAsync();
            }
        });
    }
}
