using System.Net.WebSockets;
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
    // How long the other end has to answer our goodbye.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="after">The number of the last event that the reader has, or null for the newest messages.</param>
    public async Task Serve(WebSocket socket, Participant participant, CallContext call, long? after, CancellationToken aborted)
    {
        using var sender = new FrameSender(socket, time);
        var rights = new SocketRights(participant, identity);
        var reader = new SupportReader(sender, participant, rights, queries, tailer, time);
        var writer = new SupportWriter(socket, sender, participant, rights, call, support, settings.Limits);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        try
        {
            await reader.SendHistory(after, stop.Token);
            var typing = await support.WhenTyping(
                participant.Conversation.Id, mark => Quietly(sender.Send(new { type = "typing", from = mark.Side, conversation_id = mark.ConversationId })));
            try
            {
                await Exchange(sender, reader, writer, stop);
            }
            finally
            {
                await typing.UnsubscribeAsync();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The other end is gone, or too slow; it comes back with its last message's id.
        }
        catch (JournalException)
        {
            await sender.Close(WebSocketCloseStatus.InternalServerError, "Try again later");
        }
    }

    // Both ways at once; the end of one is the end of the other.
    private static async Task Exchange(FrameSender sender, SupportReader reader, SupportWriter writer, CancellationTokenSource stop)
    {
        var (follow, receive) = (reader.Follow(stop.Token), writer.Receive());
        if (await Task.WhenAny(follow, receive) == receive)
        {
            await stop.CancelAsync();
            var end = await receive;
            await Quietly(follow);
            await sender.Close(end, "");
            return;
        }

        var (status, reason) = follow.IsCompletedSuccessfully
            ? (WebSocketCloseStatus.PolicyViolation, "The sign-in has ended")
            : follow.IsCanceled ? (WebSocketCloseStatus.EndpointUnavailable, "The server stops") : (WebSocketCloseStatus.InternalServerError, "Try again later");
        await Quietly(follow);
        await sender.Close(status, reason);
        await Quietly(((Task)receive).WaitAsync(Goodbye));
        sender.Abort();
        await Quietly(receive);
    }

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
