using Hss.Grains.Assets;
using Hss.Interfaces.Assets;

namespace Hss.Api.Assets.Reservations;

/// <summary>An asset's calendar: who reserved it is not said, for what is.</summary>
public static class AssetCalendar
{
    /// <summary>The document. A checkout without an expected return is shown as lasting as reservations count on (<see cref="ReservationRules.UsualCheckout"/>).</summary>
    /// <param name="assignedAt">Since when its holder has it; null when nobody has.</param>
    public static string Of(AssetView asset, DateTimeOffset? assignedAt, DateTimeOffset now)
    {
        var title = $"{asset.Tag} {asset.Details.Name}";
        var calendar = new Calendar($"Asset {title}");
        if (assignedAt is { } since)
        {
            // Who brings it back late has it until now at least.
            var until = asset.DueBack is not { } due ? now + ReservationRules.UsualCheckout : due > now ? due : now;
            calendar.Add($"checkout-{asset.CheckoutWorkflow ?? asset.Id}@hss", asset.UpdatedAt, since, until, $"Checked out: {title}", null);
        }

        foreach (var reservation in ReservationRules.Open(asset.Reservations, now))
            calendar.Add($"{reservation.Id}@hss", reservation.CreatedAt, reservation.From, reservation.To, $"Reserved: {title}", reservation.Purpose);
        return calendar.ToString();
    }
}
