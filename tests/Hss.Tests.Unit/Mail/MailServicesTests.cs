using Hss.Silo.Hosting;
using Hss.Silo.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Unit.Mail;

/// <summary>Which way mails go.</summary>
public sealed class MailServicesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-mail-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true, null, typeof(FolderSender))]
    [InlineData(true, "mail.example.org", typeof(SmtpSender))]
    [InlineData(false, "mail.example.org", typeof(SmtpSender))]
    [InlineData(false, null, typeof(NoSender))]
    public void Mails_GoByTheServer_ElseToFilesInDevelopmentOnly(bool development, string? host, Type sender)
    {
        using var services = new ServiceCollection().AddSingleton(Settings(development, host)).AddLogging().AddHssMail(Settings(development, host)).BuildServiceProvider();
        Assert.IsType(sender, services.GetRequiredService<IMailSender>());
    }

    [Fact]
    public async Task InDevelopment_AMailIsOneFile_AlsoWhenItIsSentTwice()
    {
        var sender = new FolderSender(Settings(development: true, host: null), NullLogger<FolderSender>.Instance);
        for (var i = 0; i < 2; i++)
            await sender.Send(new("e", "ada@example.org", "", "S", "T"), default);
        var file = Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_folder.FullName, FolderSender.Folder)));
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop@example.org", true)]
    [InlineData("Fashion Store <shop@example.org>", true)]
    [InlineData("shop", false)]
    public void ASender_IsAnAddress(string from, bool valid)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new("EMAIL_FROM", from)]).Build());
        MailSettings.Read(reader);
        Assert.Equal(valid ? [] : ["EMAIL_FROM: 'shop' is no e-mail address"], reader.Faults.ToArray());
    }

    private HssSettings Settings(bool development, string? host)
    {
        var key = $"k:{Convert.ToBase64String(new byte[32])}";
        return HssSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("HSS_DATA", _folder.FullName), new("HSS_SIGNING_KEYS", key), new("HSS_DATA_KEYS", key), new("SMTP_HOST", host),
            ]).Build(),
            development);
    }
}
