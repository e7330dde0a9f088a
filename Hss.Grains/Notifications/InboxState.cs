using Hss.Grains.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>An inbox's durable state: the fold of its events.</summary>
public sealed record InboxState(string Id)
{
    /// <summary>What the account wants.</summary>
    public NotificationPreferences Preferences { get; init; } = NotificationPreferences.Default;
}

/// <summary>The account wants something else; all of it as it is from now on.</summary>
public sealed record PreferencesChanged(NotificationPreferences Preferences, DateTimeOffset At) : IEntityEvent;
