using Hss.Drill.Check;

namespace Hss.Tests.Unit.Drill;

/// <summary>Faults of mails, and calls that the server failed at, that are planted, and found.</summary>
public sealed class MailsCheckTests
{
    private readonly SmallRun _run = new();

    [Theory]
    [InlineData("m4", "mail about checkout SRS-1")]
    [InlineData("m5", "mail about notice Book reserved")]
    [InlineData("m2", "mail about order 10")]
    public void AMailThatNeverCame_IsFound(string id, string subject)
    {
        _run.Mails.RemoveAll(m => m.MessageId == id);
        Assert.Equal((Faults.LostMail, subject), Only());
    }

    [Theory]
    [InlineData("m1")]
    [InlineData("m3")]
    [InlineData("m4")]
    [InlineData("m5")]
    public void AMailThatCameAsTwo_IsFound(string id)
    {
        _run.Mails.Add(_run.Mails.First(m => m.MessageId == id) with { MessageId = "m9" });
        Assert.Equal(Faults.DoubleEffect, Only().Fault);
    }

    [Fact]
    public void ACopyUnderTheSameMessageId_IsNoFinding()
    {
        _run.Mails.AddRange([.. _run.Mails]);
        Assert.Empty(_run.Check());
    }

    [Fact]
    public void AnInvoiceOfAnOrderThatDoesNotStand_IsFound()
    {
        _run.Mails.Add(new("m9", "cy@example.org", "Invoice INV-2026-000003 for your order 11"));
        Assert.Equal((Faults.DoubleEffect, "mail about order 11"), Only());
    }

    [Fact]
    public void TwoMailsUnderOneMessageId_AreFound()
    {
        _run.Mails[0] = _run.Mails[0] with { To = "dan@example.org" };
        Assert.Equal((Faults.DoubleEffect, "mail m1"), Only());
    }

    [Fact]
    public void AnInvoiceNumberThatTwoOrdersHave_IsFound()
    {
        _run.Mails[2] = _run.Mails[2] with { Subject = "Invoice INV-2026-000001 for your order 10" };
        Assert.Equal((Faults.Books, "invoice 2026-000001"), Only());
    }

    [Fact]
    public void AGapInTheNumbersOfInvoices_IsFound()
    {
        _run.Mails[2] = _run.Mails[2] with { Subject = "Invoice INV-2026-000003 for your order 10" };
        Assert.Equal((Faults.Books, "invoices of 2026"), Only());
    }

    [Fact]
    public void ACallThatIsAnswered500_IsFound()
    {
        _run.Failures.Add(new("store1.7", "POST /store/api/v1/orders"));
        Assert.Equal((Faults.Failed, "store1.7"), Only());
    }

    [Fact]
    public void AnErrorThatTheServerLogs_IsFound()
    {
        _run.Log.Add("""{"at":"2026-11-01T00:00:00Z","level":"Error","category":"Hss.Silo.Effects.EffectWorker","message":"A look for left-over effects failed"}""");
        Assert.Equal((Faults.Unforeseen, "server"), Only());
    }

    private (string Fault, string Subject) Only()
    {
        var finding = Assert.Single(_run.Check());
        return (finding.Fault, finding.Subject);
    }
}
