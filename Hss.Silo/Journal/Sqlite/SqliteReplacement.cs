using Dapper;
using Hss.Silo.Files;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>
/// Takes a database file away, and puts a backup in its place, holding the lease until it is done. The backup gets its new epoch before it
/// takes the database's name, so nobody ever sees restored data under the old one.
/// </summary>
public static class SqliteReplacement
{
    /// <summary>Removes the database.</summary>
    /// <exception cref="LeaseHeldException">Another process has it; nothing was changed.</exception>
    public static async Task Empty(string path, TimeSpan wait, CancellationToken cancellation)
    {
        using var lease = await SqliteLease.Take(SqliteLease.FileOf(path), wait, TimeProvider.System, cancellation).ConfigureAwait(false);
        Remove(path);
    }

    /// <summary>Replaces the database by a backup (of <c>VACUUM INTO</c>).</summary>
    /// <param name="epoch">The feed's epoch from now on.</param>
    /// <exception cref="LeaseHeldException">Another process has the database; nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The file is no backup of a journal; nothing was changed.</exception>
    public static async Task Restore(string path, string file, string epoch, TimeSpan wait, CancellationToken cancellation)
    {
        using var lease = await SqliteLease.Take(SqliteLease.FileOf(path), wait, TimeProvider.System, cancellation).ConfigureAwait(false);
        var copy = path + ".restore";
        Remove(copy);
        File.Copy(file, copy);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (!await SqliteDatabase.IsJournal(copy).ConfigureAwait(false))
        {
            Remove(copy);
            throw new InvalidOperationException($"{file} is no backup of HSS");
        }

        await BeginEpoch(copy, epoch).ConfigureAwait(false);
        await EmptyLog(path).ConfigureAwait(false);
        File.Move(copy, path, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static async Task BeginEpoch(string copy, string epoch)
    {
        var connection = Connection(copy);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync().ConfigureAwait(false);
            await connection.ExecuteAsync("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL").ConfigureAwait(false);
            await connection.ExecuteAsync("UPDATE feed SET epoch = @epoch", new { epoch }).ConfigureAwait(false);
        }

        // The copy was written without waiting for the disk.
        var whole = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite);
        await using (whole.ConfigureAwait(false))
            whole.Flush(flushToDisk: true);
    }

    // What stands in the old log goes into the old file first: a crash before the move must leave the old database whole.
    private static async Task EmptyLog(string path)
    {
        if (!File.Exists(path))
            return;
        try
        {
            var connection = Connection(path);
            await using (connection.ConfigureAwait(false))
            {
                await connection.OpenAsync().ConfigureAwait(false);
                await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)").ConfigureAwait(false);
            }
        }
        catch (SqliteException)
        {
            // It is broken; that may be why a backup takes its place.
        }

        RemoveLog(path);
    }

    private static SqliteConnection Connection(string path) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());

    // The log first: one that is left without its file would be taken for the next file's.
    private static void Remove(string path)
    {
        RemoveLog(path);
        File.Delete(path);
    }

    private static void RemoveLog(string path)
    {
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }
}
