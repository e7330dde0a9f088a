namespace Hss.Grains.Reservations;

/// <summary>How queues behave.</summary>
/// <param name="ApprovedLife">How long a place is held without a sign of life; zero for ever.</param>
/// <param name="RequestedLife">How long one waits without a sign of life; zero for ever.</param>
/// <param name="Ageing">The wait that counts as much as one step of priority: so nobody waits for ever behind higher ones.</param>
public sealed record ReservationOptions(TimeSpan ApprovedLife, TimeSpan RequestedLife, TimeSpan Ageing);
