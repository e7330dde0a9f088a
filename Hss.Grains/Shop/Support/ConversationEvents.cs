using Hss.Grains.Entities;
using Hss.Interfaces.Shop.Support;

namespace Hss.Grains.Shop.Support;

/// <summary>A customer or guest opened the conversation. The context is here alone: it may be long, and never changes.</summary>
public sealed record ConversationOpened(
    string? CustomerId,
    [property: Secret] string? TokenDigest,
    [property: Personal] string? GuestName,
    [property: Personal] string? GuestEmail,
    ConversationContext Context,
    DateTimeOffset At) : IEntityEvent;

/// <summary>A message was added. People write addresses and phone numbers into messages, so texts are stored encrypted.</summary>
public sealed record MessagePosted(
    string Side, string? SenderId, [property: Personal] string? Body, PostedAttachment? Attachment, DateTimeOffset At) : IEntityEvent;

/// <summary>The file of a message.</summary>
public sealed record PostedAttachment(
    [property: Personal] string FileName, string MimeType, long Size, string Checksum, [property: Personal] string Path)
{
    /// <summary>A stored file in its event's form.</summary>
    public static PostedAttachment Of(StoredAttachment stored) => new(stored.FileName, stored.MimeType, stored.Size, stored.Checksum, stored.Path);

    /// <summary>The file as callers see it.</summary>
    public StoredAttachment ToStored() => new(FileName, MimeType, Size, Checksum, Path);
}

/// <summary>An agent took the conversation.</summary>
public sealed record ConversationClaimed(string AgentId, DateTimeOffset At) : IEntityEvent;

/// <summary>The conversation was closed for good.</summary>
public sealed record ConversationClosed(string Side, [property: Personal] string? Notes, DateTimeOffset At) : IEntityEvent;
