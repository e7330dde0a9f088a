namespace Hss.Tests.Api;

/// <summary>The real program in a process of its own; a new or empty data folder gets the demonstration data first.</summary>
internal static class SeededProcess
{
    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> Start(string dataFolder, IReadOnlyDictionary<string, string> settings, string? prefix = null)
    {
        var isNew = !Directory.Exists(dataFolder) || !Directory.EnumerateFileSystemEntries(dataFolder).Any();
        // Whoever names a database or keys of his own has data to go with them.
        if (isNew && !settings.ContainsKey("DB_ENGINE") && !settings.ContainsKey("HSS_DATA_KEYS"))
            await DemonstrationData.CopyTo(dataFolder);
        return await ServerProcess.Start(dataFolder, settings, prefix);
    }
}
