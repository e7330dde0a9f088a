using Hss.Grains.Entities;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop;

public sealed class StockRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private static readonly EntityKey Key = new("stock", "1");

    private static readonly StockState Ten = After(new("1"), StockRules.Adjust(new("1"), 10, Now));

    private static StockHold Units(string order, long quantity) => new(order, new("order", order), quantity);

    private static StockState After(StockState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, StockRules.Apply);
    }

    private static StockState Held(StockState state, string order, long quantity) => After(state, StockRules.Hold(state, Units(order, quantity), Life, Now));

    private static StockState Confirmed(StockState state, params string[] holds) => After(state, StockRules.Confirm(state, holds, Now));

    private static (long Available, long Held, long Sold, long Received) Numbers(StockState s) => (s.Available, s.Held, s.Sold, s.Received);

    [Fact]
    public void Hold_TakesUnitsOutOfWhatIsAvailable() => Assert.Equal((7, 3, 0, 10), Numbers(Held(Ten, "1", 3)));

    [Fact]
    public void Hold_OfMoreThanAvailable_IsRefused() =>
        Assert.Equal(StockCodes.Insufficient, StockRules.Hold(Held(Ten, "1", 8), Units("2", 3), Life, Now).Refusal?.Code);

    [Fact]
    public void Hold_OfAllThatIsLeft_IsAccepted() => Assert.Equal((0, 10, 0, 10), Numbers(Held(Held(Ten, "1", 8), "2", 2)));

    [Fact]
    public void Hold_WithoutAStock_IsRefused() => Assert.Equal(RefusalCodes.NotFound, StockRules.Hold(new("9"), Units("1", 1), Life, Now).Refusal?.Code);

    [Fact]
    public void ASecondHoldWithTheSameId_AnswersTheFirstResult() =>
        Assert.Same(Decision.Unchanged, StockRules.Hold(Held(Ten, "1", 3), Units("1", 3), Life, Now));

    [Fact]
    public void Confirm_SellsHeldUnits_SeveralInOneEvent()
    {
        var state = Held(Held(Ten, "1", 3), "2", 2);

        var decision = StockRules.Confirm(state, ["1", "2", "2", "unknown"], Now);

        Assert.Equal(2, Assert.IsType<StockConfirmed>(Assert.Single(decision.Events)).Holds.Length);
        Assert.Equal((5, 0, 5, 10), Numbers(After(state, decision)));
    }

    [Fact]
    public void Confirm_Twice_ChangesNothing() => Assert.Same(Decision.Unchanged, StockRules.Confirm(Confirmed(Held(Ten, "1", 3), "1"), ["1"], Now));

    [Fact]
    public void Release_GivesHeldUnitsBack_Once()
    {
        var state = Held(Ten, "1", 3);
        var released = After(state, StockRules.Release(state, "1", Now));

        Assert.Equal((10, 0, 0, 10), Numbers(released));
        Assert.Equal((10, 0, 0, 10), Numbers(After(released, StockRules.Release(released, "1", Now))));
    }

    [Fact]
    public void AReleaseThatArrivesBeforeItsHold_LeavesATombstone()
    {
        var marked = After(Ten, StockRules.Release(Ten, "1", Now));

        Assert.Equal(RefusalCodes.Conflict, StockRules.Hold(marked, Units("1", 1), Life, Now).Refusal?.Code);
        Assert.Null(StockRules.Hold(marked, Units("2", 1), Life, Now).Refusal);
    }

    [Fact]
    public void Tombstones_AreForgottenWhenNoHoldCanComeAnyMore()
    {
        var marked = After(Ten, StockRules.Release(Ten, "1", Now));
        var later = Now + StockRules.MarkLife + TimeSpan.FromSeconds(1);

        Assert.Empty(After(marked, StockRules.Hold(marked, Units("2", 1), Life, later)).Released);
    }

    [Fact]
    public void AReturn_ComesBackOnlyWhenConfirmed_AndOnce()
    {
        var sold = Confirmed(Held(Ten, "1", 3), "1");
        var announced = After(sold, StockRules.HoldReturn(sold, Units("1.2", 3), Life, Now));

        Assert.Equal((7, 0, 3, 10), Numbers(announced));
        var back = Confirmed(announced, "1.2");
        Assert.Equal((10, 0, 0, 10), Numbers(back));
        Assert.Same(Decision.Unchanged, StockRules.Confirm(back, ["1.2"], Now));
    }

    [Fact]
    public void AReturnOfMoreThanWasSold_IsRefused_AnnouncedOnesCounted()
    {
        var sold = Confirmed(Held(Ten, "1", 3), "1");
        var announced = After(sold, StockRules.HoldReturn(sold, Units("1.2", 2), Life, Now));

        Assert.Equal(RefusalCodes.Conflict, StockRules.HoldReturn(announced, Units("1.3", 2), Life, Now).Refusal?.Code);
    }

    [Fact]
    public void AReleasedReturn_StaysSold()
    {
        var sold = Confirmed(Held(Ten, "1", 3), "1");
        var announced = After(sold, StockRules.HoldReturn(sold, Units("1.2", 3), Life, Now));

        Assert.Equal((7, 0, 3, 10), Numbers(After(announced, StockRules.Release(announced, "1.2", Now))));
    }

    [Fact]
    public void Adjust_SetsWhatIsAvailable_AndBooksTheDifferenceAsReceived() =>
        Assert.Equal((20, 3, 0, 23), Numbers(After(Held(Ten, "1", 3), StockRules.Adjust(Held(Ten, "1", 3), 20, Now))));

    [Theory]
    [InlineData(-1)]
    [InlineData(StockRules.MaxUnits + 1)]
    public void Adjust_OutOfBounds_IsRefused(long available) => Assert.Equal(RefusalCodes.Invalid, StockRules.Adjust(Ten, available, Now).Refusal?.Code);

    [Fact]
    public void AHoldEndsOnlyByConfirmOrRelease_NeverByItsClockAlone()
    {
        var state = Held(Ten, "1", 3);

        Assert.Empty(StockRules.Overdue(state, Key, Now + Life - TimeSpan.FromTicks(1)));
        Assert.Equal([new OverdueHold(new("order", "1"), "1", Key)], StockRules.Overdue(state, Key, Now + Life).AsEnumerable());
        Assert.Equal(Now + Life, StockKind.Instance.DueAt(state));
        Assert.Null(StockKind.Instance.DueAt(Confirmed(state, "1")));
    }

    [Fact]
    public void SellingOutAndComingBack_TellTheWishlists()
    {
        var last = StockRules.Hold(Ten, Units("1", 10), Life, Now);
        var empty = After(Ten, last);

        Assert.Equal(new StockCrossed("1", InStock: false), Assert.Single(last.Effects).Payload);
        Assert.Equal(new StockCrossed("1", InStock: true), Assert.Single(StockRules.Release(empty, "1", Now).Effects).Payload);
        Assert.Equal(ShopEffects.StockCrossed, last.Effects[0].Target);
        Assert.Empty(StockRules.Hold(Ten, Units("1", 9), Life, Now).Effects);
        Assert.Empty(StockRules.Adjust(new("2"), 5, Now).Effects);
    }

    [Fact]
    public void Stock_AvailableHeldAndSoldAreWhatWasReceived_AtEveryEvent_AndStateIsTheFold() => FoldProperty.Holds(
        StockKind.Instance,
        "1",
        [
            (s, now) => StockRules.Adjust(s, 10, now),
            (s, now) => StockRules.Adjust(s, 3, now),
            (s, now) => StockRules.Hold(s, Units("1", 2), Life, now),
            (s, now) => StockRules.Hold(s, Units("2", 3), Life, now),
            (s, now) => StockRules.Hold(s, Units("3", 5), Life, now),
            (s, now) => StockRules.Confirm(s, ["1", "2"], now),
            (s, now) => StockRules.Confirm(s, ["3", "r"], now),
            (s, now) => StockRules.Release(s, "1", now),
            (s, now) => StockRules.Release(s, "3", now),
            (s, now) => StockRules.HoldReturn(s, Units("r", 2), Life, now),
            (s, now) => StockRules.Release(s, "r", now),
        ],
        (s, _) => s.Available + s.Held + s.Sold == s.Received
            && s is { Available: >= 0, Held: >= 0, Sold: >= 0 }
            && s.Held == s.Holds.Values.Where(h => !h.IsReturn).Sum(h => h.Quantity));

    [Fact]
    public void StateSize_IsIndependentOfHowManyUnitsWereEverSold()
    {
        var state = After(new("1"), StockRules.Adjust(new("1"), 100_000, Now));
        for (var i = 0; i < 10_000; i++)
            state = Confirmed(Held(state, $"{i}", 1), $"{i}");

        Assert.Equal((90_000, 0, 10_000, 100_000), Numbers(state));
        Assert.True(System.Text.Json.JsonSerializer.Serialize(state).Length < 300);
    }
}
