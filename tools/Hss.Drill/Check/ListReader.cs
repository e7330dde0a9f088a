using Hss.Silo.Audit;
using Hss.Silo.Hosting;

namespace Hss.Drill.Check;

/// <summary>
/// Compares what lists are answered from with the events. No caller sees the one beside the other, and what to find an entity by is only in the program: so this
/// reads the database itself, with the program's own kinds and keys, when its server is gone.
/// </summary>
internal static class ListReader
{
    /// <summary>Looks at every entity.</summary>
    /// <param name="settings">Those of the server that is gone.</param>
    public static async Task<ListVerification> Read(HssSettings settings)
    {
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System);
        return await ListVerifier.Of(opened).All(default);
    }
}
