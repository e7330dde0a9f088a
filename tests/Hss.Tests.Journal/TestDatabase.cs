using System.Data.Common;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Shared.Postgres;
using Npgsql;

namespace Hss.Tests.Journal;

/// <summary>An empty journal on a real database, with a way to change what is stored behind its back.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<DbConnection> _connect;
    private readonly Func<Task<IJournal>> _open;
    private readonly DirectoryInfo? _folder;

    private TestDatabase(
        IJournal journal, JournalAdministration administration, string zeroHash, Func<DbConnection> connect, Func<Task<IJournal>> open, DirectoryInfo? folder)
    {
        (Journal, Administration, ZeroHash, _connect, _open, _folder) = (journal, administration, zeroHash, connect, open, folder);
    }

    public IJournal Journal { get; private set; }

    public JournalAdministration Administration { get; private set; }

    /// <summary>SQL for 32 zero bytes.</summary>
    public string ZeroHash { get; }

    public static async Task<TestDatabase> Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("hss-database-");
        var file = Path.Combine(folder.FullName, "hss.db");
        var journal = await SqliteJournal.Open(file, TimeProvider.System);
        return new(journal, journal.Administration, "zeroblob(32)", new SqliteDatabase(file).Open, async () => await SqliteJournal.Open(file, TimeProvider.System), folder);
    }

    public static async Task<TestDatabase> Postgres(PostgresServer server, TimeProvider? time = null)
    {
        var target = server.CreateDatabase();
        var journal = await PostgresJournal.Open(new() { ConnectionString = target }, time ?? TimeProvider.System);
        return new(journal, journal.Administration, "decode(repeat('00', 32), 'hex')", Beside, async () => await PostgresJournal.Open(new() { ConnectionString = target }, time ?? TimeProvider.System), null);

        DbConnection Beside()
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(target) { Pooling = false }.ConnectionString);
            connection.Open();
            return connection;
        }
    }

    /// <summary>Closes the journal and starts the program on its database again.</summary>
    public async Task OpenAgain()
    {
        await Journal.DisposeAsync();
        Journal = await _open();
        Administration = Journal is SqliteJournal sqlite ? sqlite.Administration : ((PostgresJournal)Journal).Administration;
    }

    /// <summary>A connection beside the journal's own.</summary>
    public DbConnection Connect() => _connect();

    /// <summary>Changes rows directly; answers how many.</summary>
    public async Task<int> Tamper(string sql)
    {
        await using var connection = Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
