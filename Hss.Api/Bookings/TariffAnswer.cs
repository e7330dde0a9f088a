using System.Text.Json.Nodes;
using Hss.Api.Platform;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;

namespace Hss.Api.Bookings;

/// <summary>The published tariff; its keys are camelCase, as clients know pricing.</summary>
internal static class TariffAnswer
{
    public static JsonAnswer Get() => new(new JsonObject
    {
        ["currency"] = Tariff.Currency,
        ["monthly"] = new JsonObject(Tariff.ItemTypes.Select(t => KeyValuePair.Create(t, (JsonNode?)Money.ToUnits(Tariff.Monthly[t])))),
        ["handlingFee"] = Money.ToUnits(Tariff.HandlingFee),
        ["durations"] = new JsonObject { ["min"] = Tariff.MinMonths, ["max"] = Tariff.MaxMonths },
    });
}
