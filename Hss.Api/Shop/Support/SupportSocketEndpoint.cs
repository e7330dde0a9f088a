using Hss.Api.Events;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Sockets;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Support;
using Hss.Silo.Hosting;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>
/// The handshake of the support chat, <c>/store/api/v1/support/ws?conversation_id=&amp;conversation_token=&amp;after=</c>. It is refused before it is
/// answered, with an HTTP status: 403 for whoever may not take part.
/// </summary>
public static class SupportSocketEndpoint
{
    private static readonly QueryParameter<string?> ConversationParameter = Parameters.Text("conversation_id", "The conversation");

    /// <summary>Maps it.</summary>
    public static void MapSupportSocket(this RouteGroupBuilder support) => support.MapMethods("/ws", Handshake.Methods, Connect)
        .Query(ConversationParameter, SupportAccess.TokenParameter, SupportEndpoints.AfterParameter).ExcludeFromDescription();

    private static async Task<IResult> Connect(
        HttpContext context, SupportService support, SupportSockets sockets, LiveConnections connections, HssSettings settings)
    {
        if (Handshake.Refusal(context) is { } refusal)
            return refusal;
        var participant = await Admit(context, support);
        var after = SupportEndpoints.After(context, participant.Conversation);
        var key = participant.AccountId ?? $"{CallerExtensions.Guest} {participant.Conversation.Id}";
        using var connection = connections.TryOpen(key, settings.Limits.LiveConnections) ?? throw Handshake.TooMany;
        // Whoever of the agents connects first has the conversation; the others take part all the same.
        if (participant.Side == Interfaces.Shop.Support.ConversationSide.Agent && participant.Conversation.Status == ConversationStatus.Open)
            await support.Conversation(participant.Conversation.Id).Claim(context.CallContext()).WithinDeadline(context);
        var call = context.CallContext();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.Serve(socket, participant, call, after, context.RequestAborted);
        return Results.Empty;
    }

    private static async Task<Participant> Admit(HttpContext context, SupportService support)
    {
        if (Handshake.IsForeign(context)
            || !MessageId.TryConversation(QueryReader.One(context, ConversationParameter) ?? "", out var id)
            || await support.Conversation(id).Get() is not { } conversation
            || SupportAccess.Of(context, conversation) is not { } participant)
            throw new ApiException(ApiError.Forbidden("Forbidden"));
        return participant;
    }
}
