namespace Hss.Baseline.Bookings;

/// <summary>What a booking costs, in cents: things by the month, and the handling once.</summary>
internal readonly record struct BookingPrice(int Months, long MonthlySubtotal, long HandlingFee)
{
    private const long Handling = 350_00;

    public long Total => (MonthlySubtotal * Months) + HandlingFee;

    /// <summary>The tariff's price.</summary>
    public static BookingPrice Of(BookingItemBody[] items, int months) => new(months, items.Sum(static i => Monthly(i.Type)!.Value), Handling);

    public static bool IsKnown(string? type) => Monthly(type) is not null;

    /// <summary>Whether a client computed the same.</summary>
    public bool Is(PricingBody sent) =>
        sent.MonthlySubtotal * 100 == MonthlySubtotal && sent.HandlingFee * 100 == HandlingFee && sent.Total * 100 == Total;

    private static long? Monthly(string? type) => type switch
    {
        "bed" => 250_00,
        "fridge" => 300_00,
        "box" => 60_00,
        "suitcase" => 80_00,
        "other" => 120_00,
        _ => null,
    };
}
