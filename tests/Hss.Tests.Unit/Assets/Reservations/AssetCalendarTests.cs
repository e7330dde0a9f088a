using Hss.Api.Assets.Reservations;
using Hss.Interfaces.Assets;

namespace Hss.Tests.Unit.Assets.Reservations;

public sealed class AssetCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(48, "20261123T120000Z")]
    [InlineData(null, "20261122T120000Z")]
    [InlineData(-5, "20261121T120000Z")]
    public void Checkout_LastsUntilItsReturn_OneWithoutForADay_AnOverdueOneUntilNow(int? dueIn, string end)
    {
        var asset = Asset("u1", dueIn is { } hours ? Now.AddHours(hours) : null);
        var lines = AssetCalendar.Of(asset, Now.AddDays(-2), Now).Split("\r\n");
        Assert.Equal(["DTSTART:20261119T120000Z", $"DTEND:{end}"], lines.Where(l => l.StartsWith("DTSTART", StringComparison.Ordinal) || l.StartsWith("DTEND", StringComparison.Ordinal)));
        Assert.Contains("UID:checkout-w1@hss", lines);
        Assert.Contains("SUMMARY:Checked out: T-1 Laptop", lines);
    }

    [Fact]
    public void Calendar_HasWhatIsNotOver_AndNoCheckoutOfAFreeAsset()
    {
        var asset = Asset(null, null) with { Reservations = [new("over", "u1", Now.AddHours(-2), Now, null, Now), new("open", "u2", Now.AddHours(-1), Now.AddHours(1), null, Now)] };
        Assert.Equal(["UID:open@hss"], AssetCalendar.Of(asset, null, Now).Split("\r\n").Where(l => l.StartsWith("UID", StringComparison.Ordinal)));
    }

    private static AssetView Asset(string? holder, DateTimeOffset? due) => new(
        "a1", "T-1", new("Laptop", "c1", null, null, null, null, null, null, null, null), holder is null ? "available" : "assigned", holder, due, holder is null ? null : "w1", [], Now, Now, null, 1);
}
