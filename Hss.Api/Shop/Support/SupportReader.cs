using Hss.Api.Platform.Sockets;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Support;
using Hss.Silo.Events;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>
/// Brings one connection what happens in its conversation: first the history, then every event after it in the order of the journal, each once. It
/// pulls by its own cursor, so a slow reader holds nobody up and misses nothing.
/// </summary>
public sealed class SupportReader(
    FrameSender sender, Participant participant, SocketRights rights, ConversationQueries queries, FeedTailer tailer, TimeProvider time)
{
    private const int Page = 100;

    // Rights are looked at again after this long, whatever happens.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private readonly string _id = participant.Conversation.Id;
    private long _cursor;
    private long _version;

    /// <summary>The first frame: the newest messages, or those after the one that the reader has.</summary>
    public async Task SendHistory(long? after, CancellationToken stop)
    {
        // Everything that is committed after this position comes from the feed, everything before from the journal.
        await tailer.Advance(stop);
        _cursor = tailer.Position.Seq;
        var messages = after is { } known ? await queries.After(_id, known, stop) : await queries.Latest(_id, stop);
        // Whoever comes anew begins with the conversation as they were let in; whoever comes back also hears that it was closed meanwhile.
        var last = messages is [.., var newest] && MessageId.TryParse(newest.Id, out _, out var version) ? version : 0;
        _version = Math.Max(last, after ?? participant.Conversation.Version);
        await sender.Send(new
        {
            type = "history",
            messages = messages.Select(MessageAnswer.Of),
            context_snapshot = ContextAnswer.Of(await queries.Context(_id, stop)),
        });
        await CatchUp(stop);
    }

    /// <summary>Sends what happens. Ends when the reader's rights do.</summary>
    public async Task Follow(CancellationToken stop)
    {
        var looked = time.GetTimestamp();
        while (true)
        {
            await More(stop);
            var events = await tailer.After(_cursor, Page, stop);
            if (events.Any(rights.MayChangeBy) || time.GetElapsedTime(looked) >= Period)
            {
                if (!await rights.Hold())
                    return;
                looked = time.GetTimestamp();
            }

            foreach (var e in events)
            {
                _cursor = e.Seq;
                if (e.Key.Kind == ConversationKind.Instance.Name && e.Key.Id == _id && e.Event.Version > _version)
                    await Send(e);
            }
        }
    }

    // A reader who was long away has more to read than one frame holds.
    private async Task CatchUp(CancellationToken stop)
    {
        while (await queries.Events(_id, _version, Page, stop) is { IsEmpty: false } events)
        {
            foreach (var e in events)
                await Send(e);
        }
    }

    private async Task Send(FeedEvent e)
    {
        _version = e.Event.Version;
        switch (queries.Decode(e))
        {
            case MessagePosted message:
                await sender.Send(new { type = "message", payload = MessageAnswer.Of(ConversationViews.Of(_id, e.Event.Version, message)) });
                break;
            case ConversationClosed closed:
                await sender.Send(new { type = "conversation_closed", closed_by = closed.Side, resolution_notes = closed.Notes, closed_at = closed.At });
                break;
        }
    }

    private async Task More(CancellationToken stop)
    {
        try
        {
            await tailer.Beyond(_cursor).WaitAsync(Period, time, stop);
        }
        catch (TimeoutException)
        {
            // Time to look at the rights again.
        }
    }
}
