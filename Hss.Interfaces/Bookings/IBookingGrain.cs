using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Bookings;

/// <summary>One storage booking, keyed by its public id (<c>HSS-…</c>).</summary>
[GrainTier(GrainTier.Resource), Alias("hss.bookings.booking")]
public interface IBookingGrain : IEntityGrain
{
    /// <summary>Makes the booking. Refused with <see cref="BookingCodes.IdTaken"/> when the id belongs to another booking.</summary>
    [Alias("submit")]
    Task<Outcome<BookingView>> Submit(CallContext context, SubmitBooking command);

    /// <summary>Staff moves the booking to another status. The same status again changes nothing and writes nothing.</summary>
    [Alias("change-status")]
    Task<Outcome<BookingView>> ChangeStatus(CallContext context, string status);

    /// <summary>Staff approves a submitted booking. Approving an approved one changes nothing.</summary>
    [Alias("approve")]
    Task<Outcome<BookingView>> Approve(CallContext context);

    /// <summary>Captures the payment of an approved booking, once ever.</summary>
    [Alias("pay")]
    Task<Outcome<BookingView>> Pay(CallContext context, string method);

    /// <summary>The committed booking, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BookingView?> Get();
}

/// <summary>The refusal codes of bookings beside the common ones.</summary>
public static class BookingCodes
{
    /// <summary>The id is another booking's; the caller derives the next one.</summary>
    public const string IdTaken = "booking_id_taken";

    /// <summary>The sent prices are not the tariff's (422).</summary>
    public const string PriceMismatch = "price_mismatch";
}

/// <summary>A booking to make. The texts are trimmed and checked by <c>BookingRules</c>; money is in cents.</summary>
[GenerateSerializer, Alias("hss.bookings.submit-booking"), Immutable]
public sealed record SubmitBooking(
    [property: Id(0)] string AccountId,
    [property: Id(1)] string CustomerName,
    [property: Id(2)] string Email,
    [property: Id(3)] DateOnly PickupDate,
    [property: Id(4)] string PickupWindow,
    [property: Id(5)] string Address,
    [property: Id(6)] ImmutableArray<BookingItem> Items,
    [property: Id(7)] BookingPrice Price);

/// <summary>One stored thing.</summary>
/// <param name="Type"><c>bed</c>, <c>fridge</c>, <c>box</c>, <c>suitcase</c> or <c>other</c>.</param>
/// <param name="S3Key">The key of an uploaded picture, kept as given.</param>
/// <param name="S3Verified">Whether the key named a completed upload of the caller when the booking was made.</param>
[GenerateSerializer, Alias("hss.bookings.item"), Immutable]
public sealed record BookingItem(
    [property: Id(0)] string Type, [property: Id(1)] string? Name, [property: Id(2)] string? S3Key, [property: Id(3)] bool S3Verified);

/// <summary>What a booking costs.</summary>
/// <param name="DurationMonths">1..12.</param>
/// <param name="MonthlySubtotal">Cents a month for all items.</param>
/// <param name="HandlingFee">Cents, once.</param>
/// <param name="Total">Cents: subtotal x months + fee.</param>
[GenerateSerializer, Alias("hss.bookings.price"), Immutable]
public sealed record BookingPrice(
    [property: Id(0)] int DurationMonths, [property: Id(1)] long MonthlySubtotal, [property: Id(2)] long HandlingFee, [property: Id(3)] long Total);

/// <summary>A booking as callers see it.</summary>
[GenerateSerializer, Alias("hss.bookings.view"), Immutable]
public sealed record BookingView(
    [property: Id(0)] string Id,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string CustomerName,
    [property: Id(3)] string Email,
    [property: Id(4)] DateOnly PickupDate,
    [property: Id(5)] string PickupWindow,
    [property: Id(6)] string Address,
    [property: Id(7)] ImmutableArray<BookingItem> Items,
    [property: Id(8)] BookingPrice Price,
    [property: Id(9)] string Status,
    [property: Id(10)] string? PaymentReference,
    [property: Id(11)] DateTimeOffset CreatedAt,
    [property: Id(12)] DateTimeOffset UpdatedAt,
    [property: Id(13)] long Version,
    [property: Id(14)] ImmutableArray<string> AllowedNext);
