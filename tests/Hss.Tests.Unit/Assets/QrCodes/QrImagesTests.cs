using Hss.Silo.Assets.QrCodes;
using Hss.Silo.Hosting;
using Hss.Tests.Shared.QrCodes;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Assets.QrCodes;

public sealed class QrImagesTests
{
    private const string Id = "0b6f8f0e-6f7a-4f0a-9a51-0c6c9a3f6d11";

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task Image_IsReadAsTheAssetsAddress_AndItsModulesAreAThirtyThirdOfTheSize(int size)
    {
        var reading = await QrReader.Read(new QrImages(new("http://localhost:5173/assets")).Png(Id, size));
        Assert.Equal($"http://localhost:5173/assets/{Id}", reading.Text);
        // Version 4 holds this address at level L: 33 modules, and a border of two.
        Assert.Equal((4, size / 33 * 37, size / 33 * 37), (reading.Version, reading.Width, reading.Height));
        Assert.InRange(reading.Left, (size / 33 * 2) - 1, (size / 33 * 2) + 1);
    }

    [Fact]
    public async Task Image_OfTheLongestAddress_IsRead()
    {
        var pages = $"https://example.org/{new string('x', 473)}/assets";
        Assert.Equal($"{pages}/{Id}", (await QrReader.Read(new QrImages(new(pages)).Png(Id, 300))).Text);
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5173/assets")]
    [InlineData("https://a.example/assets/", null, "https://a.example/assets")]
    [InlineData("https://a.example", "https://b.example", "https://a.example/assets")]
    [InlineData(null, "https://b.example/", "https://b.example/assets")]
    public void AssetPages_AreThoseOfTheSettings(string? own, string? frontend, string pages) => Assert.Equal(pages, Read(own, frontend).Settings.AssetPages);

    [Theory]
    [InlineData("assets")]
    [InlineData("ftp://a.example")]
    [InlineData("https://a.example/?x=1")]
    public void AssetPages_ThatAreNoAddress_AreAFault(string address)
    {
        Assert.StartsWith("QR_CODE_BASE_URL: ", Assert.Single(Read(address, null).Faults), StringComparison.Ordinal);
        Assert.StartsWith("APP_FRONTEND_URL: ", Assert.Single(Read(null, address).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Id)]
    [InlineData($" {Id} ")]
    [InlineData("0B6F8F0E-6F7A-4F0A-9A51-0C6C9A3F6D11")]
    [InlineData($"http://localhost:5173/assets/{Id}")]
    [InlineData($"http://localhost:5173/assets/{Id}/?from=label&x=/y")]
    [InlineData($"https://elsewhere.example/{Id}#top")]
    public void Data_OfAReader_HasTheId(string data) => Assert.Equal(Id, QrImages.IdIn(data));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("?x")]
    [InlineData("http://localhost/assets/")]
    [InlineData("nonsense")]
    public void Data_WithoutAnId_HasNone(string data) => Assert.False(Guid.TryParse(QrImages.IdIn(data), out _));

    private static (QrCodeSettings Settings, IReadOnlyList<string> Faults) Read(string? own, string? frontend)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new("QR_CODE_BASE_URL", own), new("APP_FRONTEND_URL", frontend)]).Build());
        return (QrCodeSettings.Read(reader), reader.Faults);
    }
}
