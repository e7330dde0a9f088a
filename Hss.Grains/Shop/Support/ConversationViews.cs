using Hss.Interfaces.Shop.Support;

namespace Hss.Grains.Shop.Support;

/// <summary>What callers see of a conversation's state and messages.</summary>
public static class ConversationViews
{
    /// <summary>The view of a state; its version is the number of its events.</summary>
    public static ConversationView Of(ConversationState state) => new(
        state.Id,
        state.Status,
        state.CustomerId,
        Token: null,
        state.TokenDigest,
        state.AgentId,
        state.GuestName,
        state.GuestEmail,
        state.LastMessageAt,
        state.CreatedAt,
        state.UpdatedAt,
        state.ClosedAt,
        state.ResolutionNotes,
        state.Events);

    /// <summary>The view of a message.</summary>
    /// <param name="version">The number of its event.</param>
    public static MessageView Of(string conversationId, long version, MessagePosted m) => new(
        MessageId.Of(conversationId, version), conversationId, m.Side, m.SenderId, m.Body, m.Attachment?.ToStored(), m.At);
}
