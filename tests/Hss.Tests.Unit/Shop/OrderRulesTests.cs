using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Orders;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop;

public sealed class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<ProductQuantity> Units = [new("9", 2), new("10", 3)];

    private static readonly PlaceOrder Command = new("ada", "Ada Lovelace", " 1 Quay ", Units);

    private static readonly OrderState Placed = After(new("7"), Place(new("7")));

    private static Decision Place(OrderState state) => OrderRules.Place(
        state, Command, OrderRules.Sum(Command.Lines), [new("9", "Jeans", 69_99), new("10", "Hat", 10_00)], Now);

    private static OrderState After(OrderState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, OrderRules.Apply);
    }

    private static OrderState In(string status) => status switch
    {
        OrderStatus.Processing => Placed,
        OrderStatus.Cancelled => After(Placed, OrderRules.Cancel(Placed, "ada", "r1", Now)),
        OrderStatus.RefundRequested => After(In(OrderStatus.Delivered), OrderRules.RequestRefund(In(OrderStatus.Delivered), "ada", new("torn", []), Now)),
        OrderStatus.Refunded => After(In(OrderStatus.RefundRequested), OrderRules.DecideRefund(In(OrderStatus.RefundRequested), new(true, null, null), "r2", Now)),
        _ => After(Placed, OrderRules.ChangeStatus(Placed, status, "", Now)),
    };

    private static OrderState Requested(params ImmutableArray<ProductQuantity> items) =>
        After(In(OrderStatus.Delivered), OrderRules.RequestRefund(In(OrderStatus.Delivered), "ada", new(null, items), Now));

    [Fact]
    public void TheSameProductOnTwoLines_IsSummedFirst_InTheOrderOfNumbers() => Assert.Equal(
        [new("2", 1), new("9", 6), new("10", 3)],
        (ProductQuantity[])[.. OrderRules.Sum([new("10", 3), new("9", 1), new("9", 5), new("2", 1)])]);

    [Theory]
    [InlineData(59_98, 4_80, 10_00, 74_78)]
    [InlineData(99_99, 8_00, 10_00, 117_99)]
    [InlineData(100_00, 8_00, 0, 108_00)]
    [InlineData(100_01, 8_00, 0, 108_01)]
    [InlineData(6, 0, 10_00, 10_06)]
    [InlineData(7, 1, 10_00, 10_08)]
    [InlineData(1_000_06, 80_00, 0, 1080_06)]
    [InlineData(1_000_07, 80_01, 0, 1080_08)]
    public void Price_IsTaxOfEightPercent_AndShippingUnderAHundred_RoundedHalfAwayFromZero(long subtotal, long tax, long shipping, long total)
    {
        var price = OrderPricing.Of([new(1, "1", "x", subtotal, 1)]);

        Assert.Equal((tax, shipping, total), (price.Tax, price.Shipping, price.Total));
    }

    [Fact]
    public void Place_TakesThePricesOfItsQuotes_AndNumbersItsLines()
    {
        Assert.Equal(
            [new(301, "9", "Jeans", 69_99, 2), new(302, "10", "Hat", 10_00, 3)],
            (OrderLine[])[.. Placed.Lines]);
        Assert.Equal((OrderStatus.Processing, "1 Quay", "ada"), (Placed.Status, Placed.DeliveryAddress, Placed.CustomerId));
        Assert.Equal(ShopEffects.OrderPlaced, Assert.Single(Place(new("7")).Effects).Target);
    }

    [Fact]
    public void Place_Again_IsRefused() => Assert.Equal(RefusalCodes.Conflict, Place(Placed).Refusal?.Code);

    [Fact]
    public void Place_UnderTheNumberOfNoOrder_IsRefused() => Assert.Equal(RefusalCodes.Conflict, Place(new(OrderRules.NoOrder)).Refusal?.Code);

    [Fact]
    public void AnUndecidedOrder_ThatIsSettled_CanNeverBePlaced()
    {
        var abandoned = After(new("7"), OrderRules.SettlePlacing(new("7"), Now));

        Assert.Equal(RefusalCodes.Conflict, Place(abandoned).Refusal?.Code);
        Assert.False(abandoned.Exists);
        Assert.Same(Decision.Unchanged, OrderRules.SettlePlacing(abandoned, Now));
        Assert.Same(Decision.Unchanged, OrderRules.SettlePlacing(Placed, Now));
    }

    public static TheoryData<string, string> AllMoves()
    {
        var moves = new TheoryData<string, string>();
        foreach (var from in OrderStatus.All)
        {
            foreach (var to in OrderStatus.All)
                moves.Add(from, to);
        }

        return moves;
    }

    [Theory]
    [MemberData(nameof(AllMoves))]
    public void ChangeStatus_GoesForwardOnly_AndCancelsOnlyWhileProcessing(string from, string to)
    {
        var allowed = (from, to) is
            (OrderStatus.Processing, OrderStatus.InTransit or OrderStatus.Delivered or OrderStatus.Cancelled) or (OrderStatus.InTransit, OrderStatus.Delivered);

        var decision = OrderRules.ChangeStatus(In(from), to, "r9", Now);

        if (from == to)
            Assert.Same(Decision.Unchanged, decision);
        else if (allowed)
            Assert.Equal(to, After(In(from), decision).Status);
        else
            Assert.Equal(OrderCodes.WrongStatus, decision.Refusal?.Code);
    }

    [Theory]
    [InlineData(OrderStatus.Processing, null)]
    [InlineData(OrderStatus.InTransit, OrderCodes.WrongStatus)]
    [InlineData(OrderStatus.Delivered, OrderCodes.WrongStatus)]
    [InlineData(OrderStatus.Cancelled, OrderCodes.WrongStatus)]
    public void Cancel_OnlyWhileProcessing(string status, string? code) => Assert.Equal(code, OrderRules.Cancel(In(status), "ada", "r", Now).Refusal?.Code);

    [Fact]
    public void Cancel_IsTheCustomersOwn()
    {
        Assert.Equal((RefusalCodes.Forbidden, "Not your order"), Told(OrderRules.Cancel(Placed, "eve", "r", Now)));
        Assert.Equal((RefusalCodes.NotFound, "Order 7 not found"), Told(OrderRules.Cancel(new("7"), "ada", "r", Now)));

        static (string?, string?) Told(Decision decision) => (decision.Refusal?.Code, decision.Refusal?.Message);
    }

    [Fact]
    public void Cancel_BringsAllUnitsBack()
    {
        var decision = OrderRules.Cancel(Placed, "ada", "r", Now);

        Assert.Equal(Units, OrderRules.Returned(Placed, decision).AsEnumerable());
        Assert.Equal(["r"], After(Placed, decision).Returns.AsEnumerable());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30 * 24 * 60, true)]
    [InlineData((30 * 24 * 60) + 1, false)]
    public void ARefund_IsAskedForWithinThirtyDays(int minutes, bool allowed)
    {
        var decision = OrderRules.RequestRefund(In(OrderStatus.Delivered), "ada", new(null, []), Now.AddMinutes(minutes));

        Assert.Equal(allowed ? null : OrderCodes.WrongStatus, decision.Refusal?.Code);
    }

    [Theory]
    [InlineData("9", 2, true)]
    [InlineData("9", 3, false)]
    [InlineData("11", 1, false)]
    [InlineData("9", 0, false)]
    public void ARefund_IsOfUnitsOfTheOrder(string product, long quantity, bool allowed)
    {
        var decision = OrderRules.RequestRefund(In(OrderStatus.Delivered), "ada", new(null, [new(product, quantity)]), Now);

        Assert.Equal(allowed ? null : OrderCodes.WrongStatus, decision.Refusal?.Code);
    }

    [Fact]
    public void RefundLinesNamingOneProductTwice_AddUp()
    {
        var delivered = In(OrderStatus.Delivered);

        Assert.Equal(OrderCodes.WrongStatus, OrderRules.RequestRefund(delivered, "ada", new(null, [new("9", 1), new("9", 2)]), Now).Refusal?.Code);
        Assert.Equal([new ProductQuantity("9", 2)], Requested(new("9", 1), new("9", 1)).Refund!.Items.AsEnumerable());
    }

    [Fact]
    public void ARefund_RestocksExactlyTheNamedUnits_AtTheirPurchasePrice()
    {
        var state = Requested(new ProductQuantity("9", 1));

        var decision = OrderRules.DecideRefund(state, new(true, null, null), "r", Now);

        Assert.Equal([new ProductQuantity("9", 1)], OrderRules.Returned(state, decision).AsEnumerable());
        Assert.Equal(69_99, After(state, decision).Refund!.Amount);
    }

    [Fact]
    public void ARefundOfTheWholeOrder_RestocksAllOfIt_WithoutTaxAndShipping()
    {
        var state = In(OrderStatus.RefundRequested);

        var decision = OrderRules.DecideRefund(state, new(true, null, null), "r", Now);

        Assert.Equal(Units, OrderRules.Returned(state, decision).AsEnumerable());
        Assert.Equal((2 * 69_99) + (3 * 10_00), After(state, decision).Refund!.Amount);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(183_58, true)]
    [InlineData(183_59, false)]
    public void ARefundsAmount_IsAboveZeroAndAtMostTheTotal(long amount, bool allowed)
    {
        Assert.Equal(183_58, Placed.Price.Total);

        var decision = OrderRules.DecideRefund(In(OrderStatus.RefundRequested), new(true, amount, null), "r", Now);

        Assert.Equal(allowed ? null : RefusalCodes.Invalid, decision.Refusal?.Code);
    }

    [Fact]
    public void ARejectedRefund_IsDeliveredAgain_WithoutItems_AndMayBeAskedForAgain()
    {
        var state = Requested(new ProductQuantity("9", 1));
        var rejected = After(state, OrderRules.DecideRefund(state, new(false, null, "worn"), "r", Now));

        Assert.Equal(OrderStatus.Delivered, rejected.Status);
        Assert.Empty(rejected.Refund!.Items);
        Assert.Empty(rejected.Returns);
        Assert.Null(OrderRules.RequestRefund(rejected, "ada", new(null, []), Now).Refusal);
    }

    [Theory]
    [InlineData(OrderStatus.Processing)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Refunded)]
    public void ADecision_NeedsARequest(string status)
    {
        var refusal = OrderRules.DecideRefund(In(status), new(true, null, null), "r", Now).Refusal;

        Assert.Equal("Order with id 7 refund cannot be approved/rejected. It must be in 'refund_requested' status.", refusal?.Message);
    }

    [Fact]
    public void AnUndecidedReturn_IsVoid_ByADurableDecision()
    {
        Assert.IsType<ReturnAbandoned>(Assert.Single(OrderRules.SettleReturn(Placed, "r1", Now).Events));
        Assert.Same(Decision.Unchanged, OrderRules.SettleReturn(In(OrderStatus.Cancelled), "r1", Now));
    }

    [Fact]
    public void Order_StateIsExactlyTheFoldOfItsEvents() => FoldProperty.Holds(
        OrderKind.Instance,
        "7",
        [
            (s, _) => Place(s),
            OrderRules.SettlePlacing,
            (s, now) => OrderRules.SettleReturn(s, "r1", now),
            (s, now) => OrderRules.ChangeStatus(s, OrderStatus.InTransit, "r1", now),
            (s, now) => OrderRules.ChangeStatus(s, OrderStatus.Delivered, "r1", now),
            (s, now) => OrderRules.Cancel(s, "ada", "r1", now),
            (s, now) => OrderRules.RequestRefund(s, "ada", new("torn", [new("9", 1)]), now),
            (s, now) => OrderRules.RequestRefund(s, "ada", new(null, []), now),
            (s, now) => OrderRules.DecideRefund(s, new(true, null, "ok"), "r2", now),
            (s, now) => OrderRules.DecideRefund(s, new(false, null, "no"), "r2", now),
            OrderRules.Delete,
        ],
        (s, events) =>
            events.Count(e => e is OrderPlaced or OrderAbandoned) <= 1
            && s.Returns.Length == events.Count(e => e is OrderCancelled or RefundApproved)
            && s.Returns.Length <= 1
            && (s.Refund?.Amount is null || s.Refund.Amount <= s.Price.Total));
}
