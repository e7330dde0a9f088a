using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hss.Api.Library;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Notifications;
using Hss.Interfaces.Notifications;

namespace Hss.Api.Notifications;

/// <summary>A notification.</summary>
/// <param name="NotificationType">DELIVERY_UPDATE, REQUEST_STATUS, SYSTEM_ALERT or ROBOT_STATUS.</param>
/// <param name="Payload">What it is about.</param>
/// <param name="Quiet">Whether it came within quiet hours: make no sound for it.</param>
[SchemaName("Notification")]
public sealed record NotificationAnswer(
    string Id,
    string UserId,
    string NotificationType,
    string Title,
    string Message,
    NotificationPayload Payload,
    bool Quiet,
    bool IsRead,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReadAt)
{
    /// <summary>The answer for a notification.</summary>
    public static NotificationAnswer Of(NotificationView n) =>
        new(n.Id, n.AccountId, n.Type, n.Title, n.Message, NotificationPayload.Of(n.Subject), n.Quiet, n.ReadAt is not null, n.CreatedAt, n.ReadAt);
}

/// <summary>What a notification is about; null what is not concerned.</summary>
/// <param name="Status">The new status of it.</param>
[SchemaName("NotificationPayload")]
public sealed record NotificationPayload(string? RequestId, string? ReturnId, string? TaskId, string? BookId, string? RobotId, string? Status)
{
    /// <summary>The payload for a subject.</summary>
    public static NotificationPayload Of(NotificationSubject s) => new(s.RequestId, s.ReturnId, s.TaskId, s.BookId, s.RobotId, s.Status);
}

/// <summary>A page of an inbox.</summary>
/// <param name="Success">Always true.</param>
/// <param name="UnreadCount">How many of the whole inbox are unread, whatever the filter.</param>
[SchemaName("NotificationList")]
public sealed record NotificationListAnswer(
    bool Success, ImmutableArray<NotificationAnswer> Data, LunaPagination Pagination, long UnreadCount, LunaMeta Meta);

/// <summary>What came of reading all.</summary>
/// <param name="MarkedRead">How many were unread.</param>
[SchemaName("NotificationsRead")]
public sealed record ReadAllAnswer(long MarkedRead);

/// <summary>What the account wants to hear of and how.</summary>
/// <param name="InApp">Whether notifications come into the inbox and to open connections.</param>
/// <param name="Push">Whether devices are to be told; kept for programs that do so, the server sends none.</param>
/// <param name="Email">Whether they are mailed.</param>
/// <param name="QuietHours">When nothing is mailed or pushed, or null.</param>
[SchemaName("NotificationPreferences")]
public sealed record PreferencesAnswer(bool InApp, bool Push, bool Email, TypesAnswer Types, QuietHoursAnswer? QuietHours)
{
    /// <summary>The answer for preferences.</summary>
    public static PreferencesAnswer Of(NotificationPreferences p) => new(
        p.InApp,
        p.Push,
        p.Email,
        new(
            !p.Muted.Contains(NotificationTypes.DeliveryUpdate),
            !p.Muted.Contains(NotificationTypes.RequestStatus),
            !p.Muted.Contains(NotificationTypes.SystemAlert),
            !p.Muted.Contains(NotificationTypes.RobotStatus)),
        p.QuietHours is { } q ? new(q.From, q.To, q.TimeZone) : null);
}

/// <summary>Which types the account wants.</summary>
[SchemaName("NotificationTypes")]
public sealed record TypesAnswer(
    [property: JsonPropertyName(NotificationTypes.DeliveryUpdate)] bool DeliveryUpdate,
    [property: JsonPropertyName(NotificationTypes.RequestStatus)] bool RequestStatus,
    [property: JsonPropertyName(NotificationTypes.SystemAlert)] bool SystemAlert,
    [property: JsonPropertyName(NotificationTypes.RobotStatus)] bool RobotStatus);

/// <summary>Quiet hours.</summary>
/// <param name="From">Their beginning on the zone's clocks, <c>22:00</c>.</param>
/// <param name="To">Their end, exclusive.</param>
/// <param name="TimeZone">A name of the IANA database.</param>
[SchemaName("QuietHours")]
public sealed record QuietHoursAnswer(string From, string To, string TimeZone);

/// <summary>A change of preferences: what is not named stays.</summary>
[SchemaName("NotificationPreferencesUpdate")]
public sealed record PreferencesBody
{
    /// <summary>Whether notifications come into the inbox and to open connections.</summary>
    public bool? InApp { get; init; }

    /// <summary>Whether devices are to be told; kept for programs that do so, the server sends none.</summary>
    public bool? Push { get; init; }

    /// <summary>Whether they are mailed.</summary>
    public bool? Email { get; init; }

    /// <summary><c>{"ROBOT_STATUS":false}</c>: whether a type is wanted at all.</summary>
    public Dictionary<string, JsonElement>? Types { get; init; }

    /// <summary>When nothing is mailed or pushed; null ends them.</summary>
    [NullTakesAway]
    public QuietHoursBody? QuietHours { get; init; }
}

/// <summary>Quiet hours to keep.</summary>
[SchemaName("QuietHoursUpdate")]
public sealed record QuietHoursBody
{
    private const int TimeLength = 5;

    /// <summary>Their beginning on the zone's clocks, <c>22:00</c>.</summary>
    [Required, StringLength(TimeLength)]
    public string? From { get; init; }

    /// <summary>Their end, exclusive, <c>07:00</c>; earlier than the beginning means the next day.</summary>
    [Required, StringLength(TimeLength)]
    public string? To { get; init; }

    /// <summary>A name of the IANA database, <c>Europe/Berlin</c>.</summary>
    [Required, StringLength(QuietTimes.MaxZone)]
    public string? TimeZone { get; init; }
}
