using Hss.Grains.Entities;
using Hss.Grains.Library.Deliveries;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using static Hss.Tests.Unit.Library.Deliveries.Deliveries;

namespace Hss.Tests.Unit.Library.Deliveries;

public sealed class DeliveryRulesTests
{
    [Fact]
    public void Request_OfAReservedCopy_HasItsTask_FromTheShelfToTheReader()
    {
        Assert.Equal(("A-1", "Reading room", "Emma", "Soon", AskedStatus.Pending), (Pending.Source, Pending.Destination, Pending.BookTitle, Pending.Notes, Pending.Asked));
        Assert.Equal((DeliveryTaskStatus.Pending, 0L, Start), (Pending.Task!.Status, Pending.Task.FencingToken, Pending.Task.CreatedAt));
    }

    [Fact]
    public void Request_OfABookWithoutAPlaceOnTheShelves_ComesFromTheDesk() =>
        Assert.Equal(DeliveryRules.Desk, After(new(Id), s => DeliveryRules.Request(s, Wanted, Reserved with { ShelfLocation = null }, Start)).Source);

    [Fact]
    public void Request_ThatWaits_HasItsPosition_AndNoTaskBeforeACopyIsFree()
    {
        var granted = After(Waiting, s => DeliveryRules.Granted(s, Start.AddDays(1)));

        Assert.Equal((3, null, AskedStatus.Pending), (DeliveryViews.Of(Waiting).QueuePosition, Waiting.Task, Waiting.Asked));
        Assert.Equal((null, Start.AddDays(1)), (DeliveryViews.Of(granted).QueuePosition, granted.Task!.CreatedAt));
    }

    [Fact]
    public void WhatWasGivenUp_NeverComesToStand()
    {
        var abandoned = After(new(Id), s => DeliveryRules.GiveUp(s, Start));

        Assert.Equal(RefusalCodes.Unavailable, DeliveryRules.Request(abandoned, Wanted, Reserved, Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.Unavailable, DeliveryRules.Return(abandoned, new("stu", BookId, "x"), null, Start).Refusal?.Code);
        Assert.Empty(DeliveryRules.GiveUp(abandoned, Start).Events);
        Assert.Empty(DeliveryRules.GiveUp(Pending, Start).Events);
        Assert.Equal((BookStep.Release, BookStep.Confirm), (DeliveryParties.StepOf(abandoned), DeliveryParties.StepOf(Pending)));
    }

    [Fact]
    public void WhatStands_IsNotOpenedAgain() => Assert.Equal(RefusalCodes.Conflict, DeliveryRules.Request(Pending, Wanted, Reserved, Start).Refusal?.Code);

    [Theory]
    [InlineData("stu", "STUDENT", null)]
    [InlineData("stu", "LIBRARIAN", null)]
    [InlineData("adm", "ADMIN", null)]
    [InlineData("lib", "LIBRARIAN", RefusalCodes.Forbidden)]
    [InlineData("other", "STUDENT", RefusalCodes.NotFound)]
    public void Cancel_IsForTheOwnerAndAdmins(string actor, string role, string? refusal) =>
        Assert.Equal(refusal, DeliveryRules.Cancel(Pending, new(actor, role, "r"), null, Start).Refusal?.Code);

    [Fact]
    public void ConfirmAndHandOver_AreForTheOwnerOnly()
    {
        Assert.Equal(RefusalCodes.Forbidden, DeliveryRules.Confirm(Arrived, Administrator, Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.Forbidden, DeliveryRules.PickedUp(Back, Librarian, Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, DeliveryRules.Confirm(Arrived, Other, Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, DeliveryRules.PickedUp(Back, Other, Start).Refusal?.Code);
    }

    [Fact]
    public void Confirm_ClosesTaskAndRequest_ChecksTheBookOut_AndFreesTheRobot()
    {
        var decision = DeliveryRules.Confirm(Arrived, Student, Start.AddMinutes(5));

        Assert.Equal(BookStep.CheckOut, DeliveryParties.StepOf(Confirmed));
        Assert.Equal((Start.AddMinutes(5), null, null), (Confirmed.ClosedAt, Confirmed.ClosedUnconfirmedAt, Confirmed.ConfirmBy));
        Assert.Equal([new LetGo(DeliveryParties.Book(BookId)), new LetGo(DeliveryParties.Robot(Robot))], decision.Effects.Select(e => e.Payload).OfType<LetGo>());
    }

    [Fact]
    public void WithoutConfirmation_TheRequestClosesByItself_FiveMinutesAfterArrival_MarkedSo()
    {
        Assert.Equal(Start.AddMinutes(9), DeliveryKind.Instance.DueAt(Arrived));
        Assert.Empty(DeliveryRules.Wake(Arrived, Start.AddMinutes(9).AddTicks(-10)).Events);
        var closed = After(Arrived, s => DeliveryRules.Wake(s, Start.AddMinutes(9)));

        Assert.Equal((AskedStatus.Completed, DeliveryTaskStatus.Completed, Start.AddMinutes(9)), (closed.Asked, closed.Task!.Status, closed.ClosedUnconfirmedAt));
        Assert.Equal(BookStep.CheckOut, DeliveryParties.StepOf(closed));
        Assert.Null(DeliveryKind.Instance.DueAt(closed));
        Assert.Empty(DeliveryRules.Wake(closed, Start.AddDays(1)).Events);
    }

    [Fact]
    public void TheTimeToConfirm_RunsFromArrival_NotFromTheTasksEnd()
    {
        Assert.Equal(Start.AddMinutes(9), Left.ConfirmBy);
        Assert.Equal(Start.AddMinutes(12), After(ByHand, s => ChangeStatus(s, DeliveryTaskStatus.Completed, Start.AddMinutes(7))).ConfirmBy);
        Assert.Equal(DeliveryTaskStatus.Completed, After(Left, s => DeliveryRules.Wake(s, Start.AddMinutes(9))).Task!.Status);
    }

    [Fact]
    public void Cancel_FreesTheBook_AndAnAssignedRobot()
    {
        var decision = DeliveryRules.Cancel(Assigned, Student, null, Start.AddMinutes(3));

        Assert.Equal([new LetGo(DeliveryParties.Book(BookId)), new LetGo(DeliveryParties.Robot(Robot))], decision.Effects.Select(e => e.Payload).OfType<LetGo>());
        Assert.Equal((BookStep.Release, "Changed my mind"), (DeliveryParties.StepOf(Cancelled), Cancelled.Reason));
        Assert.Equal(BookStep.Release, DeliveryParties.StepOf(Failed));
    }

    [Fact]
    public void AReturn_BringsTheBookBack_WhenItsTaskIsDone()
    {
        Assert.Equal((DeliveryTaskStatus.Queued, DeliveryRules.ReturnsDesk), (Back.Task!.Status, Back.Destination));
        Assert.Equal((BookStep.Return, Start.AddMinutes(4), null), (DeliveryParties.StepOf(BackAgain), BackAgain.PickedUpAt, BackAgain.ConfirmBy));
        Assert.Equal(BookStep.Release, DeliveryParties.StepOf(After(HandedOver, s => ChangeStatus(s, DeliveryTaskStatus.Cancelled, Start))));
    }

    [Fact]
    public void AReceiptByALibrarian_SaysThatTheBookWasHandedOver() =>
        Assert.Equal(Start.AddMinutes(9), After(BackDriving, s => ChangeStatus(s, DeliveryTaskStatus.Completed, Start.AddMinutes(9))).PickedUpAt);

    [Fact]
    public void Readers_HearOfEachStep_Once()
    {
        Assert.Equal(["created"], Told(DeliveryRules.Request(new(Id), Wanted, Reserved, Start)));
        Assert.Equal(["created"], Told(DeliveryRules.Request(new(Id), Wanted, Reserved with { QueuePosition = 3 }, Start)));
        Assert.Equal(["granted"], Told(DeliveryRules.Granted(Waiting, Start)));
        Assert.Equal(["queued"], Told(DeliveryTaskRules.BookPlaced(Pending, Start)));
        Assert.Equal(["on-its-way"], Told(Report(Assigned, DeliveryTaskStatus.InProgress, Start)));
        Assert.Equal(["arrived"], Told(Report(Driving, RobotReports.Arrived, Start)));
        Assert.Empty(Told(Report(Arrived, DeliveryTaskStatus.Completed, Start)));
        Assert.Equal(["arrived"], Told(Report(Driving, DeliveryTaskStatus.Completed, Start)));
        Assert.Equal(["completed"], Told(DeliveryRules.Confirm(Arrived, Student, Start)));
        Assert.Equal(["completed"], Told(DeliveryRules.Wake(Arrived, Start.AddDays(1))));
        Assert.Equal(["cancelled"], Told(DeliveryRules.Cancel(Pending, Student, null, Start)));
        Assert.Equal(["cancelled"], Told(Report(Driving, DeliveryTaskStatus.Failed, Start)));
        Assert.Equal(["received"], Told(Report(HandedOver, DeliveryTaskStatus.Completed, Start)));
        Assert.Empty(Told(DeliveryTaskRules.BookPlaced(Transport, Start)));
    }

    [Fact]
    public void ANotice_NamesItsReader_TheRequest_AndWhereItStands()
    {
        var notice = Assert.IsType<Notice>(Assert.Single(DeliveryTaskRules.BookPlaced(Pending, Start).Effects).Payload);

        Assert.Equal(("stu", "DELIVERY_UPDATE", "\"Emma\" waits for a robot."), (notice.AccountId, notice.Type, notice.Message));
        Assert.Equal(new NoticeSubject(RequestId: Id, TaskId: Id, BookId: BookId, Status: "PENDING"), notice.Subject);
    }

    [Theory]
    [InlineData("stu", "STUDENT", true)]
    [InlineData("other", "STUDENT", false)]
    [InlineData("other", "", false)]
    [InlineData("lib", "LIBRARIAN", true)]
    [InlineData("adm", "ADMIN", true)]
    public void OthersDeliveries_AreSeenByStaffOnly(string account, string role, bool seen) =>
        Assert.Equal(seen, DeliveryRules.MaySee(DeliveryViews.Of(Pending), account, role));

    private static IEnumerable<string> Told(Decision decision) =>
        decision.Effects.Where(e => e.Target == Notice.Target).Select(e => e.Name["notify/".Length..]);
}
