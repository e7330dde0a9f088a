using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;

namespace Hss.Grains.Shop.Support;

/// <summary>The statuses of a conversation.</summary>
public static class ConversationStatus
{
    /// <summary>It waits for an agent.</summary>
    public const string Open = "open";

    /// <summary>An agent has it.</summary>
    public const string Assigned = "assigned";

    /// <summary>The end.</summary>
    public const string Closed = "closed";
}

/// <summary>The rules of support conversations: one agent wins, nothing is said after the end, and who may take part.</summary>
public static class ConversationRules
{
    /// <summary>Longest message, in characters.</summary>
    public const int MaxMessage = 4000;

    /// <summary>Longest resolution notes, in characters.</summary>
    public const int MaxNotes = 2000;

    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Conversation not found");

    private static readonly Refusal IsClosed = new(ConversationCodes.Closed, "Conversation is closed");

    /// <summary>Opens the conversation, with its first message when there is one.</summary>
    public static Decision Open(ConversationState state, OpenConversation command, DateTimeOffset now)
    {
        if (state.Exists)
            return Decision.Refuse(RefusalCodes.Conflict, "The conversation's id is taken");
        if (command.FirstMessage is { } first && MistakeIn(first) is { } mistake)
            return mistake;
        var opened = new ConversationOpened(
            command.CustomerId, command.Token is { } token ? Digest(token) : null, command.GuestName, command.GuestEmail, command.Context with { CapturedAt = now }, now);
        return command.FirstMessage is null
            ? Decision.Accept(opened)
            : Decision.Accept(opened, new MessagePosted(ConversationSide.Customer, command.CustomerId, command.FirstMessage, null, now));
    }

    /// <summary>Gives the conversation to an agent, once ever.</summary>
    public static Decision Claim(ConversationState state, string agent, DateTimeOffset now) => state.Status == ConversationStatus.Open
        ? Decision.Accept(new ConversationClaimed(agent, now))
        : Decision.Refuse(RefusalCodes.Conflict, "Conversation already claimed or missing");

    /// <summary>Closes the conversation; closing a closed one changes nothing.</summary>
    public static Decision Close(ConversationState state, string side, string? notes, DateTimeOffset now) => state switch
    {
        { Exists: false } => NotFound,
        { Status: ConversationStatus.Closed } => Decision.Unchanged,
        _ => Decision.Accept(new ConversationClosed(side, notes, now)),
    };

    /// <summary>Adds a message: a text or a file.</summary>
    public static Decision Post(ConversationState state, PostMessage command, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        if (state.Status == ConversationStatus.Closed)
            return IsClosed;
        if (command.Attachment is null && MistakeIn(command.Body ?? "") is { } mistake)
            return mistake;
        return Decision.Accept(new MessagePosted(
            command.Side, command.SenderId, command.Body, command.Attachment is { } file ? PostedAttachment.Of(file) : null, now));
    }

    /// <summary>
    /// The side that somebody is on: their own conversation makes anybody a customer, the role makes an agent of all others', the guest's secret a
    /// customer; null for strangers.
    /// </summary>
    /// <param name="account">The signed-in account, or null.</param>
    /// <param name="isAgent">Whether it is a support agent.</param>
    /// <param name="token">The secret that was sent, or null.</param>
    public static string? SideOf(ConversationView conversation, string? account, bool isAgent, string? token)
    {
        if (conversation.CustomerId is { } owner && owner == account)
            return ConversationSide.Customer;
        if (isAgent)
            return ConversationSide.Agent;
        return conversation.TokenDigest is { } digest && token is not null && Matches(digest, token) ? ConversationSide.Customer : null;
    }

    /// <summary>The state after an event.</summary>
    public static ConversationState Apply(ConversationState state, IEntityEvent e) => (e switch
    {
        ConversationOpened o => state with
        {
            Status = ConversationStatus.Open,
            CustomerId = o.CustomerId,
            TokenDigest = o.TokenDigest,
            GuestName = o.GuestName,
            GuestEmail = o.GuestEmail,
            CreatedAt = o.At,
            UpdatedAt = o.At,
        },
        MessagePosted m => state with { LastMessageAt = m.At, UpdatedAt = m.At },
        ConversationClaimed c => state with { Status = ConversationStatus.Assigned, AgentId = c.AgentId, UpdatedAt = c.At },
        ConversationClosed c => state with { Status = ConversationStatus.Closed, ResolutionNotes = c.Notes, ClosedAt = c.At, UpdatedAt = c.At },
        _ => throw new InvalidOperationException($"A conversation has no event {e.GetType().Name}"),
    }) with
    { Events = state.Events + 1 };

    private static Refusal? MistakeIn(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return new(ConversationCodes.Message, "Message body is required");
        if (body.Length > MaxMessage)
            return new(ConversationCodes.Message, $"Message body is too long (limit {MaxMessage} characters)");
        return body.Contains('\0', StringComparison.Ordinal) ? new(ConversationCodes.Message, "Message body must not contain NUL characters") : null;
    }

    private static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static bool Matches(string digest, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digest), Encoding.ASCII.GetBytes(Digest(token)));
}
