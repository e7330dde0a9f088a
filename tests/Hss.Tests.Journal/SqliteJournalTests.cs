using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Journal;

public sealed class SqliteJournalTests : JournalContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-journal-");
    private readonly List<SqliteJournal> _open = [];

    protected override IJournal Journal => _open[0];

    protected override JournalAdministration Administration => _open[0].Administration;

    private string File => Path.Combine(_folder.FullName, "hss.db");

    public override async Task InitializeAsync() => _open.Add(await SqliteJournal.Open(File, TimeProvider.System));

    public override async Task DisposeAsync()
    {
        foreach (var journal in _open)
            await journal.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Close()
    {
        await _open[0].DisposeAsync();
        _open.Clear();
    }

    protected override async Task<IJournal> Reopen()
    {
        await _open[0].DisposeAsync();
        _open[0] = await SqliteJournal.Open(File, TimeProvider.System);
        return _open[0];
    }

    protected override Task<string> Plan(EntityQuery query)
    {
        using var connection = new SqliteDatabase(File).Open();
        var values = new DynamicParameters();
        var steps = connection.Query(
            $"EXPLAIN QUERY PLAN SELECT * FROM entities WHERE {SqliteQueries.Where(query, values)} ORDER BY {SqliteQueries.OrderBy(query.Sort)}", values);
        return Task.FromResult(string.Join('\n', steps.Select(s => (string)s.detail)));
    }

    [Fact]
    public async Task ASecondProcess_IsRefused_UntilTheFirstIsGone()
    {
        await Assert.ThrowsAsync<LeaseHeldException>(() => SqliteJournal.Open(File, TimeProvider.System, TimeSpan.Zero));
        var waiting = SqliteJournal.Open(File, TimeProvider.System);
        await _open[0].DisposeAsync();
        _open[0] = await waiting;
    }

    [Fact]
    public async Task Backup_IsAWholeDatabase_AndNeverOverwrites()
    {
        await Write(Commit(Key("1"), 0));
        var copy = Path.Combine(_folder.FullName, "copy.db");
        await Administration.Backup(copy, default);
        await Assert.ThrowsAsync<IOException>(() => Administration.Backup(copy, default));

        await using var restored = await SqliteJournal.Open(copy, TimeProvider.System);
        Assert.Equal(1, (await restored.Load(Key("1")))!.Version);
        Assert.Equal(await Journal.Position(default), await restored.Position(default));
    }

    [Fact]
    public async Task Operations_AreForgottenAfter24Hours()
    {
        var clock = new FakeTimeProvider();
        var now = clock.GetUtcNow();
        await Write(Commit(Key("1"), 0, at: now) with { Operations = [new("op", "f", "o", 1, now)] });
        using var purge = new OperationPurge(Administration, clock, NullLogger<OperationPurge>.Instance);
        await purge.StartAsync(default);

        clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await Journal.FindOperation("op"));
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Journal.FindOperation("op") is not null)
        {
            guard.Token.ThrowIfCancellationRequested();
            clock.Advance(OperationPurge.Period);
            await Task.Yield();
        }

        Assert.True(clock.GetUtcNow() - now >= OperationPurge.Kept);
        await purge.StopAsync(default);
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

        Assert.Empty((await Journal.Write(batch)).Commits);
    }
}
