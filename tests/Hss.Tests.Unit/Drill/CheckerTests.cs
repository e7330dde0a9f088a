using System.Text.Json.Nodes;
using Hss.Drill.Check;
using Hss.Drill.Record;

namespace Hss.Tests.Unit.Drill;

/// <summary>The drill's checker finds nothing in a run without a fault, and each fault that is planted in it.</summary>
public sealed class CheckerTests
{
    private readonly SmallRun _run = new();

    [Fact]
    public void ARunWithoutAFault_HasNoFinding() => Assert.Empty(_run.Check());

    [Fact]
    public void ALostWrite_IsFound()
    {
        _run.Events.RemoveAll(e => e is { Kind: "booking", Version: 3 });
        Assert.Equal((Faults.LostWrite, "booking.payment_captured b3"), Only());
    }

    [Fact]
    public void AnswersThatTheStoreDoesNotKeep_AreFound()
    {
        _run.Change("booking.payment_captured", _ => true, e => e with { Data = JsonNode.Parse("""{"reference":"PAY-2"}""")! });
        Assert.Equal((Faults.LostWrite, "booking.payment_captured b3"), Only());
    }

    [Fact]
    public void AWriteThatNobodyWasToldOf_IsNoFinding()
    {
        _run.Told.Add(new("b9", "booking.submit", WriteOutcome.Unknown) { Kind = "booking", Event = "booking.submitted" });
        _run.Add("booking", "B9", "booking.submitted", "{}", "b9");
        Assert.Empty(_run.Check());
    }

    [Fact]
    public void ARefusedWriteThatWasDone_IsFound()
    {
        _run.Told[1] = _run.Told[1] with { Outcome = WriteOutcome.Refused };
        Assert.Equal((Faults.Contradiction, "booking.approved b2"), Only());
    }

    [Fact]
    public void ADoubleEffect_IsFound()
    {
        _run.Add("booking", "B1", "booking.payment_captured", """{"reference":"PAY-2"}""", "other");
        Assert.Equal((Faults.DoubleEffect, "booking/B1"), Only());
    }

    [Fact]
    public void ARepeatThatMadeASecondOne_IsFound()
    {
        _run.Add("booking", "B2", "booking.submitted", """{"customer_name":"b1"}""", "b1");
        Assert.Equal((Faults.DoubleEffect, "booking.submitted b1"), Only());
    }

    [Fact]
    public void ARepeatThatIsAnsweredOtherwise_IsFound()
    {
        _run.Told[0] = _run.Told[0] with { Ids = ["B1", "B2"] };
        Assert.Equal((Faults.DoubleEffect, "booking.submitted b1"), Only());
    }

    [Fact]
    public void ANoticeThatCameTwice_IsFound()
    {
        _run.Add("notification", "N2", "notification.made", """{"account_id":"ann","title":"Your book","at":"2026-11-01T00:00:09Z"}""");
        Assert.Equal((Faults.DoubleEffect, "notification N1"), Only());
    }

    [Fact]
    public void AnAssetWithTwoHolders_IsFound()
    {
        _run.Add("asset", "A1", "asset.assigned", """{"from":null,"to":"ann"}""");
        _run.Add("asset", "A1", "asset.assigned", """{"from":null,"to":"bob"}""");
        Assert.Equal((Faults.DoubleEffect, "asset/A1"), Only());
    }

    [Fact]
    public void ASwappedQueue_IsFound()
    {
        Swap("reservation.approved", "reservation", 2, 3);
        Swap("reservation.ended", "ended.id", 2, 3);
        Assert.All(_run.Check(), f => Assert.Equal((Faults.QueueOrder, "queue/1"), (f.Fault, f.Subject)));
        Assert.NotEmpty(_run.Check());
    }

    [Fact]
    public void AQueueThatIsNotWhatItsCallersSaw_IsFound()
    {
        // Stored as if the third had come before the second, and served so.
        foreach (var key in (string[])["q2", "q3"])
            _run.Told[_run.Told.FindIndex(w => w.Key == key)] = _run.Told.First(w => w.Key == key) with { Facts = [] };
        _run.Change("reservation.requested", e => e.RequestId == "q2", e => e with { RequestId = "" });
        _run.Change("reservation.requested", e => e.RequestId == "q3", e => e with { RequestId = "q2" });
        _run.Change("reservation.requested", e => e.RequestId.Length == 0, e => e with { RequestId = "q3" });
        Assert.Equal((Faults.QueueOrder, "queue/1"), Only());
    }

    [Fact]
    public void AReaderWhoWasPassed_IsFound()
    {
        _run.Change("book.copy_granted", _ => true, e => e with { Data = JsonNode.Parse("""{"delivery_id":"d3"}""")! });
        Assert.Equal((Faults.QueueOrder, "book/K1"), Only());
    }

    [Fact]
    public void ABrokenChain_IsFound()
    {
        _run.Change("booking.approved", _ => true, e => e with { Hash = "changed" });
        Assert.Equal((Faults.Chain, "booking/B1"), Only());
    }

    [Fact]
    public void AChainThatTheAuditFindsBroken_IsFound()
    {
        _run.Broken = "account/7 version 2: hash";
        Assert.Equal((Faults.Chain, "audit/verify"), Only());
    }

    [Fact]
    public void AnExtraUnit_IsFound()
    {
        _run.Stocks[0] = _run.Stocks[0] with { Available = 9 };
        Assert.All(_run.Check(), f => Assert.Equal((Faults.Books, "stock/1"), (f.Fault, f.Subject)));
        Assert.NotEmpty(_run.Check());
    }

    [Fact]
    public void AUnitThatIsSoldAndInNoOrder_IsFound()
    {
        _run.Add("stock", "2", "stock.held", """{"hold":"x","quantity":1}""");
        _run.Add("stock", "2", "stock.confirmed", """{"holds":[{"hold":"x","quantity":1,"is_return":false}]}""");
        _run.Stocks[1] = new("2", 3, 0, 2, 5);
        Assert.Equal((Faults.Books, "stock/2"), Only());
    }

    [Fact]
    public void ACopyThatDoesNotExist_IsFound()
    {
        _run.Add("book", "K1", "book.copy_granted", """{"delivery_id":"d3"}""");
        Assert.Equal((Faults.Books, "book/K1"), Only());
    }

    private (string Fault, string Subject) Only()
    {
        var finding = Assert.Single(_run.Check());
        return (finding.Fault, finding.Subject);
    }

    private void Swap(string type, string path, long one, long other)
    {
        var (first, second) = (Find(one), Find(other));
        (_run.Events[first], _run.Events[second]) = (_run.Events[first] with { Data = With(first, other) }, _run.Events[second] with { Data = With(second, one) });

        int Find(long value) => _run.Events.FindIndex(e => e.Type == type && e.Number(path) == value);

        JsonNode With(int at, long value)
        {
            var data = _run.Events[at].Data.DeepClone();
            var parts = path.Split('.');
            parts[..^1].Aggregate(data, (node, part) => node[part]!)[parts[^1]] = value;
            return data;
        }
    }
}
