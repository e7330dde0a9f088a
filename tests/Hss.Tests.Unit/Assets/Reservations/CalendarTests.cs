using System.Text;
using Hss.Api.Assets.Reservations;

namespace Hss.Tests.Unit.Assets.Reservations;

public sealed class CalendarTests
{
    private static readonly DateTimeOffset From = new(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Calendar_HasTheFormOfRfc5545()
    {
        var calendar = new Calendar("Asset SRS-11-2026-0001");
        calendar.Add("r1@hss", From, From, From.AddHours(2), "Reserved: A, B; C\\D", "two\r\nlines\u0007");
        Assert.Equal(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//HSS//SAMS assets//EN\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:Asset SRS-11-2026-0001\r\n"
            + "BEGIN:VEVENT\r\nUID:r1@hss\r\nDTSTAMP:20261201T010000Z\r\nDTSTART:20261201T010000Z\r\nDTEND:20261201T030000Z\r\n"
            + "SUMMARY:Reserved: A\\, B\\; C\\\\D\r\nDESCRIPTION:two\\nlines\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            calendar.ToString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ä")]
    [InlineData("판")]
    [InlineData("🤖")]
    [InlineData(",")]
    public void LongLines_AreFoldedAt75Octets_BetweenCharacters_AndUnfoldToTheSame(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500));
        var calendar = new Calendar("c");
        calendar.Add("u", From, From, From, text, text);
        var document = calendar.ToString();
        Assert.All(document.Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.DoesNotContain("\ufffd", document, StringComparison.Ordinal);
        var escaped = text.Replace(",", "\\,", StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:{escaped}\r\nDESCRIPTION:{escaped}\r\n", document.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
