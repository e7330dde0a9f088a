using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;

namespace Hss.Grains.Shop.Support;

/// <summary>One conversation: whatever comes from whichever side goes through its rules and its journal, one after the other.</summary>
[GrainType("conversation")]
public sealed class ConversationGrain(EntityServices services)
    : AggregateGrain<ConversationState>(ConversationKind.Instance, services), IConversationGrain
{
    /// <inheritdoc />
    public Task<Outcome<ConversationView>> Open(CallContext context, OpenConversation command) => Execute(
        context, (state, now) => ConversationRules.Open(state, command, now), state => ConversationViews.Of(state) with { Token = command.Token });

    /// <inheritdoc />
    public Task<Outcome<ConversationView>> Claim(CallContext context) =>
        Execute(context, (state, now) => ConversationRules.Claim(state, context.Actor, now), ConversationViews.Of);

    /// <inheritdoc />
    public Task<Outcome<ConversationView>> Close(CallContext context, string side, string? notes) =>
        Execute(context, (state, now) => ConversationRules.Close(state, side, notes, now), ConversationViews.Of);

    /// <inheritdoc />
    public Task<Outcome<MessageView>> Post(CallContext context, PostMessage command) => Execute(
        context,
        (state, now) => ConversationRules.Post(state, command, now),
        state => new MessageView(
            MessageId.Of(state.Id, state.Events), state.Id, command.Side, command.SenderId, command.Body, command.Attachment, state.UpdatedAt));

    /// <inheritdoc />
    public Task<ConversationView?> Get() => Read((state, _) => state.Exists ? ConversationViews.Of(state) : null);
}
