using System.Collections.Immutable;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Bookings;

public sealed class BookingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static SubmitBooking Command(BookingPrice price, params string[] types) => new(
        "a1", "Thandi M", "thandi@example.org", new(2026, 4, 1), "08:00-11:00", "1 Burnett St", [.. types.Select(t => new BookingItem(t, null, null, false))], price);

    private static BookingState In(string status) => new("HSS-1000000001")
    {
        Status = status,
        AccountId = "a1",
        Price = new(3, 310_00, 350_00, 1280_00),
        PaymentReference = status is BookingStatus.Paid ? "PAY-1000000001" : null,
    };

    private static BookingState Fold(BookingState state, Decision decision) => decision.Events.Aggregate(state, BookingRules.Apply);

    [Fact]
    public void Submit_AtTheDocumentsExample_CostsTheTariff()
    {
        var decision = BookingRules.Submit(new("HSS-1"), Command(new(3, 310_00, 350_00, 1280_00), "bed", "box"), Now);

        var submitted = Assert.IsType<BookingSubmitted>(Assert.Single(decision.Events));
        Assert.Equal(new BookingPrice(3, 310_00, 350_00, 1280_00), submitted.Price);
        Assert.Equal(BookingStatus.Submitted, Fold(new("HSS-1"), decision).Status);
    }

    [Fact]
    public void Submit_WithOtherNumbers_NamesBothSets()
    {
        var decision = BookingRules.Submit(new("HSS-1"), Command(new(3, 300_00, 350_00, 1250_00), "bed", "box"), Now);

        Assert.Equal(BookingCodes.PriceMismatch, decision.Refusal!.Code);
        Assert.Equal(
            [("pricing.monthlySubtotal", "300.00", "310.00"), ("pricing.total", "1250.00", "1280.00")],
            decision.Refusal.Details.Select(d => (d.Field, d.Sent!, d.Expected!)));
    }

    [Fact]
    public void Submit_UnderATakenId_IsRefused() =>
        Assert.Equal(
            BookingCodes.IdTaken,
            BookingRules.Submit(In(BookingStatus.Submitted), Command(new(1, 60_00, 350_00, 410_00), "box"), Now).Refusal!.Code);

    public static TheoryData<string, string> AllMoves()
    {
        var moves = new TheoryData<string, string>();
        foreach (var from in BookingStatus.All)
        {
            foreach (var to in BookingStatus.All)
                moves.Add(from, to);
        }

        return moves;
    }

    [Theory]
    [MemberData(nameof(AllMoves))]
    public void ChangeStatus_FollowsTheStateMachine(string from, string to)
    {
        string[] allowed = ["submitted>approved", "approved>collected", "approved>paid", "paid>collected", "collected>in_storage", "in_storage>returned"];

        var decision = BookingRules.ChangeStatus(In(from), to, Now);

        if (from == to)
            Assert.Equal(Decision.Unchanged, decision);
        else if (allowed.Contains($"{from}>{to}"))
            Assert.Equal(to, Fold(In(from), decision).Status);
        else
            Assert.Equal(RefusalCodes.Conflict, decision.Refusal!.Code);
    }

    [Fact]
    public void ChangeStatus_ToPaid_RecordsAPaymentByHand()
    {
        var captured = Assert.IsType<PaymentCaptured>(Assert.Single(BookingRules.ChangeStatus(In(BookingStatus.Approved), "paid", Now).Events));

        Assert.Equal(("manual", "PAY-1000000001", 1280_00L), (captured.Method, captured.Reference, captured.Amount));
    }

    [Fact]
    public void ChangeStatus_ToAnUnknownOne_ListsAll() =>
        Assert.Equal(
            "status must be one of ['approved', 'collected', 'in_storage', 'paid', 'returned', 'submitted']",
            BookingRules.ChangeStatus(In(BookingStatus.Approved), "lost", Now).Refusal!.Message);

    [Fact]
    public void Approve_Twice_WritesOneEvent()
    {
        var first = BookingRules.Approve(In(BookingStatus.Submitted), "staff", Now);
        var second = BookingRules.Approve(Fold(In(BookingStatus.Submitted), first), "staff", Now);

        Assert.IsType<BookingApproved>(Assert.Single(first.Events));
        Assert.Equal(Decision.Unchanged, second);
    }

    [Theory]
    [InlineData("card")]
    [InlineData(" EFT ")]
    [InlineData("Saved card ending in 1042")]
    public void Pay_WhenApproved_CapturesOnce(string method)
    {
        var first = BookingRules.Pay(In(BookingStatus.Approved), method, "a1", "customer", Now);
        var second = BookingRules.Pay(Fold(In(BookingStatus.Approved), first), method, "a1", "customer", Now);

        Assert.Equal("PAY-1000000001", Assert.IsType<PaymentCaptured>(Assert.Single(first.Events)).Reference);
        Assert.Equal(RefusalCodes.Conflict, second.Refusal!.Code);
        Assert.Equal(("payment_reference", "PAY-1000000001"), (second.Refusal.Details[0].Field, second.Refusal.Details[0].Message));
    }

    [Theory]
    [InlineData(BookingStatus.Submitted)]
    [InlineData(BookingStatus.Collected)]
    public void Pay_WhenNotApproved_IsRefused(string status) =>
        Assert.Equal("Booking must be approved before payment", BookingRules.Pay(In(status), "card", "a1", "customer", Now).Refusal!.Message);

    [Fact]
    public void Pay_WithAnUnknownMethod_IsRefusedBeforeExistence() =>
        Assert.Equal(RefusalCodes.Invalid, BookingRules.Pay(new("HSS-1"), "cash", "a1", "customer", Now).Refusal!.Code);

    [Fact]
    public void Everything_OnABookingThatIsNot_IsNotFound()
    {
        var none = new BookingState("HSS-1");

        Assert.All(
            [BookingRules.Pay(none, "card", "a1", "customer", Now), BookingRules.Approve(none, "staff", Now), BookingRules.ChangeStatus(none, "approved", Now)],
            d => Assert.Equal(RefusalCodes.NotFound, d.Refusal!.Code));
    }
}
