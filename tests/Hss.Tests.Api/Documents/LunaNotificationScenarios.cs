namespace Hss.Tests.Api.Documents;

/// <summary>Notifications.</summary>
internal static class LunaNotificationScenarios
{
    public static Scenarios All => new()
    {
    };
}
