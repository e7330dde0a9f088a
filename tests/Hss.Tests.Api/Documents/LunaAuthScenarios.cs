namespace Hss.Tests.Api.Documents;

/// <summary>Signing in on LUNA.</summary>
internal static class LunaAuthScenarios
{
    public static Scenarios All => new()
    {
    };
}
