using System.Globalization;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>
/// Quiet hours go by what the clocks of their zone show: the hour that they go back twice is quiet twice, the one that they skip never comes. They
/// may go over midnight.
/// </summary>
public static class QuietTimes
{
    /// <summary>How times are written.</summary>
    public const string Format = "HH:mm";

    /// <summary>The longest name of a time zone that is looked up.</summary>
    public const int MaxZone = 64;

    /// <summary>Whether the time is within the quiet hours. A zone that this machine does not know is taken for UTC.</summary>
    public static bool Cover(QuietHours hours, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var clock = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Parse(hours.From) is { } from && Parse(hours.To) is { } to && clock.IsBetween(from, to);
    }

    /// <summary>The fields of quiet hours that are none, with what each must be; by their names on the wire.</summary>
    public static IEnumerable<(string Field, string Phrase)> Faults(QuietHours hours)
    {
        if (Parse(hours.From) is null)
            yield return ("from", "must be a time such as 22:00");
        if (Parse(hours.To) is null)
            yield return ("to", "must be a time such as 07:00");
        else if (hours.From == hours.To)
            yield return ("to", "must be another time than from");
        if (hours.TimeZone.Length > MaxZone || !TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out var zone) || !zone.HasIanaId)
            yield return ("time_zone", "must be the name of a time zone such as Europe/Berlin");
    }

    private static TimeOnly? Parse(string text) => TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
