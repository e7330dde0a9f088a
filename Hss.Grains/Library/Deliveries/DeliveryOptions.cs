namespace Hss.Grains.Library.Deliveries;

/// <summary>Settings that deliveries need.</summary>
/// <param name="ConfirmTime">How long after its arrival a request waits for its reader before it closes by itself; <c>Library:ConfirmMinutes</c>, 5 min.</param>
public sealed record DeliveryOptions(TimeSpan ConfirmTime);
