using Hss.Grains.Entities;

namespace Hss.Grains.Shop.Support;

/// <summary>A conversation's durable state: the fold of its events, without the messages and the context, which are read from the events.</summary>
public sealed record ConversationState(string Id)
{
    /// <summary>Empty until the conversation is opened.</summary>
    public string Status { get; init; } = "";

    /// <summary>The account that it belongs to, or null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>SHA-256 (lower-case hex) of the guest's secret.</summary>
    [Secret]
    public string? TokenDigest { get; init; }

    /// <summary>How the customer wants to be called.</summary>
    [Personal]
    public string? GuestName { get; init; }

    /// <summary>Where an answer reaches the customer later.</summary>
    [Personal]
    public string? GuestEmail { get; init; }

    /// <summary>The agent who took it.</summary>
    public string? AgentId { get; init; }

    /// <summary>When the last message came.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What came out.</summary>
    [Personal]
    public string? ResolutionNotes { get; init; }

    /// <summary>How many events there were: the number of the last one, which makes message ids.</summary>
    public long Events { get; init; }

    /// <summary>Whether it was opened.</summary>
    public bool Exists => Status.Length > 0;
}
