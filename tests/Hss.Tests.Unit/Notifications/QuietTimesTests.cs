using System.Globalization;
using Hss.Grains.Notifications;
using Hss.Interfaces.Notifications;

namespace Hss.Tests.Unit.Notifications;

public sealed class QuietTimesTests
{
    [Theory]
    [InlineData("22:00", "07:00", "21:59", false)]
    [InlineData("22:00", "07:00", "22:00", true)]
    [InlineData("22:00", "07:00", "23:59", true)]
    [InlineData("22:00", "07:00", "00:00", true)]
    [InlineData("22:00", "07:00", "06:59", true)]
    [InlineData("22:00", "07:00", "07:00", false)]
    [InlineData("13:00", "14:30", "12:59", false)]
    [InlineData("13:00", "14:30", "13:00", true)]
    [InlineData("13:00", "14:30", "14:29", true)]
    [InlineData("13:00", "14:30", "14:30", false)]
    [InlineData("00:00", "23:59", "23:58", true)]
    [InlineData("00:00", "23:59", "23:59", false)]
    public void Cover_FromTheBeginningToBeforeTheEnd_AlsoOverMidnight(string from, string to, string clock, bool quiet) =>
        Assert.Equal(quiet, QuietTimes.Cover(new(from, to, "UTC"), At($"2026-06-01T{clock}:30Z")));

    // In Berlin the clocks skip from 2:00 to 3:00 on 29 March 2026 (1:00 UTC), and go back from 3:00 to 2:00 on 25 October (1:00 UTC).
    [Theory]
    [InlineData("2026-01-10T20:59:59Z", false)]
    [InlineData("2026-01-10T21:00:00Z", true)]
    [InlineData("2026-07-10T19:59:59Z", false)]
    [InlineData("2026-07-10T20:00:00Z", true)]
    [InlineData("2026-03-29T04:59:59Z", true)]
    [InlineData("2026-03-29T05:00:00Z", false)]
    [InlineData("2026-10-25T05:59:59Z", true)]
    [InlineData("2026-10-25T06:00:00Z", false)]
    public void Cover_GoesByTheClocksOfTheZone_InSummerAndWinter(string now, bool quiet) =>
        Assert.Equal(quiet, QuietTimes.Cover(new("22:00", "07:00", "Europe/Berlin"), At(now)));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", false)]
    [InlineData("2026-03-29T01:00:00Z", false)]
    [InlineData("2026-10-25T00:00:00Z", true)]
    [InlineData("2026-10-25T01:59:59Z", true)]
    [InlineData("2026-10-25T02:00:00Z", false)]
    public void Cover_TheHourThatIsSkippedNeverComes_AndTheOneThatComesTwiceIsQuietTwice(string now, bool quiet) =>
        Assert.Equal(quiet, QuietTimes.Cover(new("02:00", "03:00", "Europe/Berlin"), At(now)));

    [Fact]
    public void Cover_WorksForZonesOfHalfHours_AndFarAhead()
    {
        Assert.True(QuietTimes.Cover(new("22:00", "07:00", "Asia/Kolkata"), At("2026-06-01T16:30:00Z")));
        Assert.False(QuietTimes.Cover(new("22:00", "07:00", "Asia/Kolkata"), At("2026-06-01T16:29:59Z")));
        Assert.True(QuietTimes.Cover(new("22:00", "07:00", "Pacific/Kiritimati"), At("2026-06-01T08:00:00Z")));
    }

    [Fact]
    public void Cover_OfAZoneThatThisMachineDoesNotKnow_TakesItForUtc() =>
        Assert.True(QuietTimes.Cover(new("22:00", "07:00", "Mars/Olympus"), At("2026-06-01T22:00:00Z")));

    [Theory]
    [InlineData("22:00", "07:00", "Europe/Berlin", "")]
    [InlineData("22:00", "07:00", "UTC", "")]
    [InlineData("22", "7:00", "Europe/Berlin", "from to")]
    [InlineData("24:00", "-1:00", "Europe/Berlin", "from to")]
    [InlineData("22:00:00", "07:00", "Europe/Berlin", "from")]
    [InlineData("22:00", "22:00", "Europe/Berlin", "to")]
    [InlineData("22:00", "07:00", "Berlin", "time_zone")]
    [InlineData("22:00", "07:00", "", "time_zone")]
    [InlineData("22:00", "07:00", "../../etc/passwd", "time_zone")]
    [InlineData("", "", "W. Europe Standard Time", "from to time_zone")]
    public void Faults_NameEachFieldThatIsWrong(string from, string to, string zone, string fields) =>
        Assert.Equal(fields, string.Join(' ', QuietTimes.Faults(new QuietHours(from, to, zone)).Select(f => f.Field)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
