using System.Text.Json.Nodes;
using Hss.Drill.Check;

namespace Hss.Tests.Unit.Drill;

/// <summary>Faults of deliveries that are planted, and found.</summary>
public sealed class DeliveriesCheckTests
{
    private const string Delivery = "delivery/D1";

    private readonly SmallRun _run = new();

    [Fact]
    public void ADeliveryThatNobodyCarriesOut_IsFound()
    {
        _run.Add("delivery", "D2", "delivery.return_requested", "{}");
        Assert.Equal((Faults.LostWrite, "delivery/D2"), Only());
    }

    [Fact]
    public void ADeliveryThatStaysWithItsRobot_IsFound()
    {
        _run.Add("delivery", "D2", "delivery.return_requested", "{}");
        _run.Add("delivery", "D2", "delivery.assigned", """{"robot_id":"R1","fencing_token":1}""");
        Assert.Equal((Faults.LostWrite, "delivery/D2"), Only());
    }

    [Fact]
    public void ADeliveryThatIsCarriedByHand_IsNoFinding()
    {
        _run.Add("delivery", "D2", "delivery.return_requested", "{}");
        _run.Add("delivery", "D2", "delivery.started", "{}");
        Assert.Empty(_run.Check());
    }

    [Fact]
    public void ADeliveryThatIsDoneTwice_IsFound()
    {
        _run.Add("delivery", "D1", "delivery.task_completed", "{}");
        Assert.Equal((Faults.DoubleEffect, Delivery), Only());
    }

    [Fact]
    public void ADeliveryThatIsHandedToTwoRobotsAtOnce_IsFound()
    {
        // As if the first robot had never been lost.
        _run.Change("delivery.task_returned", _ => true, e => e with { Type = "delivery.progressed" });
        Assert.Equal((Faults.DoubleEffect, Delivery), Only());
    }

    [Fact]
    public void ARobotThatKeepsWhatAnotherHas_IsFound()
    {
        _run.Change("robot.task_lost", _ => true, e => e with { Type = "robot.reported" });
        Assert.Equal((Faults.DoubleEffect, Delivery), Only());
    }

    [Fact]
    public void ATokenThatDoesNotGrow_IsFound()
    {
        _run.Change("delivery.assigned", e => e.Number("fencing_token") == 3, e => e with { Data = JsonNode.Parse("""{"robot_id":"R2","fencing_token":2}""")! });
        _run.Tasks.RemoveAll(t => t.Robot == "R2");
        Assert.Equal((Faults.DoubleEffect, Delivery), Only());
    }

    [Fact]
    public void TwoRobotsThatAreToldTheSame_AreFound()
    {
        _run.Tasks.Add(new("R1", "D1", 3));
        Assert.Contains(_run.Check(), f => (f.Fault, f.Subject) == (Faults.DoubleEffect, Delivery));
    }

    [Fact]
    public void ATaskThatARobotWasToldAndThatIsNotStored_IsFound()
    {
        _run.Tasks.Add(new("R1", "D1", 9));
        Assert.Equal((Faults.LostWrite, Delivery), Only());
    }

    [Fact]
    public void AReportThatIsTakenUnderAnOldToken_IsFound()
    {
        _run.Tasks.Add(new("R1", "D1", 1) { Done = true });
        Assert.Equal((Faults.LostWrite, Delivery), Only());
    }

    [Fact]
    public void ANoticeThatIsNewsAgainAfterARobotWasLost_IsNoFinding_AndOneMoreIs()
    {
        Arrived();
        Arrived();
        Assert.Empty(_run.Check());
        Arrived();
        Assert.Equal(Faults.DoubleEffect, Only().Fault);
    }

    [Fact]
    public void AReaderWhoWasNeverTold_IsFound()
    {
        _run.Events.RemoveAll(e => e.Id == "N4");
        Assert.Equal((Faults.LostNotice, Delivery), Only());
    }

    private void Arrived() => _run.Add("notification", Guid.NewGuid().ToString(), "notification.made", """{"account_id":"ann","title":"Delivery arrived","subject":{"task_id":"D1"}}""");

    private (string Fault, string Subject) Only()
    {
        var finding = Assert.Single(_run.Check());
        return (finding.Fault, finding.Subject);
    }
}
