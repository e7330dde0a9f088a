using System.Collections.Immutable;

namespace Hss.Interfaces.Notifications;

/// <summary>The sorts of notifications, as the contract spells them.</summary>
public static class NotificationTypes
{
    /// <summary>A task moved.</summary>
    public const string DeliveryUpdate = "DELIVERY_UPDATE";

    /// <summary>A request or return moved.</summary>
    public const string RequestStatus = "REQUEST_STATUS";

    /// <summary>Something that concerns the whole system.</summary>
    public const string SystemAlert = "SYSTEM_ALERT";

    /// <summary>A robot needs somebody.</summary>
    public const string RobotStatus = "ROBOT_STATUS";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [DeliveryUpdate, RequestStatus, SystemAlert, RobotStatus];
}

/// <summary>What a notification is about; null what is not concerned.</summary>
/// <param name="Status">The new status of it, or null.</param>
[GenerateSerializer, Alias("hss.notifications.subject"), Immutable]
public sealed record NotificationSubject(
    [property: Id(0)] string? RequestId,
    [property: Id(1)] string? ReturnId,
    [property: Id(2)] string? TaskId,
    [property: Id(3)] string? BookId,
    [property: Id(4)] string? RobotId,
    [property: Id(5)] string? Status);

/// <summary>A notification to make.</summary>
/// <param name="Id">The notification's own id: the same for every try.</param>
/// <param name="AccountId">Whose inbox.</param>
/// <param name="Email">The account's address of now, for a mail. Personal data.</param>
/// <param name="Type">One of <see cref="NotificationTypes"/>.</param>
[GenerateSerializer, Alias("hss.notifications.make"), Immutable]
public sealed record MakeNotification(
    [property: Id(0)] string Id,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Email,
    [property: Id(3)] string Type,
    [property: Id(4)] string Title,
    [property: Id(5)] string Message,
    [property: Id(6)] NotificationSubject Subject);

/// <summary>A notification as callers see it.</summary>
/// <param name="Quiet">Whether it came within quiet hours: programs make no sound for it.</param>
/// <param name="ReadAt">When it was read, or null.</param>
[GenerateSerializer, Alias("hss.notifications.view"), Immutable]
public sealed record NotificationView(
    [property: Id(0)] string Id,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Type,
    [property: Id(3)] string Title,
    [property: Id(4)] string Message,
    [property: Id(5)] NotificationSubject Subject,
    [property: Id(6)] bool Quiet,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset? ReadAt,
    [property: Id(9)] long Version);

/// <summary>A time of each day in which nobody is disturbed.</summary>
/// <param name="From">Its beginning on the zone's clocks, <c>HH:mm</c>.</param>
/// <param name="To">Its end, exclusive, <c>HH:mm</c>; earlier than the beginning means the next day.</param>
/// <param name="TimeZone">A name of the IANA database, such as <c>Europe/Berlin</c>.</param>
[GenerateSerializer, Alias("hss.notifications.quiet-hours"), Immutable]
public sealed record QuietHours([property: Id(0)] string From, [property: Id(1)] string To, [property: Id(2)] string TimeZone);

/// <summary>What an account wants to hear of and how.</summary>
/// <param name="InApp">Whether notifications come into the inbox and to open connections.</param>
/// <param name="Push">Whether devices are to be told. Kept for a program that does so: the server has no sender of its own.</param>
/// <param name="Email">Whether they are mailed.</param>
/// <param name="Muted">Types that the account does not want at all, in the order of <see cref="NotificationTypes.All"/>.</param>
/// <param name="QuietHours">When nothing is mailed or pushed, or null.</param>
[GenerateSerializer, Alias("hss.notifications.preferences"), Immutable]
public sealed record NotificationPreferences(
    [property: Id(0)] bool InApp,
    [property: Id(1)] bool Push,
    [property: Id(2)] bool Email,
    [property: Id(3)] ImmutableArray<string> Muted,
    [property: Id(4)] QuietHours? QuietHours)
{
    /// <summary>Before the account says anything: everything into the inbox, nothing by mail.</summary>
    public static readonly NotificationPreferences Default = new(InApp: true, Push: true, Email: false, [], null);
}

/// <summary>A change of preferences: null leaves what was.</summary>
/// <param name="Types">Types that are wanted or not; the others stay.</param>
/// <param name="SetsQuietHours">Whether <paramref name="QuietHours"/> counts; null then ends them.</param>
[GenerateSerializer, Alias("hss.notifications.preferences-change"), Immutable]
public sealed record PreferencesChange(
    [property: Id(0)] bool? InApp,
    [property: Id(1)] bool? Push,
    [property: Id(2)] bool? Email,
    [property: Id(3)] ImmutableArray<TypeWanted> Types,
    [property: Id(4)] bool SetsQuietHours,
    [property: Id(5)] QuietHours? QuietHours);

/// <summary>Whether a type is wanted.</summary>
[GenerateSerializer, Alias("hss.notifications.type-wanted"), Immutable]
public sealed record TypeWanted([property: Id(0)] string Type, [property: Id(1)] bool Wanted);

/// <summary>Preferences with their version.</summary>
[GenerateSerializer, Alias("hss.notifications.inbox-view"), Immutable]
public sealed record InboxView([property: Id(0)] NotificationPreferences Preferences, [property: Id(1)] long Version);
