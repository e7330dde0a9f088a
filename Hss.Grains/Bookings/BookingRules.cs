using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Files;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Bookings;

/// <summary>The rules of storage bookings: who may move what where, and that a booking is paid once.</summary>
public static class BookingRules
{
    /// <summary>The method of a payment that staff records by hand.</summary>
    public const string ManualMethod = "manual";

    /// <summary>The methods that a customer may name.</summary>
    public static readonly ImmutableArray<string> PaymentMethods = ["card", "eft", "saved card ending in 1042"];

    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Booking not found");

    /// <summary>Makes the booking at the tariff's price; other numbers than the tariff's are refused with both sets.</summary>
    public static Decision Submit(BookingState state, SubmitBooking command, DateTimeOffset now)
    {
        if (state.Exists)
            return Decision.Refuse(BookingCodes.IdTaken, "The booking id is taken");
        var price = Tariff.Price(command.Items, command.Price.DurationMonths);
        return Mismatches(command.Price, price) is { IsEmpty: false } faults
            ? new Refusal(BookingCodes.PriceMismatch, "The prices are not those of the tariff") { Details = faults }
            : Decision.Accept(new BookingSubmitted(
                command.AccountId, command.CustomerName, command.Email, command.PickupDate, command.PickupWindow, command.Address, command.Items, price, now))
                .With(Claims(state.Id, command.Items));
    }

    /// <summary>Moves the booking along its state machine; moving it to <c>paid</c> records a payment by hand.</summary>
    public static Decision ChangeStatus(BookingState state, string status, DateTimeOffset now)
    {
        if (!BookingStatus.IsKnown(status))
            return Decision.Refuse(RefusalCodes.Invalid, $"status must be one of [{string.Join(", ", BookingStatus.All.Select(s => $"'{s}'"))}]");
        if (!state.Exists)
            return NotFound;
        if (state.Status == status)
            return Decision.Unchanged;
        if (!BookingStatus.Next(state.Status).Contains(status))
            return Decision.Refuse(RefusalCodes.Conflict, $"Cannot move a booking from {state.Status} to {status}");
        return status == BookingStatus.Paid ? Capture(state, ManualMethod, now) : Decision.Accept(new BookingStatusChanged(state.Status, status, now));
    }

    /// <summary>Approves a submitted booking; a second approval changes nothing.</summary>
    public static Decision Approve(BookingState state, string role, DateTimeOffset now) => state switch
    {
        { Exists: false } => NotFound,
        { Status: BookingStatus.Approved } => Decision.Unchanged,
        { Status: BookingStatus.Submitted } => Decision.Accept(new BookingApproved(role, now)),
        _ => Decision.Refuse(RefusalCodes.Conflict, $"Cannot approve a booking that is {state.Status}"),
    };

    /// <summary>Whether a text has the shape of a booking's id: <c>HSS-</c> and ten digits.</summary>
    public static bool IsId(string text) => text.Length == 14 && text.StartsWith("HSS-", StringComparison.Ordinal) && text.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether somebody may see the booking: its owner, and staff.</summary>
    public static bool MaySee(string owner, string account, string role) => owner == account || role is "staff" or "admin";

    /// <summary>Captures the payment, once ever, for the owner or staff. A paid booking answers with its reference.</summary>
    public static Decision Pay(BookingState state, string method, string account, string role, DateTimeOffset now)
    {
        var chosen = method.Trim().ToLowerInvariant();
        if (!PaymentMethods.Contains(chosen))
            return Decision.Refuse(RefusalCodes.Invalid, $"method must be one of [{string.Join(", ", PaymentMethods.Select(m => $"'{m}'"))}]");
        if (!state.Exists || !MaySee(state.AccountId, account, role))
            return NotFound;
        if (state.PaymentReference is { } reference)
            return new Refusal(RefusalCodes.Conflict, "Booking is already paid") { Details = [new("payment_reference", reference)] };
        return state.Status == BookingStatus.Approved
            ? Capture(state, chosen, now)
            : Decision.Refuse(RefusalCodes.Conflict, "Booking must be approved before payment");
    }

    /// <summary>The state after an event.</summary>
    public static BookingState Apply(BookingState state, IEntityEvent e) => e switch
    {
        BookingSubmitted s => state with
        {
            Status = BookingStatus.Submitted,
            AccountId = s.AccountId,
            CustomerName = s.CustomerName,
            Email = s.Email.ToLowerInvariant(),
            PickupDate = s.PickupDate,
            PickupWindow = s.PickupWindow,
            Address = s.Address,
            Items = s.Items,
            Price = s.Price,
            CreatedAt = s.At,
            UpdatedAt = s.At,
        },
        BookingApproved a => state with { Status = BookingStatus.Approved, UpdatedAt = a.At },
        BookingStatusChanged c => state with { Status = c.To, UpdatedAt = c.At },
        PaymentCaptured p => state with { Status = BookingStatus.Paid, PaymentReference = p.Reference, UpdatedAt = p.At },
        _ => throw new InvalidOperationException($"A booking has no event {e.GetType().Name}"),
    };

    /// <summary>The payment's reference. A booking is paid once ever, so its own number makes it unique.</summary>
    public static string PaymentReference(string bookingId) =>
        "PAY-" + (bookingId.StartsWith("HSS-", StringComparison.Ordinal) ? bookingId[4..] : bookingId);

    // The uploads that items name are kept for as long as the booking.
    private static ImmutableArray<Effect> Claims(string booking, ImmutableArray<BookingItem> items)
    {
        var claims = ImmutableArray.CreateBuilder<Effect>();
        foreach (var key in items.Where(i => i.S3Verified).Select(i => i.S3Key).Distinct(StringComparer.Ordinal))
        {
            if (UploadKey.TryParse(key, out var upload))
                claims.Add(new($"claim/{upload}", UploadRules.ClaimTarget, new ClaimUpload(upload, booking)));
        }

        return claims.ToImmutable();
    }

    private static Decision Capture(BookingState state, string method, DateTimeOffset now) =>
        Decision.Accept(new PaymentCaptured(method, PaymentReference(state.Id), state.Price.Total, now));

    private static ImmutableArray<Fault> Mismatches(BookingPrice sent, BookingPrice expected)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        Compare("pricing.monthlySubtotal", sent.MonthlySubtotal, expected.MonthlySubtotal);
        Compare("pricing.handlingFee", sent.HandlingFee, expected.HandlingFee);
        Compare("pricing.total", sent.Total, expected.Total);
        return faults.ToImmutable();

        void Compare(string field, long ours, long theirs)
        {
            if (ours != theirs)
                faults.Add(new(field, "is not the tariff's") { Sent = Money.ToText(ours), Expected = Money.ToText(theirs) });
        }
    }
}
