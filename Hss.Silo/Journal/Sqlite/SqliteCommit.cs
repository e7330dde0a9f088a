using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>
/// Commits so that the connection can be given up when that fails. SQLite rolls some failed commits back by itself (the disk refuses a write);
/// the driver does not notice, rolls back once more when the transaction is disposed, and that fault would hide the first one and keep the
/// connection from ever closing.
/// </summary>
internal static class SqliteCommit
{
    /// <summary>Commits.</summary>
    /// <exception cref="SqliteException">It failed; the transaction can be disposed.</exception>
    public static void Run(SqliteConnection connection, SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException)
        {
            // An empty transaction, which touches no disk, for the driver to roll back.
            if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
                raw.sqlite3_exec(connection.Handle, "BEGIN");
            throw;
        }
    }
}
