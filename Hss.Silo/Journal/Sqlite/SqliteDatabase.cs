using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>Opens connections to one database file: WAL, and synchronous FULL, so that a commit is on the disk when it is answered.</summary>
public sealed class SqliteDatabase(string path)
{
    private const string SystemLibrary = "libsqlite3.so.0";
    private static readonly object Loaded = Load();

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Whether a file is a whole database of ours.</summary>
    public static async Task<bool> IsJournal(string path)
    {
        _ = Loaded;
        try
        {
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
            await using var _ = connection.ConfigureAwait(false);
            await connection.OpenAsync().ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check").ConfigureAwait(false) == "ok"
                && await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM feed").ConfigureAwait(false) == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Opens a connection.</summary>
    public SqliteConnection Open()
    {
        _ = Loaded;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536; PRAGMA case_sensitive_like = ON";
        command.ExecuteNonQuery();
        return connection;
    }

    // The system's library is newer than the bundled one where it is installed.
    private static object Load()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
            static (name, assembly, search) =>
                name == "e_sqlite3" && NativeLibrary.TryLoad(SystemLibrary, assembly, search, out var handle) ? handle : IntPtr.Zero);
        SQLitePCL.Batteries_V2.Init();
        return new();
    }
}
