using System.Net.Mail;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Mail;

/// <summary>Writes mails as <c>.eml</c> files under <c>&lt;data&gt;/mail</c>, for Development without a mail server.</summary>
public sealed class FolderSender(HssSettings settings, ILogger<FolderSender> log) : IMailSender
{
    /// <summary>The folder within the data folder.</summary>
    public const string Folder = "mail";

    /// <inheritdoc />
    public async Task Send(Letter letter, CancellationToken cancellation)
    {
        var (id, folder) = (MailComposer.IdOf(letter.EffectId), Path.Combine(settings.DataFolder, Folder));
        using var message = MailComposer.Compose(letter, settings.Mail.From);
        // The client names the file itself; it is written beside and moved, so that a mail is there whole, once.
        var pickup = Directory.CreateDirectory(Path.Combine(folder, $".{id}-{Guid.NewGuid():N}")).FullName;
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup };
            await client.SendMailAsync(message, cancellation).ConfigureAwait(false);
            File.Move(Directory.GetFiles(pickup).Single(), Path.Combine(folder, $"{id}.eml"), overwrite: true);
        }
        finally
        {
            Directory.Delete(pickup, recursive: true);
        }

        log.LogInformation("No mail server is configured; the mail is in {File}", $"{Folder}/{id}.eml");
    }
}
