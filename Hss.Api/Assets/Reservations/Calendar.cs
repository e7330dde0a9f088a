using System.Globalization;
using System.Text;

namespace Hss.Api.Assets.Reservations;

/// <summary>Writes an iCalendar document (RFC 5545): CRLF after each line, lines folded at 75 octets, texts escaped, times in UTC.</summary>
public sealed class Calendar
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/calendar";

    private const int MaxOctets = 75;
    private const string End = "\r\n";

    private readonly StringBuilder _text = new();

    /// <summary>Begins it.</summary>
    /// <param name="name">What programs show as its name.</param>
    public Calendar(string name)
    {
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//HSS//SAMS assets//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("X-WR-CALNAME", Escaped(name));
    }

    /// <summary>Adds an event.</summary>
    /// <param name="id">Unique for ever, and the same each time that this event is written.</param>
    /// <param name="stamp">When it was last changed.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public void Add(string id, DateTimeOffset stamp, DateTimeOffset from, DateTimeOffset to, string summary, string? description)
    {
        Line("BEGIN", "VEVENT");
        Line("UID", Escaped(id));
        Line("DTSTAMP", Utc(stamp));
        Line("DTSTART", Utc(from));
        Line("DTEND", Utc(to));
        Line("SUMMARY", Escaped(summary));
        if (description is not null)
            Line("DESCRIPTION", Escaped(description));
        Line("END", "VEVENT");
    }

    /// <summary>The whole document.</summary>
    public override string ToString() => $"{_text}END:VCALENDAR{End}";

    private void Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _text.Append(End).Append(' ');
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append(End);
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                escaped.Append("\\n");
            else if (rune.Value is '\\' or ';' or ',')
                escaped.Append('\\').Append(rune);
            else if (!Rune.IsControl(rune) || rune.Value == '\t')
                escaped.Append(rune);
        }

        return escaped.ToString();
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
