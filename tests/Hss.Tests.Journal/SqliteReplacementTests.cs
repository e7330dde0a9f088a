using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hss.Tests.Journal;

/// <summary>Emptying and restoring a database file: alone with it, and in one step.</summary>
public sealed class SqliteReplacementTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-replace-");

    private string Database => Path.Combine(_folder.FullName, "hss.db");

    private string Copy => Path.Combine(_folder.FullName, "copy");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Restored_HasTheNewEpoch_BeforeAnyServerOpensIt()
    {
        await Prepare();

        await SqliteReplacement.Restore(Database, Copy, "restored", TimeSpan.Zero, default);

        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString()))
        {
            await connection.OpenAsync();
            await using var ask = new SqliteCommand("SELECT epoch || '-' || seq FROM feed", connection);
            Assert.Equal("restored-1", await ask.ExecuteScalarAsync());
        }

        await using var journal = await SqliteJournal.Open(Database, TimeProvider.System);
        await StoredEvents.Write(journal, StoredEvents.Commit("3"));
        Assert.Equal(new FeedPosition("restored", 2), await journal.Position(default));
    }

    [Fact]
    public async Task UnderARunningServer_IsRefused_AndChangesNothing()
    {
        await Prepare();
        await using var journal = await SqliteJournal.Open(Database, TimeProvider.System);
        var before = await journal.Position(default);

        await Assert.ThrowsAsync<LeaseHeldException>(() => SqliteReplacement.Restore(Database, Copy, "restored", TimeSpan.Zero, default));
        await Assert.ThrowsAsync<LeaseHeldException>(() => SqliteReplacement.Empty(Database, TimeSpan.Zero, default));

        Assert.Equal(before, await journal.Position(default));
    }

    [Fact]
    public async Task Emptied_IsNew()
    {
        var old = await Prepare();
        await SqliteReplacement.Empty(Database, TimeSpan.Zero, default);
        await using var journal = await SqliteJournal.Open(Database, TimeProvider.System);
        var position = await journal.Position(default);
        Assert.Equal(0, position.Seq);
        Assert.NotEqual(old, position.Epoch);
    }

    // A database with two events, and a copy of it from when it had one; answers its epoch.
    private async Task<string> Prepare()
    {
        await using var journal = await SqliteJournal.Open(Database, TimeProvider.System);
        await StoredEvents.Write(journal, StoredEvents.Commit("1"));
        await journal.Administration.Backup(Copy, default);
        await StoredEvents.Write(journal, StoredEvents.Commit("2"));
        return (await journal.Position(default)).Epoch;
    }
}
