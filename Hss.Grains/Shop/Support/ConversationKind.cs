using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;

namespace Hss.Grains.Shop.Support;

/// <summary>Conversations in the journal: stored names, the queue, and who hears them live.</summary>
public sealed class ConversationKind() : EntityKind<ConversationState>(
    "conversation",
    schema: 1,
    EventType.Of<ConversationOpened>("conversation.opened"),
    EventType.Of<MessagePosted>(MessagePostedName),
    EventType.Of<ConversationClaimed>("conversation.claimed"),
    EventType.Of<ConversationClosed>("conversation.closed"))
{
    /// <summary>The stored name of messages.</summary>
    public const string MessagePostedName = "conversation.message_posted";

    /// <summary>The one instance.</summary>
    public static readonly ConversationKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "store.support.queue";

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IConversationGrain>(key.ToString());

    /// <inheritdoc />
    public override ConversationState Initial(string id) => new(id);

    /// <inheritdoc />
    public override ConversationState Apply(ConversationState state, IEntityEvent e) => ConversationRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(ConversationState state) => new(state.CustomerId, state.Status);

    /// <inheritdoc />
    public override string Audience(ConversationState state, IEntityEvent e) =>
        state.CustomerId is { } customer ? $"{customer} store:support_agent" : "store:support_agent";
}
