namespace Hss.Tests.Api.Documents;

/// <summary>Robots and waypoints.</summary>
internal static class LunaRobotScenarios
{
    public static Scenarios All => new()
    {
    };
}
