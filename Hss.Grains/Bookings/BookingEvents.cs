using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;

namespace Hss.Grains.Bookings;

/// <summary>A customer made the booking.</summary>
public sealed record BookingSubmitted(
    string AccountId,
    string CustomerName,
    [property: Personal] string Email,
    DateOnly PickupDate,
    string PickupWindow,
    [property: Personal] string Address,
    ImmutableArray<BookingItem> Items,
    BookingPrice Price,
    DateTimeOffset At) : IEntityEvent;

/// <summary>Staff moved the booking.</summary>
public sealed record BookingStatusChanged(string From, string To, DateTimeOffset At) : IEntityEvent;

/// <summary>Staff approved the booking through the staff queue.</summary>
public sealed record BookingApproved(string ActorRole, DateTimeOffset At) : IEntityEvent;

/// <summary>The payment was captured: by the customer's method, or by hand.</summary>
public sealed record PaymentCaptured(string Method, string Reference, long Amount, DateTimeOffset At) : IEntityEvent;
