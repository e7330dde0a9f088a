using Hss.Grains.Entities;
using Hss.Grains.Reservations;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Reservations;

public sealed class QueueRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReservationOptions Options = new(TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(1800), TimeSpan.FromSeconds(60));
    private static readonly ReservationOptions Endless = Options with { ApprovedLife = TimeSpan.Zero, RequestedLife = TimeSpan.Zero };
    private static readonly QueueState Empty = With(1);

    private static QueueState With(int capacity) =>
        QueueRules.Apply(new("1"), new ResourceAdded("Printer", new("name", "x"), null, capacity, Now));

    private static RequestPlace Wish(string account, int priority = QueuePriority.Default) => new(account[0], account, account[0], account, priority);

    private static QueueState After(QueueState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, QueueRules.Apply);
    }

    private static QueueState Requested(QueueState state, params string[] accounts) =>
        accounts.Aggregate(state, (s, a) => After(s, QueueRules.Request(s, Wish(a), Options, Now)));

    private static (string Holders, string Waiting) Names(QueueState state) =>
        (string.Concat(state.Holders.Select(r => r.Account)), string.Concat(state.Waiting.Select(r => r.Account)));

    [Fact]
    public void AFreePlace_IsApprovedAtOnce_InOneCommit()
    {
        var decision = QueueRules.Request(Empty, Wish("a"), Options, Now);
        Assert.Equal([typeof(ReservationRequested), typeof(ReservationApproved)], decision.Events.Select(e => e.GetType()));
        Assert.Equal(("a", ""), Names(After(Empty, decision)));
    }

    [Fact]
    public void ATakenResource_Queues_InOrderOfArrival() => Assert.Equal(("a", "bcd"), Names(Requested(Empty, "a", "b", "c", "d")));

    [Fact]
    public void CapacityAboveOne_LetsThatManyHold() => Assert.Equal(("abc", "d"), Names(Requested(With(3), "a", "b", "c", "d")));

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void AUser_IsInAQueueAtMostOnce(string again) =>
        Assert.Equal(ReservationCodes.ActiveAlready, QueueRules.Request(Requested(Empty, "a", "b"), Wish(again), Options, Now).Refusal?.Code);

    [Fact]
    public void Release_HandsOverInTheSameCommit()
    {
        var state = Requested(Empty, "a", "b", "c");
        var decision = QueueRules.Release(state, "a", Options, Now);
        Assert.Equal([typeof(ReservationEnded), typeof(ReservationApproved)], decision.Events.Select(e => e.GetType()));
        Assert.Equal(("b", "c"), Names(After(state, decision)));
    }

    [Fact]
    public void Release_ByOneWhoWaits_IsRefused() =>
        Assert.Equal(ReservationCodes.NotApproved, QueueRules.Release(Requested(Empty, "a", "b"), "b", Options, Now).Refusal?.Code);

    [Fact]
    public void CancelInTheMiddle_KeepsTheOrder()
    {
        var state = Requested(Empty, "a", "b", "c", "d");
        Assert.Equal(("a", "bd"), Names(After(state, QueueRules.Cancel(state, "c", Options, Now))));
    }

    [Fact]
    public void Cancel_OfAnApprovedOne_IsRefused() =>
        Assert.Equal(ReservationCodes.NotQueued, QueueRules.Cancel(Requested(Empty, "a"), "a", Options, Now).Refusal?.Code);

    [Fact]
    public void EveryGrant_CarriesAGreaterToken()
    {
        var state = Requested(With(2), "a", "b", "c");
        Assert.Equal([1L, 2L], state.Holders.Select(r => r.Token));
        state = After(state, QueueRules.Release(state, "a", Options, Now));
        Assert.Equal([2L, 3L], state.Holders.Select(r => r.Token));
    }

    [Fact]
    public void ALeaseThatIsOver_ExpiresAndHandsOver()
    {
        var state = Requested(Empty, "a", "b");
        Assert.Same(Decision.Unchanged, QueueRules.Expire(state, Options, Now.AddSeconds(599)));
        var decision = QueueRules.Expire(state, Options, Now.AddSeconds(600));
        Assert.Equal(ReservationStatus.Expired, decision.Events.OfType<ReservationEnded>().Single().How);
        Assert.Equal(("b", ""), Names(After(state, decision)));
    }

    [Fact]
    public void AWaiterThatGivesNoSignOfLife_LeavesTheQueue()
    {
        var state = After(Requested(Empty, "a", "b", "c"), QueueRules.Expire(Empty, Options, Now));
        state = After(state, QueueRules.KeepAlive(state, "c", Options, Now.AddSeconds(10)));
        state = After(state, QueueRules.KeepAlive(state, "a", Options, Now.AddSeconds(500)));
        state = After(state, QueueRules.KeepAlive(state, "a", Options, Now.AddSeconds(1000)));
        state = After(state, QueueRules.KeepAlive(state, "a", Options, Now.AddSeconds(1500)));
        Assert.Equal(("a", "c"), Names(After(state, QueueRules.Expire(state, Options, Now.AddSeconds(1800)))));
    }

    [Fact]
    public void LeasesThatEndedMeanwhile_ExpireInOrderOfTheirEnd()
    {
        // b's wait ends before a's place becomes free, so c gets it.
        var state = Requested(Empty, "a", "b", "c");
        state = After(state, QueueRules.KeepAlive(state, "a", Options with { ApprovedLife = TimeSpan.FromSeconds(1900) }, Now));
        state = After(state, QueueRules.KeepAlive(state, "c", Options with { RequestedLife = TimeSpan.FromSeconds(2000) }, Now));
        var decision = QueueRules.Expire(state, Options, Now.AddSeconds(5000));
        Assert.Equal(["b", "a"], decision.Events.OfType<ReservationEnded>().Select(e => e.Ended.Account));
        Assert.Equal(("c", ""), Names(After(state, decision)));
    }

    [Fact]
    public void ACommandAfterTheEndOfALease_CountsOnNoDeadOne()
    {
        var state = Requested(Empty, "a");
        Assert.Equal(ReservationCodes.NotActive, QueueRules.KeepAlive(state, "a", Options, Now.AddSeconds(601)).Refusal?.Code);
        Assert.Equal(("b", ""), Names(After(state, QueueRules.Request(state, Wish("b"), Options, Now.AddSeconds(601)))));
    }

    [Fact]
    public void KeepAlive_OfALeaseWithoutEnd_IsRefused()
    {
        var state = After(Empty, QueueRules.Request(Empty, Wish("a"), Endless, Now));
        Assert.Null(state.Holders[0].ValidUntil);
        Assert.Equal(ReservationCodes.Endless, QueueRules.KeepAlive(state, "a", Endless, Now).Refusal?.Code);
    }

    [Fact]
    public void AnOutage_IsMadeGoodOnce()
    {
        var state = Requested(Empty, "a", "b");
        var (from, to) = (Now.AddSeconds(100), Now.AddSeconds(1100));
        var extended = After(state, QueueRules.Extend(state, from, to));
        Assert.Equal(Now.AddSeconds(1600), extended.Holders[0].ValidUntil);
        Assert.Equal(Now.AddSeconds(2800), extended.Waiting[0].ValidUntil);
        Assert.Same(Decision.Unchanged, QueueRules.Extend(extended, from, to));
        // The process died again before it ran: only what is new is added.
        Assert.Equal(Now.AddSeconds(1700), After(extended, QueueRules.Extend(extended, from, to.AddSeconds(100))).Holders[0].ValidUntil);
    }

    [Fact]
    public void AResourceThatIsNotAvailable_QueuesAndGrantsNothing()
    {
        var offline = Requested(Modified(Empty, availability: ResourceAvailability.Offline), "a", "b");
        Assert.Equal(("", "ab"), Names(offline));
        Assert.Equal(("a", "b"), Names(Modified(offline, availability: ResourceAvailability.Available)));
    }

    [Fact]
    public void ReleaseWhileNotAvailable_KeepsTheQueue()
    {
        var state = Modified(Requested(Empty, "a", "b"), availability: ResourceAvailability.Maintenance);
        Assert.Equal(("", "b"), Names(After(state, QueueRules.Release(state, "a", Options, Now))));
    }

    [Fact]
    public void DueWork_ComesWithTheFirstEnd_OfHoldersAndWaiters()
    {
        var state = Requested(Empty, "a", "b");
        Assert.Equal(Now.AddSeconds(600), QueueKind.Instance.DueAt(state));
        state = After(state, QueueRules.KeepAlive(state, "a", Options with { ApprovedLife = TimeSpan.FromSeconds(1900) }, Now));
        Assert.Equal(Now.AddSeconds(1800), QueueKind.Instance.DueAt(state));
        Assert.Null(QueueKind.Instance.DueAt(Empty));
    }

    [Fact]
    public void AResourceThatWasGivenUp_IsNeverMade()
    {
        var settled = ResourceRules.Settle(new("1"), Now);
        var abandoned = settled.Events.Aggregate(new QueueState("1"), QueueRules.Apply);
        Assert.Equal(RefusalCodes.Unavailable, ResourceRules.Add(abandoned, new("Printer", new("name", "x"), null), Now).Refusal?.Code);
        Assert.Same(Decision.Unchanged, ResourceRules.Settle(Empty, Now));
    }

    [Fact]
    public void RaisingCapacity_PromotesAtOnce_LoweringEvictsNobody()
    {
        var raised = Modified(Requested(Empty, "a", "b", "c", "d"), capacity: 3);
        Assert.Equal(("abc", "d"), Names(raised));
        var lowered = Modified(raised, capacity: 1);
        Assert.Equal(("abc", "d"), Names(lowered));
        Assert.Equal(("bc", "d"), Names(After(lowered, QueueRules.Release(lowered, "a", Options, Now))));
    }

    [Fact]
    public void AFullQueue_IsRefused()
    {
        var state = Enumerable.Range(0, QueueRules.MaxWaiting + 1)
            .Aggregate(Empty, (s, i) => After(s, QueueRules.Request(s, new(i, $"u{i}", i, "u"), Options, Now)));
        Assert.Equal(ReservationCodes.QueueFull, QueueRules.Request(state, Wish("z"), Options, Now).Refusal?.Code);
        var freed = After(state, QueueRules.Cancel(state, "u500", Options, Now));
        Assert.Null(QueueRules.Request(freed, Wish("z"), Options, Now).Refusal);
    }

    [Fact]
    public void HigherPriority_OvertakesWithItsReason()
    {
        var state = Requested(Empty, "a", "b", "c");
        var decision = QueueRules.Request(state, Wish("d", 7), Options, Now.AddSeconds(60));
        var overtook = Assert.Single(decision.Events.OfType<ReservationOvertook>());
        Assert.Equal(["b", "c"], overtook.Before.Select(id => ((char)id).ToString()));
        Assert.Contains("Priority 7 against 5", overtook.Reason, StringComparison.Ordinal);
        Assert.Equal(("a", "dbc"), Names(After(state, decision)));
    }

    [Fact]
    public void Ageing_LetsNobodyStarve()
    {
        var state = Requested(Empty, "a", "b");
        var decision = QueueRules.Request(state, Wish("z", QueuePriority.Highest), Options, Now.AddSeconds(4 * 60 + 1));
        Assert.Empty(decision.Events.OfType<ReservationOvertook>());
        Assert.Equal(("a", "bz"), Names(After(state, decision)));
    }

    [Fact]
    public void AnotherPriority_MovesOneWhoWaits_AndSaysWhomItPassed()
    {
        var state = Requested(Empty, "a", "b", "c", "d");
        var decision = QueueRules.Prioritise(state, "d", 9, Options, Now);
        Assert.Equal(["b", "c"], decision.Events.OfType<ReservationOvertook>().Single().Before.Select(id => ((char)id).ToString()));
        var moved = After(state, decision);
        Assert.Equal(("a", "dbc"), Names(moved));
        Assert.Equal(("a", "bcd"), Names(After(moved, QueueRules.Prioritise(moved, "d", 5, Options, Now))));
        Assert.Same(Decision.Unchanged, QueueRules.Prioritise(moved, "d", 9, Options, Now));
        Assert.Equal(ReservationCodes.NotQueued, QueueRules.Prioritise(moved, "a", 9, Options, Now).Refusal?.Code);
    }

    [Fact]
    public void AnotherPriority_KeepsTheTimeThatOneHasWaited()
    {
        var state = Requested(Empty, "a", "b");
        state = After(state, QueueRules.Request(state, Wish("c", 6), Options, Now.AddSeconds(90)));
        Assert.Equal(("a", "bc"), Names(state));
        // c has waited since 90 s, and that counts whenever its priority is changed: a step above it is made good by 60 s, and d comes 70 s later.
        state = After(state, QueueRules.Prioritise(state, "c", 5, Options, Now.AddSeconds(300)));
        state = After(state, QueueRules.Request(state, Wish("d", 6), Options, Now.AddSeconds(160)));
        Assert.Equal(("a", "bcd"), Names(state));
    }

    [Fact]
    public void WhoeverWasPassedOnce_IsNotPassedAgain_AndWhoTakesTheirPlaceBackPassesNobody()
    {
        var state = Requested(Empty, "a", "b", "c");
        state = After(state, QueueRules.Prioritise(state, "c", 7, Options, Now));
        var higher = QueueRules.Prioritise(state, "c", 9, Options, Now);
        Assert.Equal([typeof(ReservationPrioritised)], higher.Events.Select(e => e.GetType()));
        state = After(state, higher);
        Assert.Equal(("a", "cb"), Names(state));
        var back = QueueRules.Prioritise(state, "b", 9, Options, Now);
        Assert.Equal([typeof(ReservationPrioritised)], back.Events.Select(e => e.GetType()));
        Assert.Equal(("a", "bc"), Names(After(state, back)));
    }

    [Fact]
    public void NobodyIsLost_WhateverComes() => FoldProperty.Holds(
        QueueKind.Instance,
        "1",
        [
            (s, now) => ResourceRules.Add(s, new("Printer", new("name", "x"), null, 2), now),
            (s, now) => ResourceRules.Modify(s, new(null, null, null, 1, null), Options, now),
            (s, now) => ResourceRules.Modify(s, new(null, null, "new", 3, ResourceAvailability.Available), Options, now),
            (s, now) => ResourceRules.Modify(s, new(null, null, null, null, ResourceAvailability.Offline), Options, now),
            .. "abcde".SelectMany(c => new Func<QueueState, DateTimeOffset, Decision>[]
            {
                (s, now) => QueueRules.Request(s, Wish($"{c}", (c - 'a') * 2), Options, now),
                (s, now) => QueueRules.Cancel(s, $"{c}", Options, now),
                (s, now) => QueueRules.Release(s, $"{c}", Options, now),
                (s, now) => QueueRules.KeepAlive(s, $"{c}", Options, now),
                (s, now) => QueueRules.Prioritise(s, $"{c}", 'e' - c, Options, now),
            }),
            (s, now) => QueueRules.Expire(s, Options, now),
            (s, now) => QueueRules.Extend(s, now.AddSeconds(-30), now),
        ],
        Consistent);

    private static bool Consistent(QueueState state, IReadOnlyList<IEntityEvent> events)
    {
        var everybody = state.Holders.AddRange(state.Waiting);
        var asked = events.OfType<ReservationRequested>().Count();
        var ended = events.OfType<ReservationEnded>().Count();
        var freePlace = state.Exists && state.Availability == ResourceAvailability.Available && state.Holders.Length < state.Capacity;
        return everybody.Length == asked - ended
            && everybody.Select(r => r.Account).Distinct().Count() == everybody.Length
            && state.Holders.Length <= 3
            && !(freePlace && !state.Waiting.IsEmpty)
            && state.Holders.Select(r => r.Token).SequenceEqual(state.Holders.Select(r => r.Token).Order())
            && state.Waiting.SequenceEqual(state.Waiting.OrderBy(r => r.Rank).ThenBy(r => r.Place));
    }

    private static QueueState Modified(QueueState state, int? capacity = null, string? availability = null) =>
        After(state, ResourceRules.Modify(state, new(null, null, null, capacity, availability), Options, Now));
}
