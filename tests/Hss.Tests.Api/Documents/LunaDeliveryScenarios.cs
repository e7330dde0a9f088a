namespace Hss.Tests.Api.Documents;

/// <summary>Requests, returns and deliveries.</summary>
internal static class LunaDeliveryScenarios
{
    public static Scenarios All => new()
    {
    };
}
