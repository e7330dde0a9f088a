using System.Text.Json.Nodes;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using static Hss.Tests.Unit.Library.Deliveries.Deliveries;

namespace Hss.Tests.Unit.Library.Deliveries;

public sealed class DeliveryTaskRulesTests
{
    [Fact]
    public void Token_GrowsWithEachAssignmentAndEachLoss()
    {
        var again = After(Returned, s => DeliveryTaskRules.Assign(s, "other", 3, Start.AddMinutes(5)));

        Assert.Equal((1L, 2L, 3L), (Assigned.Task!.FencingToken, Returned.Task!.FencingToken, again.Task!.FencingToken));
        Assert.Equal(DeliveryCodes.StaleToken, Report(again, DeliveryTaskStatus.Completed, Start).Refusal?.Code);
        Assert.Equal(DeliveryCodes.StaleToken, DeliveryTaskRules.Report(again, new(Robot, 3, DeliveryTaskStatus.Completed, null, null), Options, Start).Refusal?.Code);
        Assert.Empty(DeliveryTaskRules.RobotLost(again, Robot, 1, Start).Events);
    }

    [Fact]
    public void AnOlderToken_IsRefused_AlsoFromTheRobotThatHasTheTaskAgain()
    {
        var again = After(Returned, s => DeliveryTaskRules.Assign(s, Robot, 3, Start.AddMinutes(5)));

        Assert.Equal(DeliveryCodes.StaleToken, DeliveryTaskRules.Report(again, new(Robot, 1, DeliveryTaskStatus.Completed, null, null), Options, Start).Refusal?.Code);
        Assert.NotEmpty(DeliveryTaskRules.Report(again, new(Robot, 3, DeliveryTaskStatus.InProgress, null, null), Options, Start.AddMinutes(6)).Events);
    }

    [Fact]
    public void ALostRobot_PutsTheTaskAtTheHeadOfItsPriority_WithNothingOfTheOldDrive()
    {
        var lost = After(Arrived, s => DeliveryTaskRules.RobotLost(s, Robot, 1, Start.AddMinutes(6)));

        Assert.Equal((DeliveryTaskStatus.Queued, true, null, null, null), (lost.Task!.Status, lost.Task.Returned, lost.Task.RobotId, lost.Task.ArrivedAt, lost.ConfirmBy));
        Assert.False(After(lost, s => DeliveryTaskRules.Assign(s, "other", 3, Start.AddMinutes(7))).Task!.Returned);
    }

    [Fact]
    public void AnAssignment_ThatWasGivenUp_CannotBeCommittedAnyMore()
    {
        var settled = After(Queued, s => DeliveryTaskRules.GiveUp(s, 1, Start.AddMinutes(2)));

        Assert.Equal(RefusalCodes.Unavailable, DeliveryTaskRules.Assign(settled, Robot, 1, Start.AddMinutes(2)).Refusal?.Code);
        Assert.False(DeliveryTaskRules.Holds(settled, Robot, 1));
        Assert.True(DeliveryTaskRules.Holds(Assigned, Robot, 1));
        Assert.Empty(DeliveryTaskRules.GiveUp(Assigned, 1, Start).Events);
        Assert.Equal(2, After(settled, s => DeliveryTaskRules.Assign(s, Robot, 2, Start.AddMinutes(3))).Task!.FencingToken);
    }

    [Fact]
    public void Progress_IsKeptInSteps()
    {
        var tenth = After(Driving, s => Report(s, DeliveryTaskStatus.InProgress, Start.AddMinutes(4), 0.12));

        Assert.Equal(0.12, tenth.Task!.Progress);
        Assert.Empty(Report(tenth, DeliveryTaskStatus.InProgress, Start.AddMinutes(4), 0.2).Events);
        Assert.Equal(0.9, After(tenth, s => Report(s, RobotReports.Arrived, Start.AddMinutes(4), 0.9)).Task!.Progress);
    }

    [Fact]
    public void ARobotThatIsFast_MaySkipReports()
    {
        var done = After(Assigned, s => Report(s, DeliveryTaskStatus.Completed, Start.AddMinutes(3)));

        Assert.Equal((Start.AddMinutes(3), Start.AddMinutes(3), Start.AddMinutes(8)), (done.Task!.StartedAt, done.Task.CompletedAt, done.ConfirmBy));
    }

    [Fact]
    public void Rank_SortsByPriority_ThenWhatCameBack_ThenAge()
    {
        static string Rank(DeliveryState state) => (string)JsonNode.Parse(DeliveryKind.Instance.Index(state).Facets!)![DeliveryKind.RankFacet]!;
        var older = Queued with { Task = Queued.Task! with { CreatedAt = Start.AddMinutes(-1) } };
        var urgent = After(Transport, s => DeliveryTaskRules.BookPlaced(s, Start.AddMinutes(1)));
        var low = urgent with { Priority = "LOW" };

        Assert.Equal([urgent, Returned, older, Queued, low], new[] { low, Queued, older, Returned, urgent }.OrderBy(Rank, StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_FindADelivery_ByWhatItIsAndWhereItStands()
    {
        var index = DeliveryKind.Instance.Index(Driving);
        var facets = JsonNode.Parse(index.Facets!)!;

        Assert.Equal(("stu", DeliveryKind.Open), (index.Owner, index.Status));
        Assert.Equal(
            ("STUDENT_DELIVERY", "IN_PROGRESS", "IN_PROGRESS", "request", BookId, Robot),
            ((string)facets["type"]!, (string)facets["task"]!, (string)facets["asked"]!, (string)facets["sort"]!, (string)facets["book"]!, (string)facets["robot"]!));
        Assert.Equal("none", (string)JsonNode.Parse(DeliveryKind.Instance.Index(Waiting).Facets!)!["task"]!);
        Assert.Equal(DeliveryKind.Closed, DeliveryKind.Instance.Index(Failed).Status);
        Assert.Equal(DeliveryKind.Abandoned, DeliveryKind.Instance.Index(After(new(Id), s => DeliveryRules.GiveUp(s, Start))).Status);
        Assert.Equal("", DeliveryKind.Instance.Index(new(Id)).Status);
    }

    [Fact]
    public void Events_AreHeardByTheOwnerAndStaff_AndTheSystemsOwnByNobody()
    {
        Assert.Equal("stu luna:LIBRARIAN luna:ADMIN", DeliveryKind.Instance.Audience(Pending, new BookPlaced(Start)));
        Assert.Equal("", DeliveryKind.Instance.Audience(new(Id), new DeliveryAbandoned(Start)));
        Assert.Equal("", DeliveryKind.Instance.Audience(Queued, new AssignmentGivenUp(1, Start)));
    }
}
