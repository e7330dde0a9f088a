using System.Text;
using Hss.Grains.Files;

namespace Hss.Tests.Unit.Files;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("474946383761", "image/gif")]
    [InlineData("524946461234567857454250", "image/webp")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("00000018667479706D696631", "image/heic")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("", null)]
    [InlineData("FFD8", null)]
    [InlineData("89504E470D0A1A", null)]
    [InlineData("524946461234567857415645", null)] // RIFF WAVE
    [InlineData("000000186674797069736F6D", null)] // an MP4
    [InlineData("3C68746D6C3E", null)] // <html>
    [InlineData("4D5A900003000000", null)] // a program
    [InlineData("504B030414000000", null)] // a zip
    public void Recognise_GoesByTheFirstBytesAlone(string hex, string? type) => Assert.Equal(type, FileType.Recognise(Convert.FromHexString(hex)));

    [Fact]
    public void UploadKeys_AreReadBack()
    {
        const string id = "00112233445566778899aabbccddeeff";
        foreach (var type in FileType.All)
        {
            Assert.True(UploadKey.TryParse(UploadKey.Of(id, type.ContentType), out var parsed));
            Assert.Equal(id, parsed);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("uploads/")]
    [InlineData("uploads/00112233445566778899aabbccddeeff")]
    [InlineData("uploads/00112233445566778899aabbccddeeff.")]
    [InlineData("uploads/00112233445566778899aabbccddeeff.exe")]
    [InlineData("uploads/00112233445566778899aabbccddeeff.png/../../hss.db")]
    [InlineData("uploads/00112233445566778899AABBCCDDEEFF.png")]
    [InlineData("uploads/../../etc/passwd0000000000000000.png")]
    [InlineData("/uploads/00112233445566778899aabbccddeeff.png")]
    [InlineData("photos/00112233445566778899aabbccddeeff.png")]
    [InlineData("uploads/00112233445566778899aabbccddeef\0.png")]
    public void UploadKeys_ThatAreNotOurs_LeadNowhere(string? key)
    {
        Assert.False(UploadKey.TryParse(key, out var id), Encoding.UTF8.GetByteCount(key ?? "") + " bytes");
        Assert.Null(id);
    }
}
