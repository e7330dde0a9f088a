using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>Somebody who takes part in a conversation.</summary>
/// <param name="Side">One of <see cref="ConversationSide"/>.</param>
/// <param name="Token">The guest's secret, where that is what opened the door.</param>
public sealed record Participant(ConversationView Conversation, string Side, Caller? Caller, string? Token)
{
    /// <summary>The account that messages name, or null for a guest.</summary>
    public string? AccountId => Caller?.Id;
}

/// <summary>Who may take part in which conversation: agents in all, customers in their own, guests by their secret.</summary>
public static class SupportAccess
{
    /// <summary>The role of agents.</summary>
    public const string Agent = "support_agent";

    /// <summary>The query parameter with the guest's secret.</summary>
    public static readonly QueryParameter<string?> TokenParameter = Parameters.Text("conversation_token", "The secret that a guest got when the conversation was opened");

    /// <summary>The caller of a request as a participant.</summary>
    /// <exception cref="ApiException">404 when there is no such conversation; 403 when it is somebody else's.</exception>
    public static async Task<Participant> Participant(HttpContext context, string id, SupportService support)
    {
        if (!MessageId.TryConversation(id, out var conversationId) || await support.Conversation(conversationId).Get() is not { } conversation)
            throw new ApiException(ApiError.NotFound("Conversation not found"));
        return Of(context, conversation) ?? throw new ApiException(ApiError.Forbidden("Forbidden"));
    }

    /// <summary>The caller of a request as a participant of a conversation, or null.</summary>
    public static Participant? Of(HttpContext context, ConversationView conversation)
    {
        var caller = context.CallerOrNull();
        var token = QueryReader.One(context, TokenParameter);
        var side = ConversationRules.SideOf(conversation, caller?.Id, IsAgent(caller), token);
        if (side is null)
            return null;
        // With rights of one's own the token is not needed, and is not looked at.
        var byToken = ConversationRules.SideOf(conversation, caller?.Id, IsAgent(caller), token: null) is null;
        return new(conversation, side, byToken ? null : caller, byToken ? token : null);
    }

    /// <summary>Whether somebody is a support agent.</summary>
    public static bool IsAgent(Caller? caller) => caller?.Is(Mounts.Store, Agent) == true;
}
