using Hss.Grains.Assets.Registry;

namespace Hss.Tests.Unit.Assets.Registry;

public sealed class AssetTagsTests
{
    [Theory]
    [InlineData("LAPTOP", 2026, 1, "SRS-LAPTOP-2026-0001")]
    [InlineData("11", 2024, 9_999, "SRS-11-2024-9999")]
    [InlineData("A-B", 2024, 10_000, "SRS-A-B-2024-10000")]
    [InlineData("A", 987, 42, "SRS-A-0987-0042")]
    public void Of_HasFourDigits_AndMoreOnlyWhenTheyAreNeeded_AndReadsBack(string code, int year, long number, string tag)
    {
        Assert.Equal(tag, AssetTags.Of(code, year, number));
        Assert.Equal((AssetTags.Series(code, year), number), AssetTags.Read(tag));
    }

    [Theory]
    [InlineData("SRS-LAPTOP-2026-001")]
    [InlineData("SRS-LAPTOP-2026-00001")]
    [InlineData("SRS-LAPTOP-2026-0000")]
    [InlineData("SRS-LAPTOP-2026-12345678")]
    [InlineData("SRS-LAPTOP-2026-0001 ")]
    [InlineData("SRS--2026-0001")]
    [InlineData("srs-LAPTOP-2026-0001")]
    [InlineData("SRS-LAPTOP-26-0001")]
    [InlineData("SRS-LAPTOP-2026-٠٠٠١")]
    [InlineData("XSRS-LAPTOP-2026-0001")]
    [InlineData("INV-1")]
    [InlineData("")]
    public void Read_OfATagThatIsNeverGiven_IsNothing(string tag) => Assert.Null(AssetTags.Read(tag));

    [Fact]
    public void Normal_Trims() => Assert.Equal("A-1", AssetTags.Normal(" A-1\t"));

    [Fact]
    public void Year_IsThatOfThePurchase_ElseThisOne_InUtc()
    {
        var now = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(2026, AssetTags.Year(null, now));
        Assert.Equal(2023, AssetTags.Year(new DateTimeOffset(2024, 1, 1, 5, 0, 0, TimeSpan.FromHours(9)), now));
    }
}
