using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Bookings;

/// <summary>Any order of commands: the stored state is the fold of the stored events, and a booking is paid at most once.</summary>
public sealed class BookingFoldTests
{
    private static readonly SubmitBooking Submit = new(
        "a1", "Thandi", "T@x.org", new(2026, 4, 1), "08:00-11:00", "1 Burnett St", [new("bed", null, null, false)], new(1, 250_00, 350_00, 600_00));

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndPaysAtMostOnce() => FoldProperty.Holds(
        BookingKind.Instance,
        "HSS-1000000001",
        [
            (s, now) => BookingRules.Submit(s, Submit, now),
            (s, now) => BookingRules.Approve(s, "staff", now),
            (s, now) => BookingRules.Pay(s, "card", "a1", "customer", now),
            (s, now) => BookingRules.Pay(s, "card", "b2", "customer", now),
            .. BookingStatus.All.Select(status => (Func<BookingState, DateTimeOffset, Decision>)((s, now) => BookingRules.ChangeStatus(s, status, now))),
        ],
        (_, events) => events.OfType<PaymentCaptured>().Count() <= 1);
}
