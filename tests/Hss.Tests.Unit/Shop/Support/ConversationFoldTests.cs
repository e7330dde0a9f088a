using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Support;

/// <summary>Any order of commands: the stored state is the fold of the stored events, and one agent ever gets the conversation.</summary>
public sealed class ConversationFoldTests
{
    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndIsClaimedAndClosedAtMostOnce() => FoldProperty.Holds(
        ConversationKind.Instance,
        Conversations.Id,
        [
            (s, now) => ConversationRules.Open(s, Conversations.ByGuest, now),
            (s, now) => ConversationRules.Open(s, Conversations.ByAccount, now),
            (s, now) => ConversationRules.Claim(s, "agent-1", now),
            (s, now) => ConversationRules.Claim(s, "agent-2", now),
            (s, now) => ConversationRules.Post(s, new(ConversationSide.Agent, "agent-1", "How can I help?", null), now),
            (s, now) => ConversationRules.Post(s, new(ConversationSide.Customer, null, "", null), now),
            (s, now) => ConversationRules.Post(s, new(ConversationSide.Customer, null, null, Conversations.File), now),
            (s, now) => ConversationRules.Close(s, ConversationSide.Agent, "Solved", now),
            (s, now) => ConversationRules.Close(s, ConversationSide.Customer, null, now),
        ],
        (state, events) => state.Events == events.Count
            && events.OfType<ConversationClaimed>().Count() <= 1
            && events.OfType<ConversationClosed>().Count() == (state.Status == ConversationStatus.Closed ? 1 : 0)
            && (state.ClosedAt is null || events[^1] is ConversationClosed));
}
