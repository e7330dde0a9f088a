using Hss.Grains.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>A notification's durable state: the fold of its events.</summary>
public sealed record NotificationState(string Id)
{
    /// <summary>In the inbox, not read.</summary>
    public const string Unread = "unread";

    /// <summary>In the inbox, read.</summary>
    public const string WasRead = "read";

    /// <summary>It was mailed only: the account wants no inbox.</summary>
    public const string Hidden = "hidden";

    /// <summary>Taken away.</summary>
    public const string Deleted = "deleted";

    /// <summary>Empty until it is made.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>One of <see cref="NotificationTypes"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>One line.</summary>
    public string Title { get; init; } = "";

    /// <summary>A sentence or two.</summary>
    public string Message { get; init; } = "";

    /// <summary>What it is about.</summary>
    public NotificationSubject Subject { get; init; } = new(null, null, null, null, null, null);

    /// <summary>Whether it came within quiet hours.</summary>
    public bool Quiet { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>A notification was made.</summary>
/// <param name="InApp">Whether it came into the inbox.</param>
/// <param name="Email">Whether it was mailed.</param>
/// <param name="Quiet">Whether it came within quiet hours.</param>
public sealed record NotificationMade(
    string AccountId, string Type, string Title, string Message, NotificationSubject Subject, bool InApp, bool Email, bool Quiet, DateTimeOffset At) : IEntityEvent;

/// <summary>It was read.</summary>
public sealed record NotificationRead(DateTimeOffset At) : IEntityEvent;

/// <summary>It was taken away.</summary>
public sealed record NotificationDeleted(DateTimeOffset At) : IEntityEvent;
