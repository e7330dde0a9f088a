using System.Collections.Immutable;
using System.Text;
using Hss.Grains.Shop.Support;

namespace Hss.Tests.Unit.Shop.Support;

public sealed class AttachmentTypeTests
{
    private static readonly ImmutableArray<string> Default = ["image/", "video/", "application/pdf"];

    public static TheoryData<string, byte[]> Known => new()
    {
        { "image/png", [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8, 0, 0] },
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "image/gif", [.. "GIF89a"u8] },
        { "image/webp", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8] },
        { "image/bmp", [.. "BM"u8, 1, 2, 3, 4, 0, 0, 0, 0, 54] },
        { "image/tiff", [.. "II"u8, 0x2A, 0, 8] },
        { "image/tiff", [.. "MM"u8, 0, 0x2A, 8] },
        { "image/heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0] },
        { "image/avif", [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0] },
        { "video/mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0] },
        { "video/quicktime", [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0, 0, 0] },
        { "video/3gpp", [0, 0, 0, 20, .. "ftyp3gp5"u8, 0, 0, 0, 0] },
        { "video/webm", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8] },
        { "video/x-matroska", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x88, .. "matroska"u8] },
        { "video/x-msvideo", [.. "RIFF"u8, 1, 2, 3, 4, .. "AVI LIST"u8] },
        { "video/mpeg", [0, 0, 1, 0xBA, 0x44] },
        { "video/ogg", [.. "OggS"u8, 0, 2, 0x80, .. "theora"u8] },
        { "application/pdf", [.. "%PDF-1.7"u8] },
        { "application/zip", [.. "PK"u8, 3, 4, 20] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Recognise_TellsTheTypeByTheFirstBytes(string type, byte[] head)
    {
        Assert.Equal(type, AttachmentType.Recognise(head));
        Assert.Contains(type, AttachmentType.All);
        for (var length = 0; length < head.Length; length++)
            _ = AttachmentType.Recognise(head.AsSpan(0, length));
    }

    [Theory]
    [InlineData("image/png", "<html><script>alert(1)</script>", "application/octet-stream", false)]
    [InlineData("image/svg+xml", "<svg onload='alert(1)'/>", "application/octet-stream", false)]
    [InlineData("text/html", "%PDF-1.7", "text/html", false)]
    [InlineData("", "%PDF-1.7", "application/octet-stream", false)]
    [InlineData("application/pdf", "%PDF-1.7", "application/pdf", true)]
    [InlineData("IMAGE/PNG; name=x", "GIF89a", "image/gif", true)]
    [InlineData("image/png", "", "application/octet-stream", false)]
    public void Judge_AllowsWhatIsCalledAndIsAllowed(string declared, string content, string type, bool allowed) =>
        Assert.Equal((type, allowed), AttachmentType.Judge(declared, Encoding.UTF8.GetBytes(content), Default));

    [Fact]
    public void Judge_TakesTextOnlyWhereTextIsAllowed_AndItIsText()
    {
        Assert.Equal(("text/plain", true), AttachmentType.Judge("text/csv", "a;b\r\nö;ü\n"u8, ["text/"]));
        Assert.Equal(("application/octet-stream", false), AttachmentType.Judge("text/plain", [1, 2, 3], ["text/"]));
        Assert.False(AttachmentType.Judge("text/plain", "a"u8, Default).Allowed);
    }
}
