using Hss.Grains.Library.Deliveries;

namespace Hss.Silo.Hosting;

/// <summary>The library.</summary>
/// <param name="Deliveries"><c>Library:ConfirmMinutes</c>: how long an arrived book waits for its reader; 5.</param>
public sealed record LibrarySettings(DeliveryOptions Deliveries)
{
    private const int MaxMinutes = 24 * 60;

    internal static LibrarySettings Read(SettingsReader reader) => new(new DeliveryOptions(TimeSpan.FromMinutes(reader.Number("Library:ConfirmMinutes", 5, 1, MaxMinutes))));
}
