using Hss.Grains.Entities;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Tests.Unit.Entities;
using static Hss.Tests.Unit.Library.Books.Titles;

namespace Hss.Tests.Unit.Library.Books;

public sealed class CopyRulesTests
{
    [Fact]
    public void Reserve_KeepsACopy_AndTheLastOneMakesTheTitleReserved()
    {
        var one = Of(2).Reserved("1");
        Assert.Equal((1, 1, 0, 0), one.Numbers());
        Assert.Equal(BookStatus.Available, CopyRules.Status(one));
        Assert.Equal(BookStatus.Reserved, CopyRules.Status(one.Reserved("2")));
        Assert.Equal(new BookGrant("Solaris", "SF-3", null), CopyRules.Grant(one, "1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reserve_WhenNoCopyIsFree_IsRefused_AndSaysHowTheTitleStands(bool checkedOut)
    {
        var state = checkedOut ? Of().CheckedOut("1") : Of().Reserved("1");
        var refusal = CopyRules.Reserve(state, new("2", "u", false), Now).Refusal!;

        Assert.Equal(BookCodes.NotAvailable, refusal.Code);
        Assert.Equal([new Fault("book_id", "b"), new("current_status", checkedOut ? BookStatus.CheckedOut : BookStatus.Reserved)], refusal.Details.AsEnumerable());
    }

    [Fact]
    public void Reserve_OfATitleOutOfTheOffer_IsRefused_OrWaits()
    {
        var state = Of(offered: false);
        Assert.Equal(BookCodes.NotAvailable, CopyRules.Reserve(state, new("1", "u", false), Now).Refusal?.Code);
        Assert.Equal((1, 0, 0, 1), state.Reserved("1", wait: true).Numbers());
    }

    [Fact]
    public void Reserve_OfNoTitle_IsRefused()
    {
        Assert.Equal(RefusalCodes.NotFound, CopyRules.Reserve(new("x"), new("1", "u", true), Now).Refusal?.Code);
        var deleted = After(Of(), BookRules.Delete(Of(), Now));
        Assert.Equal(RefusalCodes.NotFound, CopyRules.Reserve(deleted, new("1", "u", true), Now).Refusal?.Code);
    }

    [Fact]
    public void TheSameReservationAgain_AnswersTheFirstResult() =>
        Assert.Same(Decision.Unchanged, CopyRules.Reserve(Of().Reserved("1"), new("1", "u1", false), Now));

    [Fact]
    public void TheSameReaderAgain_IsRefused_WhileACopyIsReservedOrWaitedFor()
    {
        Assert.Equal(BookCodes.AlreadyReserved, CopyRules.Reserve(Of(2).Reserved("1", "u"), new("2", "u", true), Now).Refusal?.Code);
        var waits = Of().Reserved("1").Reserved("2", "u", wait: true);
        Assert.Equal(BookCodes.AlreadyReserved, CopyRules.Reserve(waits, new("3", "u", true), Now).Refusal?.Code);
        Assert.Null(CopyRules.Reserve(Of(2).CheckedOut("1", "u"), new("2", "u", false), Now).Refusal);
    }

    [Fact]
    public void TheQueue_HasPositions_AndAnEnd()
    {
        var state = Of().Reserved("0");
        for (var i = 1; i <= CopyRules.MaxQueue; i++)
            state = state.Reserved($"{i}", wait: true);

        Assert.Equal((1, 200), (CopyRules.Grant(state, "1").QueuePosition, CopyRules.Grant(state, "200").QueuePosition));
        Assert.Equal(BookCodes.QueueFull, CopyRules.Reserve(state, new("201", "u", true), Now).Refusal?.Code);
    }

    [Fact]
    public void AReleasedCopy_GoesToTheHeadOfTheQueue_InTheSameCommit_AndItsDeliveryHears()
    {
        var state = Of().Reserved("1").Reserved("2", wait: true).Reserved("3", wait: true);
        var decision = CopyRules.Release(state, "1", Now);

        Assert.Equal([new ShareReleased("1", Now), new CopyGranted("2", Now)], decision.Events.AsEnumerable());
        Assert.Equal(new BookGranted("2"), Assert.Single(decision.Effects).Payload);
        var after = After(state, decision);
        Assert.Equal((0, 1, 0, 1), after.Numbers());
        Assert.Equal((null, 1), (CopyRules.Grant(after, "2").QueuePosition, CopyRules.Grant(after, "3").QueuePosition));
    }

    [Fact]
    public void AReturnedCopy_GoesToTheHeadOfTheQueue()
    {
        var state = Of().CheckedOut("1", "ann").Reserved("2", wait: true).Returning("r", "ann");
        Assert.Equal((0, 1, 0, 0), After(state, CopyRules.Return(state, "r", Now)).Numbers());
    }

    [Fact]
    public void WhoLeavesTheQueue_SetsNoCopyFree()
    {
        var state = Of().Reserved("1").Reserved("2", wait: true).Reserved("3", wait: true);
        Assert.Equal([new ShareReleased("2", Now)], CopyRules.Release(state, "2", Now).Events.AsEnumerable());
    }

    [Fact]
    public void MoreCopies_AndANewOffer_ServeThoseWhoWait()
    {
        var state = Of().Reserved("1").Reserved("2", wait: true).Reserved("3", wait: true).Reserved("4", wait: true);
        var more = BookRules.Change(state, Copies(3), Name, Now);
        Assert.Equal(2, more.Effects.Length);
        Assert.Equal((0, 3, 0, 1), After(state, more).Numbers());

        var withdrawn = Of(offered: false).Reserved("1", wait: true);
        Assert.Equal((0, 1, 0, 0), After(withdrawn, BookRules.Change(withdrawn, new([], Facts, BookStatus.Available), Name, Now)).Numbers());
    }

    [Fact]
    public void OutOfTheOffer_NobodyIsServed()
    {
        var state = Of().Reserved("1").Reserved("2", wait: true);
        state = After(state, BookRules.Change(state, new([], Facts, BookStatus.Unavailable), Name, Now));
        Assert.Equal((1, 0, 0, 1), After(state, CopyRules.Release(state, "1", Now)).Numbers());
        Assert.Equal(BookStatus.Unavailable, CopyRules.Status(state));
    }

    [Fact]
    public void EachStep_ChangesNothingTheSecondTime()
    {
        var reserved = Of().Reserved("1", "ann");
        var confirmed = After(reserved, CopyRules.Confirm(reserved, "1", Now));
        Assert.Same(Decision.Unchanged, CopyRules.Confirm(confirmed, "1", Now));
        Assert.Same(Decision.Unchanged, CopyRules.Confirm(confirmed, "unknown", Now));
        var held = After(confirmed, CopyRules.CheckOut(confirmed, "1", Now));
        Assert.Same(Decision.Unchanged, CopyRules.CheckOut(held, "1", Now));
        Assert.Same(Decision.Unchanged, CopyRules.Release(held, "1", Now));
        var announced = held.Returning("r", "ann");
        Assert.Same(Decision.Unchanged, CopyRules.AnnounceReturn(announced, new("r", "ann", false), Now));
        var back = After(announced, CopyRules.Return(announced, "r", Now));
        Assert.Equal((1, 0, 0, 0), back.Numbers());
        Assert.Same(Decision.Unchanged, CopyRules.Return(back, "r", Now));
        Assert.Same(Decision.Unchanged, CopyRules.CheckOut(back, "1", Now));
    }

    [Fact]
    public void AReturn_NeedsACopyInHand_ThatIsNotOnItsWayBack()
    {
        Assert.Equal(BookCodes.NotCheckedOut, CopyRules.AnnounceReturn(Of().Reserved("1", "ann"), new("r", "ann", false), Now).Refusal?.Code);
        var held = Of().CheckedOut("1", "ann");
        Assert.Equal(BookCodes.NotCheckedOut, CopyRules.AnnounceReturn(held, new("r", "bob", false), Now).Refusal?.Code);
        var announced = held.Returning("r", "ann");
        Assert.Equal(BookCodes.NotCheckedOut, CopyRules.AnnounceReturn(announced, new("s", "ann", false), Now).Refusal?.Code);
        var withdrawn = After(announced, CopyRules.Release(announced, "r", Now));
        Assert.Equal((0, 0, 1, 0), withdrawn.Numbers());
        Assert.Null(CopyRules.AnnounceReturn(withdrawn, new("s", "ann", false), Now).Refusal);
    }

    [Fact]
    public void AReleaseThatArrivesBeforeItsReservation_LeavesAMark_UntilNoneCanComeAnyMore()
    {
        var marked = After(Of(), CopyRules.Release(Of(), "1", Now));
        Assert.Equal(RefusalCodes.Conflict, CopyRules.Reserve(marked, new("1", "u", true), Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.Conflict, CopyRules.AnnounceReturn(marked, new("1", "u", false), Now).Refusal?.Code);
        Assert.Same(Decision.Unchanged, CopyRules.Release(marked, "1", Now));
        Assert.Empty(After(marked, CopyRules.Reserve(marked, new("2", "u", true), Now + CopyRules.MarkLife + TimeSpan.FromSeconds(1))).Released);
    }

    [Fact]
    public void AnUnconfirmedShare_IsAskedAbout_AndNeverEndsByItsClock()
    {
        var state = Of(2).Reserved("1");
        Assert.Equal(Now + CopyRules.HoldTime, BookKind.Instance.DueAt(state));
        Assert.Empty(CopyRules.Overdue(state, Key, Now + CopyRules.HoldTime - TimeSpan.FromTicks(1)));
        Assert.Equal([new OverdueHold(new("delivery", "1"), "1", Key)], CopyRules.Overdue(state, Key, Now + CopyRules.HoldTime).AsEnumerable());
        Assert.Null(BookKind.Instance.DueAt(After(state, CopyRules.Confirm(state, "1", Now))));

        var back = Of().CheckedOut("1", "ann").Returning("r", "ann");
        Assert.Equal([new OverdueHold(new("delivery", "r"), "r", Key)], CopyRules.Overdue(back, Key, Now + CopyRules.HoldTime).AsEnumerable());
        Assert.Null(BookKind.Instance.DueAt(After(back, CopyRules.Confirm(back, "r", Now))));
    }

    [Fact]
    public void FreeReservedAndCheckedOutAreTheCopies_AndNobodyWaitsWhileACopyIsFree_WhateverComes() => FoldProperty.Holds(
        BookKind.Instance,
        "b",
        [
            (s, now) => BookRules.Create(s, Facts with { Copies = 2 }, true, Name, now),
            .. Enumerable.Range(1, 5).Select(i => new Func<BookState, DateTimeOffset, Decision>((s, now) => CopyRules.Reserve(s, new($"{i}", $"u{i % 4}", i > 1), now))),
            (s, now) => CopyRules.Confirm(s, "1", now),
            (s, now) => CopyRules.CheckOut(s, "1", now),
            (s, now) => CopyRules.CheckOut(s, "2", now),
            (s, now) => CopyRules.Release(s, "1", now),
            (s, now) => CopyRules.Release(s, "3", now),
            (s, now) => CopyRules.AnnounceReturn(s, new("r", "u1", false), now),
            (s, now) => CopyRules.Confirm(s, "r", now),
            (s, now) => CopyRules.Release(s, "r", now),
            (s, now) => CopyRules.Return(s, "r", now),
            (s, now) => BookRules.Change(s, Copies(1), Name, now),
            (s, now) => BookRules.Change(s, Copies(4), Name, now),
            (s, now) => BookRules.Change(s, new([], Facts, BookStatus.Unavailable), Name, now),
            (s, now) => BookRules.Change(s, new([], Facts, BookStatus.Available), Name, now),
            (s, now) => BookRules.Delete(s, now),
        ],
        static (state, _) =>
        {
            if (state.Facts is null)
                return state.Entries.IsEmpty;
            var (free, reserved, checkedOut, queue) = state.Numbers();
            return free + reserved + checkedOut == state.Facts.Copies
                && free >= 0
                && (queue == 0 || free == 0 || !state.Offered)
                && (state.DeletedAt is null || state.Entries.IsEmpty)
                && state.Entries.Select(e => e.DeliveryId).Distinct().Count() == state.Entries.Length
                && state.Entries.Where(e => e.Stage != BookStages.CheckedOut).CountBy(e => e.UserId).All(u => u.Value == 1);
        });
}
