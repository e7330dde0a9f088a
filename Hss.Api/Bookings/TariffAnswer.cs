using System.Text.Json.Serialization;
using Hss.Api.Platform;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;

namespace Hss.Api.Bookings;

/// <summary>The published tariff; its keys are camelCase, as clients know pricing.</summary>
/// <param name="Monthly">Rand a month, by type of item.</param>
/// <param name="HandlingFee">Rand, once.</param>
/// <param name="Durations">Months.</param>
public sealed record TariffAnswer(
    string Currency, IReadOnlyDictionary<string, decimal> Monthly, [property: JsonPropertyName("handlingFee")] decimal HandlingFee, TariffBounds Durations)
{
    internal static JsonAnswer Get() => new(new TariffAnswer(
        Tariff.Currency,
        Tariff.ItemTypes.ToDictionary(t => t, t => Money.ToUnits(Tariff.Monthly[t])),
        Money.ToUnits(Tariff.HandlingFee),
        new(Tariff.MinMonths, Tariff.MaxMonths)));
}

/// <summary>The least and the most.</summary>
public sealed record TariffBounds(int Min, int Max);
