using Microsoft.Extensions.Logging;

namespace Hss.Silo.Mail;

/// <summary>Outside Development nothing is sent without a mail server, and nothing is left lying about: mails hold personal data and reset links.</summary>
public sealed class NoSender(ILogger<NoSender> log) : IMailSender
{
    /// <inheritdoc />
    public Task Send(Letter letter, CancellationToken cancellation)
    {
        log.LogWarning("A mail was not sent: no mail server is configured (SMTP_HOST)");
        return Task.CompletedTask;
    }
}
