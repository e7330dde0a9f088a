using Hss.Api.Events;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
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

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    /// <summary>Maps it. Over HTTP/2 a handshake is a CONNECT.</summary>
    public static void MapSupportSocket(this RouteGroupBuilder support) => support.MapMethods("/ws", [HttpMethods.Get, HttpMethods.Connect], Connect)
        .Query(ConversationParameter, SupportAccess.TokenParameter, SupportEndpoints.AfterParameter).ExcludeFromDescription();

    private static async Task<IResult> Connect(
        HttpContext context, SupportService support, SupportSockets sockets, LiveConnections connections, HssSettings settings)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return new ApiError(StatusCodes.Status426UpgradeRequired, "upgrade_required", "This address speaks WebSocket only").ToResult();
        }

        var participant = await Admit(context, support);
        var after = SupportEndpoints.After(context, participant.Conversation);
        var key = participant.AccountId ?? $"{CallerExtensions.Guest} {participant.Conversation.Id}";
        using var connection = connections.TryOpen(key, settings.Limits.LiveConnections)
            ?? throw new ApiException(new(429, "too_many_requests", "Too many live connections") { RetryAfter = RetryAfter });
        // Whoever of the agents connects first has the conversation; the others take part all the same.
        if (participant.Side == Interfaces.Shop.Support.ConversationSide.Agent && participant.Conversation.Status == ConversationStatus.Open)
            await support.Conversation(participant.Conversation.Id).Claim(context.CallContext()).WithinDeadline(context);
        var call = context.CallContext();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.Serve(socket, participant, call, after, context.RequestAborted);
        return Results.Empty;
    }

    // A browser sends the cookie from any site, and no script of another site may speak for its owner.
    private static async Task<Participant> Admit(HttpContext context, SupportService support)
    {
        var byCookie = context.CallerOrNull() is not null && context.Request.Headers.Authorization.Count == 0;
        if ((byCookie && CookieOrigin.IsForeign(context))
            || !MessageId.TryConversation(QueryReader.One(context, ConversationParameter) ?? "", out var id)
            || await support.Conversation(id).Get() is not { } conversation
            || SupportAccess.Of(context, conversation) is not { } participant)
            throw new ApiException(ApiError.Forbidden("Forbidden"));
        return participant;
    }
}
