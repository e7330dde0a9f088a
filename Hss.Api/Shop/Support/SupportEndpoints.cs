using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>Conversations with the store's support, <c>/store/api/v1/support</c>.</summary>
public static class SupportEndpoints
{
    /// <summary>The message after which messages are wanted.</summary>
    internal static readonly QueryParameter<string?> AfterParameter = Parameters.Text("after", "Only what came after this message; without it the newest messages");

    /// <summary>Maps them.</summary>
    public static void MapSupport(this RouteGroupBuilder store)
    {
        var support = store.MapGroup("/api/v1/support").WithTags("Support");
        var conversations = support.MapGroup("/conversations").Path("id", "The conversation's id");
        conversations.MapPost("/", Open).WithSummary("Open a conversation; a guest gets its secret").Body(typeof(OpenConversationBody), required: false).Answers(typeof(ConversationAnswer));
        conversations.MapGet("/queue", Queue).WithSummary("List the conversations that are not closed, oldest first").Needs(Mounts.Store, SupportAccess.Agent).Answers(typeof(QueueAnswer));
        conversations.MapGet("/{id}", Get).WithSummary("Read a conversation").Query(SupportAccess.TokenParameter).AnswersOne(typeof(ConversationAnswer));
        conversations.MapGet("/{id}/messages", Messages).WithSummary("List messages, oldest first")
            .Query(SupportAccess.TokenParameter, AfterParameter).Answers(typeof(MessageAnswer[]));
        conversations.MapPost("/{id}/claim", Claim).WithSummary("Take a conversation").Needs(Mounts.Store, SupportAccess.Agent).Answers(typeof(ConversationAnswer));
        conversations.MapPost("/{id}/close", Close).WithSummary("Close a conversation").Query(SupportAccess.TokenParameter).Body(typeof(CloseConversationBody), required: false).Answers(typeof(ConversationAnswer));
        conversations.MapAttachments();
        support.MapGet("/attachments/{id}/download", AttachmentEndpoints.Download).WithSummary("Download a file of a conversation")
            .Path("id", "The id of the message that it came with").Query(SupportAccess.TokenParameter).AnswersFile("*/*", tagged: true);
        support.MapSupportSocket();
    }

    private static async Task<IResult> Open(HttpContext context, SupportService support, ConversationQueries queries, IdentityService identity)
    {
        var body = await context.ReadBody<OpenConversationBody>(allowEmpty: true);
        var account = context.CallerOrNull() is { } caller ? await identity.Account(caller.Id).Get() : null;
        var outcome = await support.Open(
            context.CallContext(),
            account,
            Text(body.GuestName),
            Text(body.GuestEmail),
            Text(body.InitialMessage),
            [.. (body.CartItems ?? []).Select(i => i.ToItem())],
            [.. (body.WishListItems ?? []).Select(i => i.ToItem())],
            context.RequestAborted).WithinDeadline(context);
        return await Whole(context, outcome, null, queries);
    }

    private static async Task<IResult> Queue(HttpContext context, ConversationQueries queries) =>
        new JsonAnswer(new QueueAnswer([.. (await queries.Queue(context.RequestAborted)).Select(ConversationSummary.Of)]));

    private static async Task<IResult> Get(HttpContext context, string id, SupportService support, ConversationQueries queries)
    {
        var participant = await SupportAccess.Participant(context, id, support);
        return Answer.One(context, participant.Conversation.Version, await Whole(context, participant.Conversation, participant.Token, queries));
    }

    private static async Task<IResult> Messages(HttpContext context, string id, SupportService support, ConversationQueries queries)
    {
        var conversation = (await SupportAccess.Participant(context, id, support)).Conversation;
        var messages = After(context, conversation) is { } after
            ? await queries.After(conversation.Id, after, context.RequestAborted)
            : await queries.Latest(conversation.Id, context.RequestAborted);
        return new JsonAnswer(messages.Select(MessageAnswer.Of));
    }

    private static async Task<IResult> Claim(HttpContext context, string id, SupportService support, ConversationQueries queries)
    {
        // A conversation that does not exist is as good as claimed (fact file).
        if (!MessageId.TryConversation(id, out var conversation))
            return new ApiError(StatusCodes.Status409Conflict, RefusalCodes.Conflict, "Conversation already claimed or missing").ToResult();
        return await Whole(context, await support.Conversation(conversation).Claim(context.CallContext()).WithinDeadline(context), null, queries);
    }

    private static async Task<IResult> Close(HttpContext context, string id, SupportService support, ConversationQueries queries)
    {
        var participant = await SupportAccess.Participant(context, id, support);
        var body = await context.ReadBody<CloseConversationBody>(allowEmpty: true);
        var call = support.Conversation(participant.Conversation.Id).Close(context.CallContext(), participant.Side, Text(body.ResolutionNotes));
        return await Whole(context, await call.WithinDeadline(context), participant.Token, queries);
    }

    /// <summary>
    /// The number behind <c>?after=&lt;message id&gt;</c>, or null without one. An id that this conversation does not have yet comes from before a
    /// restored backup: its reader begins anew.
    /// </summary>
    /// <exception cref="ApiException">422: no id of a message of this conversation.</exception>
    public static long? After(HttpContext context, ConversationView conversation)
    {
        if (QueryReader.One(context, AfterParameter) is not { } text)
            return null;
        if (!MessageId.TryParse(text, out var of, out var version) || of != conversation.Id)
            throw new ApiException(ApiError.Invalid("The query has invalid parameters", FieldFault.Query("after", "must be the id of a message of this conversation")));
        return version <= conversation.Version ? version : null;
    }

    private static async Task<IResult> Whole(HttpContext context, Outcome<ConversationView> outcome, string? token, ConversationQueries queries)
    {
        var whole = outcome.Accepted ? await Whole(context, outcome.Value, token, queries) : null;
        return Answer.Of(context, outcome, _ => whole!);
    }

    private static async Task<ConversationAnswer> Whole(HttpContext context, ConversationView conversation, string? token, ConversationQueries queries) =>
        ConversationAnswer.Of(
            conversation,
            token,
            await queries.Context(conversation.Id, context.RequestAborted),
            await queries.Latest(conversation.Id, context.RequestAborted));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
