using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal.Sqlite;

namespace Hss.Tests.Journal;

public sealed class SqliteJournalTests : JournalContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-journal-");
    private readonly List<SqliteJournal> _open = [];

    protected override IJournal Journal => _open[0];

    private string File => Path.Combine(_folder.FullName, "hss.db");

    public override async Task InitializeAsync() => _open.Add(await SqliteJournal.Open(File));

    public override async Task DisposeAsync()
    {
        foreach (var journal in _open)
            await journal.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async Task<IJournal> Reopen()
    {
        _open.Add(await SqliteJournal.Open(File));
        return _open[^1];
    }

    [Fact]
    public async Task ADatabaseThatNeedsANewerProgram_RefusesToStart()
    {
        using (var connection = new SqliteDatabase(File).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE meta SET value = '1000' WHERE name = 'min_program'";
            command.ExecuteNonQuery();
        }

        Assert.Contains("1000", (await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteJournal.Open(File))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMigrationThatWasChangedAfterwards_RefusesToStart()
    {
        using (var connection = new SqliteDatabase(File).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE migrations SET checksum = 'other'";
            command.ExecuteNonQuery();
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteJournal.Open(File));
    }

    [Fact]
    public void Writing_IsSynchronousFull_InWalMode()
    {
        using var connection = new SqliteDatabase(File).Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT synchronous FROM pragma_synchronous) || (SELECT journal_mode FROM pragma_journal_mode)";

        Assert.Equal("2wal", command.ExecuteScalar());
    }

    [Fact]
    public async Task AWriterThatIsLockedOut_SaysBusy_AndGoesOnWhenTheLockIsGone()
    {
        var batch = new JournalBatch([], ["none"], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        using (var connection = new SqliteDatabase(File).Open())
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => Journal.Write(batch))).Fault);
        }

        Assert.Empty(await Journal.Write(batch));
    }
}
