using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Shop.Support;

/// <summary>The queue and the messages of conversations, from committed rows and events.</summary>
public sealed class ConversationQueries(IJournal journal, EntityCodec codec, HssSettings settings, ILogger<ConversationQueries> log)
{
    private static readonly ConversationKind Kind = ConversationKind.Instance;

    /// <summary>The conversations that are not closed, oldest first, at most the queue's limit.</summary>
    public async Task<ImmutableArray<ConversationView>> Queue(CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(Kind.Name)
            {
                Statuses = [ConversationStatus.Open, ConversationStatus.Assigned],
                Sort = [new("created_at")],
                Limit = settings.Support.QueueLimit,
            },
            cancellation).ConfigureAwait(false);
        return [.. codec.DecodeReadable(Kind, page.Rows, log).Select(r => ConversationViews.Of(r.State))];
    }

    /// <summary>What the customer had before them when the conversation began.</summary>
    public async Task<ConversationContext?> Context(string id, CancellationToken cancellation)
    {
        var first = await journal.Events(new() { Kind = Kind.Name, Id = id, Limit = 1 }, cancellation).ConfigureAwait(false);
        return first is [var e] && Decode(e) is ConversationOpened opened ? opened.Context : null;
    }

    /// <summary>The newest messages, oldest first, at most the history's limit.</summary>
    public async Task<ImmutableArray<MessageView>> Latest(string id, CancellationToken cancellation)
    {
        var events = await journal.Events(
            new() { Kind = Kind.Name, Id = id, Types = [ConversationKind.MessagePostedName], Descending = true, Limit = settings.Support.HistoryLimit },
            cancellation).ConfigureAwait(false);
        return [.. events.Reverse().Select(Message)];
    }

    /// <summary>The messages after an event, oldest first, at most the history's limit.</summary>
    public async Task<ImmutableArray<MessageView>> After(string id, long version, CancellationToken cancellation)
    {
        var events = await journal.Events(
            new() { Kind = Kind.Name, Id = id, Types = [ConversationKind.MessagePostedName], AfterVersion = version, Limit = settings.Support.HistoryLimit },
            cancellation).ConfigureAwait(false);
        return [.. events.Select(Message)];
    }

    /// <summary>All that happened after an event, oldest first, at most <paramref name="limit"/>.</summary>
    public async Task<ImmutableArray<FeedEvent>> Events(string id, long version, int limit, CancellationToken cancellation) =>
        await journal.Events(new() { Kind = Kind.Name, Id = id, AfterVersion = version, Limit = limit }, cancellation).ConfigureAwait(false);

    /// <summary>One message, or null.</summary>
    public async Task<MessageView?> Message(string id, long version, CancellationToken cancellation)
    {
        var events = await Events(id, version - 1, 1, cancellation).ConfigureAwait(false);
        return events is [var e] && e.Event.Version == version && e.Event.Type == ConversationKind.MessagePostedName ? Message(e) : null;
    }

    /// <summary>An event of a conversation, opened.</summary>
    public Grains.Entities.IEntityEvent Decode(FeedEvent e) => codec.DecodeEvent(Kind, e.Key, e.Event);

    private MessageView Message(FeedEvent e) => ConversationViews.Of(e.Key.Id, e.Event.Version, (MessagePosted)Decode(e));
}
