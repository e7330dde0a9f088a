using Hss.Grains.Robots;

namespace Hss.Silo.Hosting;

/// <summary>Robots.</summary>
/// <param name="Watch"><c>Robots:OfflineSeconds</c>: how long a robot may be silent; 15.</param>
/// <param name="StopPatience"><c>Robots:StopAcknowledgeMs</c>: how long the answer to an emergency stop waits for acknowledgements; 1 s.</param>
public sealed record RobotSettings(RobotOptions Watch, TimeSpan StopPatience)
{
    internal static RobotSettings Read(SettingsReader reader) => new(
        new(TimeSpan.FromSeconds(reader.Number("Robots:OfflineSeconds", 15, 1, 3600))),
        TimeSpan.FromMilliseconds(reader.Number("Robots:StopAcknowledgeMs", 1000, 0, 8000)));
}
