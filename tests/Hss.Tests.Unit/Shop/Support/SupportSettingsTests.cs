using Hss.Silo.Hosting;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Shop.Support;

public sealed class SupportSettingsTests
{
    private static readonly string Data = Path.Combine(Path.GetTempPath(), "hss-settings");

    private static SupportSettings Read(out string[] faults, params (string Name, string Value)[] settings)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
        var read = SupportSettings.Read(reader, Data);
        faults = [.. reader.Faults];
        return read;
    }

    [Fact]
    public void WithoutSettings_TheEarlierSystemsDefaultsHold()
    {
        var settings = Read(out var faults);

        Assert.Empty(faults);
        Assert.Equal(
            (Path.Combine(Data, "support_attachments"), 15L * 1024 * 1024, 50, 50),
            (settings.AttachmentFolder, settings.MaxAttachmentBytes, settings.HistoryLimit, settings.QueueLimit));
        Assert.Equal("image/,video/,application/pdf", string.Join(',', settings.MimePrefixes));
    }

    [Fact]
    public void EachSetting_IsRead()
    {
        var settings = Read(
            out var faults,
            ("SUPPORT_ATTACHMENT_DIR", "/srv/files"), ("SUPPORT_ATTACHMENT_MAX_MB", "2"), ("SUPPORT_ALLOWED_MIME_PREFIXES", "Image/png, text/"),
            ("SUPPORT_HISTORY_LIMIT", "7"), ("SUPPORT_QUEUE_LIMIT", "3"));

        Assert.Empty(faults);
        Assert.Equal(
            (Path.GetFullPath("/srv/files"), 2L * 1024 * 1024, 7, 3), (settings.AttachmentFolder, settings.MaxAttachmentBytes, settings.HistoryLimit, settings.QueueLimit));
        Assert.Equal("image/png,text/", string.Join(',', settings.MimePrefixes));
    }

    [Theory]
    [InlineData("SUPPORT_ATTACHMENT_MAX_MB", "0", "SUPPORT_ATTACHMENT_MAX_MB: '0' is no whole number from 1 to 1024")]
    [InlineData("SUPPORT_HISTORY_LIMIT", "all", "SUPPORT_HISTORY_LIMIT: 'all' is no whole number from 1 to 1000")]
    [InlineData("SUPPORT_QUEUE_LIMIT", "-1", "SUPPORT_QUEUE_LIMIT: '-1' is no whole number from 1 to 1000")]
    [InlineData("SUPPORT_ALLOWED_MIME_PREFIXES", "image/,audio/", "SUPPORT_ALLOWED_MIME_PREFIXES: 'audio/' begins none of ")]
    public void AWrongSetting_IsOneClearLine(string name, string value, string fault)
    {
        Read(out var faults, (name, value));

        Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsAFile_IsRefused()
    {
        var file = Path.GetTempFileName();
        try
        {
            Read(out var faults, ("SUPPORT_ATTACHMENT_DIR", file));
            Assert.Equal($"SUPPORT_ATTACHMENT_DIR: '{file}' is a file", Assert.Single(faults));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
