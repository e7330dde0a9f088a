using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Silo.Effects;
using Hss.Silo.Hosting;

namespace Hss.Silo.Mail;

/// <summary>Sends mails that commits carry: by SMTP, or as <c>.eml</c> files under <c>&lt;data&gt;/mail</c> when no server is configured.</summary>
public sealed class MailHandler(EntityCodec codec, HssSettings settings) : IEffectHandler
{
    /// <summary>Where mails go without a server.</summary>
    public const string Folder = "mail";

    /// <inheritdoc />
    public string Target => AccountRules.MailTarget;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var payload = codec.Decode<MailPayload>(effect.Source, effect.Payload);
        using var message = new MailMessage(settings.Mail.From, payload.To, payload.Subject, payload.Text);
        // A second sending of the same effect can be recognised by its id.
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(effect.Id)))[..32];
        message.Headers.Add("Message-ID", $"<{id}@hss>");
        using var client = Client(id, out var finish);
        try
        {
            await client.SendMailAsync(message, cancellation).ConfigureAwait(false);
        }
        catch (SmtpException e)
        {
            // What the server says often repeats the address, and failures are logged and shown to operators.
            throw new IOException($"The mail server refused or did not answer: {e.StatusCode}{((e.InnerException as SocketException)?.SocketErrorCode is { } socket ? $", {socket}" : "")}");
        }

        finish();
    }

    private SmtpClient Client(string id, out Action finish)
    {
        if (settings.Mail.Host is { } host)
        {
            finish = static () => { };
            return new SmtpClient(host, settings.Mail.Port)
            {
                EnableSsl = settings.Mail.StartTls,
                Credentials = settings.Mail.Username is { } user ? new NetworkCredential(user, settings.Mail.Password) : null,
                Timeout = 30_000,
            };
        }

        // The client names the file itself; it is written beside and moved, so that a mail is there whole, once.
        var folder = Path.Combine(settings.DataFolder, Folder);
        var pickup = Directory.CreateDirectory(Path.Combine(folder, $".{id}")).FullName;
        finish = () =>
        {
            File.Move(Directory.GetFiles(pickup).Single(), Path.Combine(folder, $"{id}.eml"), overwrite: true);
            Directory.Delete(pickup, recursive: true);
        };
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup };
    }
}
