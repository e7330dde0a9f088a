using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Interfaces.Bookings;

namespace Hss.Grains.Bookings;

/// <summary>The published prices, in South African cents. The server's tariff is the truth; a client's numbers are only compared.</summary>
public static class Tariff
{
    /// <summary>ISO 4217.</summary>
    public const string Currency = "ZAR";

    /// <summary>Cents, once a booking: handling and pickup.</summary>
    public const long HandlingFee = 350_00;

    /// <summary>Shortest duration in months.</summary>
    public const int MinMonths = 1;

    /// <summary>Longest duration in months.</summary>
    public const int MaxMonths = 12;

    /// <summary>The item types in the order of the price list.</summary>
    public static readonly ImmutableArray<string> ItemTypes = ["bed", "fridge", "box", "suitcase", "other"];

    /// <summary>Cents a month by item type.</summary>
    public static readonly FrozenDictionary<string, long> Monthly = new Dictionary<string, long>
    {
        ["bed"] = 250_00,
        ["fridge"] = 300_00,
        ["box"] = 60_00,
        ["suitcase"] = 80_00,
        ["other"] = 120_00,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What these items cost for so many months. The types are known ones.</summary>
    public static BookingPrice Price(IEnumerable<BookingItem> items, int months)
    {
        var subtotal = items.Sum(i => Monthly[i.Type]);
        return new(months, subtotal, HandlingFee, checked((subtotal * months) + HandlingFee));
    }
}
