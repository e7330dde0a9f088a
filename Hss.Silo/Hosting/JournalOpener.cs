using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Silo.Journal.Sqlite;

namespace Hss.Silo.Hosting;

/// <summary>Opens the journal that the settings name, with its lease taken and its schema up to date.</summary>
public static class JournalOpener
{
    /// <summary>The database of the embedded default, in the data folder.</summary>
    public const string SqliteFile = "hss.db";

    /// <summary>Opens it.</summary>
    public static async Task<IJournal> Open(HssSettings settings, TimeProvider time, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(settings.DataFolder);
        return settings.Database.Engine == DatabaseEngine.Sqlite
            ? await SqliteJournal.Open(Path.Combine(settings.DataFolder, SqliteFile)).ConfigureAwait(false)
            : await PostgresJournal.Open(new() { ConnectionString = settings.Database.ConnectionString! }, time, cancellation).ConfigureAwait(false);
    }
}
