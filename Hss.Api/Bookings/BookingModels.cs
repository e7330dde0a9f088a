using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Hss.Api.Platform.Wire;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;

namespace Hss.Api.Bookings;

/// <summary>A booking to make. The prices must be the tariff's (422 <c>price_mismatch</c> otherwise).</summary>
public sealed record CreateBookingBody
{
    /// <summary>2..200 characters.</summary>
    [Required, StringLength(200, MinimumLength = 2)]
    public string? CustomerName { get; init; }

    /// <summary>Where the papers go.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>ISO date.</summary>
    [Required]
    public DateOnly? PickupDate { get; init; }

    /// <summary>Any text, up to 40 characters.</summary>
    [Required, StringLength(40)]
    public string? PickupWindow { get; init; }

    /// <summary>Up to 500 characters.</summary>
    [Required, StringLength(500)]
    public string? Address { get; init; }

    /// <summary>1..200 things.</summary>
    [Required, Length(1, 200)]
    public ImmutableArray<ItemBody>? Items { get; init; }

    /// <summary>What the client computed.</summary>
    [Required]
    public PricingBody? Pricing { get; init; }

    /// <summary>The command for the rules: texts trimmed, money in cents.</summary>
    public SubmitBooking ToCommand(string account) => new(
        account,
        CustomerName!.Trim(),
        Email!.Trim(),
        PickupDate!.Value,
        PickupWindow!.Trim(),
        Address!.Trim(),
        [.. Items!.Value.Select(i => new BookingItem(i.Type!, i.Name?.Trim(), i.S3Key, S3Verified: false))],
        Pricing!.ToPrice());
}

/// <summary>One thing to store.</summary>
public sealed record ItemBody
{
    /// <summary>The tariff's type.</summary>
    [Required, AllowedValues("bed", "fridge", "box", "suitcase", "other")]
    public string? Type { get; init; }

    /// <summary>Up to 200 characters.</summary>
    [StringLength(200)]
    public string? Name { get; init; }

    /// <summary>The key of an uploaded picture.</summary>
    [JsonPropertyName("s3Key"), StringLength(500)]
    public string? S3Key { get; init; }
}

/// <summary>What the client computed, in rand.</summary>
public sealed record PricingBody
{
    private const double MaxAmount = 100_000_000;

    /// <summary>Months.</summary>
    [JsonPropertyName("duration"), Required, Range(Tariff.MinMonths, Tariff.MaxMonths)]
    public int? Duration { get; init; }

    /// <summary>A month, for all things.</summary>
    [JsonPropertyName("monthlySubtotal"), Required, Range(0, MaxAmount), Cents]
    public decimal? MonthlySubtotal { get; init; }

    /// <summary>Once.</summary>
    [JsonPropertyName("handlingFee"), Required, Range(0, MaxAmount), Cents]
    public decimal? HandlingFee { get; init; }

    /// <summary>Subtotal x months + fee.</summary>
    [JsonPropertyName("total"), Required, Range(0, MaxAmount), Cents]
    public decimal? Total { get; init; }

    /// <summary>In cents.</summary>
    public BookingPrice ToPrice() =>
        new(Duration!.Value, Money.FromUnits(MonthlySubtotal!.Value), Money.FromUnits(HandlingFee!.Value), Money.FromUnits(Total!.Value));
}

/// <summary>A move of a booking.</summary>
public sealed record StatusBody
{
    /// <summary>The status to move to.</summary>
    [Required]
    public string? Status { get; init; }
}

/// <summary>A payment.</summary>
public sealed record PaymentBody
{
    /// <summary><c>card</c> (default), <c>eft</c> or <c>saved card ending in 1042</c>, in any case.</summary>
    [StringLength(100)]
    public string? Method { get; init; }
}

/// <summary>A booking as its lists show it.</summary>
public record BookingRow(
    string Id,
    string CustomerName,
    string Email,
    string PickupDate,
    string PickupWindow,
    string Address,
    int DurationMonths,
    int ItemCount,
    decimal MonthlySubtotal,
    decimal HandlingFee,
    decimal Total,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? PaymentReference)
{
    /// <summary>The row of a booking.</summary>
    public static BookingRow Of(BookingView b) => new(
        b.Id,
        b.CustomerName,
        b.Email,
        b.PickupDate.ToString("yyyy-MM-dd"),
        b.PickupWindow,
        b.Address,
        b.Price.DurationMonths,
        b.Items.Length,
        Money.ToUnits(b.Price.MonthlySubtotal),
        Money.ToUnits(b.Price.HandlingFee),
        Money.ToUnits(b.Price.Total),
        b.Status,
        b.CreatedAt,
        b.UpdatedAt,
        b.PaymentReference);
}

/// <summary>A whole booking.</summary>
public sealed record BookingAnswer(BookingRow Row, ImmutableArray<ItemAnswer> Items, string RequestId) : BookingRow(Row)
{
    /// <summary>Only the base's fields are answered.</summary>
    [JsonIgnore]
    public BookingRow Row { get; init; } = Row;

    /// <summary>After the row's own fields.</summary>
    [JsonPropertyOrder(1)]
    public ImmutableArray<ItemAnswer> Items { get; init; } = Items;

    /// <summary>The request's id.</summary>
    [JsonPropertyOrder(2)]
    public string RequestId { get; init; } = RequestId;

    /// <summary>The whole of a booking.</summary>
    public static BookingAnswer Of(BookingView booking, string requestId) =>
        new(BookingRow.Of(booking), [.. booking.Items.Select(i => new ItemAnswer(i.Type, i.Name ?? "", i.S3Key, i.S3Verified))], requestId);
}

/// <summary>One stored thing.</summary>
/// <param name="S3Verified">Whether the key named a completed upload of the customer when the booking was made.</param>
public sealed record ItemAnswer(string ItemType, string ItemName, string? S3Key, bool S3Verified);

/// <summary>The answer to a change.</summary>
public sealed record BookingChanged(string BookingId, string Status, string RequestId);

/// <summary>The answer to a payment.</summary>
public sealed record BookingPaid(string BookingId, string PaymentReference, string Status, string RequestId);
