using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;

namespace Hss.Grains.Bookings;

/// <summary>A booking's durable state: the fold of its events.</summary>
public sealed record BookingState(string Id)
{
    /// <summary>Empty until the booking is made.</summary>
    public string Status { get; init; } = "";

    /// <summary>The account it belongs to.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>As printed on the papers.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Where the papers go.</summary>
    [Personal]
    public string? Email { get; init; }

    /// <summary>Where the things are fetched.</summary>
    [Personal]
    public string? Address { get; init; }

    /// <summary>The day of the pickup.</summary>
    public DateOnly PickupDate { get; init; }

    /// <summary>The time of the day, as the customer chose it.</summary>
    public string PickupWindow { get; init; } = "";

    /// <summary>The things.</summary>
    public ImmutableArray<BookingItem> Items { get; init; } = [];

    /// <summary>The price at the tariff of the day.</summary>
    public BookingPrice Price { get; init; } = new(0, 0, 0, 0);

    /// <summary>Set once, when the payment is captured.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the booking was made.</summary>
    public bool Exists => Status.Length > 0;
}
