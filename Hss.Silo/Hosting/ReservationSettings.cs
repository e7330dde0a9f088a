using Hss.Grains.Reservations;

namespace Hss.Silo.Hosting;

/// <summary>Reservation queues.</summary>
/// <param name="Queues"><c>Reservations:ApprovedSeconds</c> (600) and <c>Reservations:RequestedSeconds</c> (1,800), 0 for never; <c>Reservations:AgeingSeconds</c> (60).</param>
/// <param name="ExtendByOutage"><c>Reservations:ExtendByOutage</c>: time in which no silo ran does not count against leases; true.</param>
/// <param name="NoAuth"><c>Reservations:NoAuth</c>: signing in by name alone makes a user; false.</param>
public sealed record ReservationSettings(ReservationOptions Queues, bool ExtendByOutage, bool NoAuth)
{
    private const int MaxSeconds = 365 * 24 * 3600;

    internal static ReservationSettings Read(SettingsReader reader) => new(
        new(
            TimeSpan.FromSeconds(reader.Number("Reservations:ApprovedSeconds", 600, 0, MaxSeconds)),
            TimeSpan.FromSeconds(reader.Number("Reservations:RequestedSeconds", 1800, 0, MaxSeconds)),
            TimeSpan.FromSeconds(reader.Number("Reservations:AgeingSeconds", 60, 1, MaxSeconds))),
        reader.Flag("Reservations:ExtendByOutage", true),
        reader.Flag("Reservations:NoAuth", false));
}
