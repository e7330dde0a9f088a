using Hss.Drill.Machines;
using Hss.Silo.Hosting;
using Hss.Silo.Mail;

namespace Hss.Tests.Unit.Drill;

/// <summary>The drill's mail server takes the mails of the product's own sender.</summary>
public sealed class MailSinkTests
{
    [Fact]
    public async Task WhatTheServerSends_IsTakenAsItWasSent_AndTheSenderHearsNothingOfSome()
    {
        using var sink = new MailSink(seed: 1);
        var sender = new SmtpSender(new MailSettings("127.0.0.1", sink.Port, Username: null, Password: null, StartTls: false, "no-reply@hss.localhost"));
        const string Subject = "[SAMS] 반출 요청 승인, 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 / Your checkout request was approved: SRS-2026-000001";
        var failed = 0;
        for (var n = 0; n < 40; n++)
        {
            try
            {
                await sender.Send(new($"effect {n % 20}", "ann@example.org", "Ann", Subject, ".\n..\nQUIT\n"), CancellationToken.None);
            }
            catch (IOException)
            {
                failed++;
            }
        }

        Assert.Equal(40, sink.Mails.Count);
        Assert.All(sink.Mails, m => Assert.Equal(("ann@example.org", Subject), (m.To, m.Subject)));
        Assert.Equal(20, sink.Mails.DistinctBy(m => m.MessageId).Count());
        Assert.Equal(sink.Unanswered, failed);
        Assert.NotEqual(0, failed);
    }
}
