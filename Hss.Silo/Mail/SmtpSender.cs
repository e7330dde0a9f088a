using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Hss.Silo.Hosting;

namespace Hss.Silo.Mail;

/// <summary>Sends by the configured mail server.</summary>
public sealed class SmtpSender(MailSettings settings) : IMailSender
{
    /// <summary>How long a server may take; shorter than an effect's claim, so that nobody else tries meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public async Task Send(Letter letter, CancellationToken cancellation)
    {
        using var message = MailComposer.Compose(letter, settings.From);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            Credentials = settings.Username is { } user ? new NetworkCredential(user, settings.Password) : null,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token).ConfigureAwait(false);
        }
        catch (SmtpException e)
        {
            // What the server says often repeats the address, and failures are logged and shown to operators.
            throw new IOException($"The mail server refused or did not answer: {e.StatusCode}{((e.InnerException as SocketException)?.SocketErrorCode is { } socket ? $", {socket}" : "")}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"The mail server did not answer within {Patience.TotalSeconds} s");
        }
    }
}
