using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop.Support;

/// <summary>One conversation of a customer or guest with the store's support, keyed by its uuid. Everybody sees its messages in one order.</summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.conversation")]
public interface IConversationGrain : IEntityGrain
{
    /// <summary>Opens the conversation, with its first message when there is one.</summary>
    [Alias("open")]
    Task<Outcome<ConversationView>> Open(CallContext context, OpenConversation command);

    /// <summary>The calling agent takes the conversation. One agent ever gets it; all others are refused.</summary>
    [Alias("claim")]
    Task<Outcome<ConversationView>> Claim(CallContext context);

    /// <summary>Closes the conversation for good. Closing a closed one changes nothing.</summary>
    /// <param name="side">Who closes: one of <see cref="ConversationSide"/>.</param>
    [Alias("close")]
    Task<Outcome<ConversationView>> Close(CallContext context, string side, string? notes);

    /// <summary>Adds a message. Refused with <see cref="ConversationCodes.Closed"/> when the conversation is closed.</summary>
    [Alias("post")]
    Task<Outcome<MessageView>> Post(CallContext context, PostMessage command);

    /// <summary>The committed conversation without its messages, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ConversationView?> Get();
}

/// <summary>The refusal codes of conversations beside the common ones.</summary>
public static class ConversationCodes
{
    /// <summary>The conversation is closed (400).</summary>
    public const string Closed = "conversation_closed";

    /// <summary>The body is missing, too long or no text (400; an error frame on the socket).</summary>
    public const string Message = "message_invalid";
}

/// <summary>The sides of a conversation, as messages name their sender.</summary>
public static class ConversationSide
{
    /// <summary>A support agent.</summary>
    public const string Agent = "agent";

    /// <summary>The customer or guest whose conversation it is.</summary>
    public const string Customer = "customer";
}

/// <summary>A conversation to open.</summary>
/// <param name="CustomerId">The account, or null for a guest.</param>
/// <param name="Token">The guest's secret (uuid), or null with an account. Only its digest is kept.</param>
/// <param name="FirstMessage">What the customer says first, or null.</param>
/// <param name="Context">What the customer had before them.</param>
[GenerateSerializer, Alias("hss.shop.open-conversation"), Immutable]
public sealed record OpenConversation(
    [property: Id(0)] string? CustomerId,
    [property: Id(1)] string? Token,
    [property: Id(2)] string? GuestName,
    [property: Id(3)] string? GuestEmail,
    [property: Id(4)] string? FirstMessage,
    [property: Id(5)] ConversationContext Context);

/// <summary>What the customer had before them when the conversation began; it never changes.</summary>
[GenerateSerializer, Alias("hss.shop.conversation-context"), Immutable]
public sealed record ConversationContext(
    [property: Id(0)] ImmutableArray<ContextItem> CartItems,
    [property: Id(1)] ImmutableArray<ContextOrder> Orders,
    [property: Id(2)] ImmutableArray<ContextItem> WishListItems,
    [property: Id(3)] DateTimeOffset CapturedAt);

/// <summary>A product in a cart or wish list, as the customer's program showed it.</summary>
/// <param name="Price">Cents.</param>
/// <param name="Quantity">Null in a wish list.</param>
/// <param name="TotalPrice">Cents.</param>
[GenerateSerializer, Alias("hss.shop.context-item"), Immutable]
public sealed record ContextItem(
    [property: Id(0)] long ProductId,
    [property: Id(1)] string Name,
    [property: Id(2)] long Price,
    [property: Id(3)] int? Quantity,
    [property: Id(4)] long? TotalPrice,
    [property: Id(5)] string? Image,
    [property: Id(6)] string? Model,
    [property: Id(7)] string? Category);

/// <summary>One of the customer's orders.</summary>
/// <param name="Total">Cents.</param>
/// <param name="Items">Units in all lines.</param>
[GenerateSerializer, Alias("hss.shop.context-order"), Immutable]
public sealed record ContextOrder(
    [property: Id(0)] long OrderId,
    [property: Id(1)] string Status,
    [property: Id(2)] long Total,
    [property: Id(3)] long Items,
    [property: Id(4)] DateTimeOffset CreatedAt);

/// <summary>A message to add: a text, or a file.</summary>
/// <param name="Side">One of <see cref="ConversationSide"/>.</param>
/// <param name="SenderId">The sender's account, or null for a guest.</param>
[GenerateSerializer, Alias("hss.shop.post-message"), Immutable]
public sealed record PostMessage(
    [property: Id(0)] string Side, [property: Id(1)] string? SenderId, [property: Id(2)] string? Body, [property: Id(3)] StoredAttachment? Attachment);

/// <summary>A file that came with a message, as it is stored.</summary>
/// <param name="MimeType">What its content shows.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">SHA-256 of its content, lower-case hex.</param>
/// <param name="Path">Where it is below the folder of attachments, with slashes.</param>
[GenerateSerializer, Alias("hss.shop.stored-attachment"), Immutable]
public sealed record StoredAttachment(
    [property: Id(0)] string FileName,
    [property: Id(1)] string MimeType,
    [property: Id(2)] long Size,
    [property: Id(3)] string Checksum,
    [property: Id(4)] string Path);

/// <summary>A message as the server sees it.</summary>
/// <param name="Id">Its uuid; an attachment has the id of its message.</param>
[GenerateSerializer, Alias("hss.shop.message-view"), Immutable]
public sealed record MessageView(
    [property: Id(0)] string Id,
    [property: Id(1)] string ConversationId,
    [property: Id(2)] string Side,
    [property: Id(3)] string? SenderId,
    [property: Id(4)] string? Body,
    [property: Id(5)] StoredAttachment? Attachment,
    [property: Id(6)] DateTimeOffset At);

/// <summary>A conversation as the server sees it; the messages are read beside it.</summary>
/// <param name="Token">Only in the answer to opening it: the guest's secret.</param>
/// <param name="TokenDigest">SHA-256 (lower-case hex) of the guest's secret, or null with an account.</param>
[GenerateSerializer, Alias("hss.shop.conversation-view"), Immutable]
public sealed record ConversationView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Status,
    [property: Id(2)] string? CustomerId,
    [property: Id(3)] string? Token,
    [property: Id(4)] string? TokenDigest,
    [property: Id(5)] string? AgentId,
    [property: Id(6)] string? GuestName,
    [property: Id(7)] string? GuestEmail,
    [property: Id(8)] DateTimeOffset? LastMessageAt,
    [property: Id(9)] DateTimeOffset CreatedAt,
    [property: Id(10)] DateTimeOffset UpdatedAt,
    [property: Id(11)] DateTimeOffset? ClosedAt,
    [property: Id(12)] string? ResolutionNotes,
    [property: Id(13)] long Version);

/// <summary>Somebody types: goes to those who are connected at this moment, and is stored nowhere.</summary>
[GenerateSerializer, Alias("hss.shop.typing-mark"), Immutable]
public sealed record TypingMark([property: Id(0)] string ConversationId, [property: Id(1)] string Side);
