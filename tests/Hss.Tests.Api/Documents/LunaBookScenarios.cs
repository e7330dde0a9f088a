namespace Hss.Tests.Api.Documents;

/// <summary>Books of LUNA.</summary>
internal static class LunaBookScenarios
{
    public static Scenarios All => new()
    {
    };
}
