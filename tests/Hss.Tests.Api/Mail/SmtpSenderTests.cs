using Hss.Silo.Hosting;
using Hss.Silo.Mail;

namespace Hss.Tests.Api.Mail;

/// <summary>Mails over real SMTP, read by another program.</summary>
public sealed class SmtpSenderTests : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private SmtpSender _sender = null!;

    public async Task InitializeAsync()
    {
        await _server.Start();
        _sender = new(new MailSettings("127.0.0.1", _server.Port, null, null, StartTls: false, "Fashion Store <shop@example.org>"));
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Letter_ArrivesWhole()
    {
        var file = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31)).ToArray();
        var text = "Grüße aus Zürich: £ 5, 7 €, 👗\n.\n.. a line of one dot and of two\n" + new string('x', 3000);
        await Send(new("order/1@1/placed", "ada@example.org", "Jürgen Größe", "Rechnung über 7 € – für Sie", text) { Attachments = [new("invoice-1.pdf", "application/pdf", () => file)] });

        var mail = Assert.Single(await _server.Wait(1));
        Assert.Equal(["ada@example.org"], mail.Envelope);
        Assert.Equal(new MailPerson("Jürgen Größe", "ada@example.org"), Assert.Single(mail.To));
        Assert.Equal(("shop@example.org", "Rechnung über 7 € – für Sie"), (mail.From, mail.Subject));
        Assert.Equal(text, mail.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        var attachment = Assert.Single(mail.Attachments);
        Assert.Equal(("invoice-1.pdf", "application/pdf"), (attachment.Name, attachment.Type));
        Assert.Equal(file, attachment.Content);
    }

    [Fact]
    public async Task MessageId_IsTheEffects()
    {
        foreach (var effect in (string[])["order/1@1/placed", "order/1@1/placed", "order/2@1/placed"])
            await Send(new(effect, "ada@example.org", "", "S", "T"));
        var ids = (await _server.Wait(3)).Select(m => m.MessageId).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids[0], ids[1]);
        Assert.Matches("^<[0-9a-f]{32}@hss>$", ids[2]);
    }

    [Theory]
    [InlineData("\r\nBcc: eve@example.org")]
    [InlineData("\nBcc: eve@example.org\n\nbody")]
    [InlineData("\rX-Eve: 1")]
    [InlineData("\u2028X-Eve: 1")]
    [InlineData("\0\u0085X-Eve: 1")]
    [InlineData("\" <eve@example.org>, \"x")]
    public async Task NothingInALetter_AddsAHeaderOrARecipient(string evil)
    {
        await Send(new("e", "ada@example.org", $"Ada{evil}", $"Subject{evil}", $"Text{evil}"));
        var mail = Assert.Single(await _server.Wait(1));
        Assert.Equal(["ada@example.org"], mail.Envelope);
        Assert.Equal("ada@example.org", Assert.Single(mail.To).Address);
        Assert.DoesNotContain("bcc", mail.Headers);
        Assert.DoesNotContain("x-eve", mail.Headers);
        Assert.StartsWith("Subject", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org\r\nRCPT TO:<eve@example.org>")]
    [InlineData("ada")]
    [InlineData("")]
    public async Task WhatIsNoAddress_IsRefused_WithoutNamingIt(string address)
    {
        var fault = await Assert.ThrowsAsync<IOException>(() => Send(new("e", address, "", "S", "T")));
        Assert.Equal("The recipient has no valid e-mail address", fault.Message);
    }

    [Fact]
    public async Task AServerThatIsAway_IsAFaultThatNamesNoAddress()
    {
        _server.Stop();
        var fault = await Assert.ThrowsAsync<IOException>(() => Send(new("e", "ada@example.org", "", "S", "T")));
        Assert.DoesNotContain("ada", fault.ToString(), StringComparison.Ordinal);
    }

    private Task Send(Letter letter) => _sender.Send(letter, CancellationToken.None);
}
