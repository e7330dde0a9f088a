using System.Text.Json.Serialization;

namespace Hss.Baseline.Bookings;

/// <summary>A booking to make.</summary>
internal sealed record BookingBody(
    string? CustomerName, string? Email, DateOnly? PickupDate, string? PickupWindow, string? Address, BookingItemBody[]? Items, PricingBody? Pricing)
{
    private const int MaxItems = 200;
    private const int MaxMonths = 12;

    /// <summary>What is wrong with it, by field; empty when nothing is.</summary>
    public Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>();
        void Need(bool good, string field, string rule)
        {
            if (!good)
                faults[field] = [rule];
        }

        Need(CustomerName is { Length: >= 2 and <= 200 }, "customer_name", "must have 2..200 characters");
        Need(Email is { Length: <= 254 } && Email.IndexOf('@') is > 0 and var at && at < Email.Length - 1, "email", "must be an e-mail address");
        Need(PickupDate is not null, "pickup_date", "must be a date");
        Need(PickupWindow is { Length: >= 1 and <= 40 }, "pickup_window", "must have 1..40 characters");
        Need(Address is { Length: >= 1 and <= 500 }, "address", "must have 1..500 characters");
        Need(
            Items is { Length: >= 1 and <= MaxItems } && Array.TrueForAll(Items, static i => i is { Name: null or { Length: <= 200 }, S3Key: null or { Length: <= 500 } } && BookingPrice.IsKnown(i.Type)),
            "items",
            $"must be 1..{MaxItems} of bed, fridge, box, suitcase, other");
        Need(Pricing is { Duration: >= 1 and <= MaxMonths, MonthlySubtotal: not null, HandlingFee: not null, Total: not null }, "pricing", $"must be whole, for 1..{MaxMonths} months");
        return faults;
    }
}

/// <summary>A thing to store.</summary>
internal sealed record BookingItemBody(string? Type, string? Name, [property: JsonPropertyName("s3Key")] string? S3Key);

/// <summary>What the client computed.</summary>
internal sealed record PricingBody(
    [property: JsonPropertyName("duration")] int? Duration,
    [property: JsonPropertyName("monthlySubtotal")] decimal? MonthlySubtotal,
    [property: JsonPropertyName("handlingFee")] decimal? HandlingFee,
    [property: JsonPropertyName("total")] decimal? Total);

/// <summary>A payment.</summary>
internal sealed record PaymentBody(string? Method);

/// <summary>The answer to a change.</summary>
internal sealed record BookingChanged(string BookingId, string Status, string RequestId);

/// <summary>The answer to a payment.</summary>
internal sealed record BookingPaid(string BookingId, string PaymentReference, string Status, string RequestId);

/// <summary>A booking as its list shows it.</summary>
internal sealed record BookingRow(
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
    DateTime CreatedAt,
    DateTime UpdatedAt,
    string? PaymentReference);

/// <summary>A page of bookings.</summary>
internal sealed record BookingPage(BookingRow[] Bookings, int Count, long Total, string RequestId);

/// <summary>Why not.</summary>
internal sealed record BookingRefused(BookingError Error, string RequestId);

/// <summary>What is wrong.</summary>
internal sealed record BookingError(string Code, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Dictionary<string, string[]>? Details = null);
