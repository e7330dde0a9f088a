using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>Emptying and restoring a PostgreSQL database: alone with it, and in one step.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresReplacementTests(PostgresFixture postgres) : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly PostgresJournalOptions _options = new() { ConnectionString = postgres.Server.CreateDatabase(), StartWait = TimeSpan.Zero };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-replace-");

    private string Copy => Path.Combine(_folder.FullName, "copy");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoServerStarts_UntilItIsDone(bool restore)
    {
        await Prepare();

        // A reader keeps the tables, so that the replacement stands in the middle of its work.
        await using var reader = new NpgsqlConnection(_options.ConnectionString);
        await reader.OpenAsync();
        var reading = await reader.BeginTransactionAsync();
        await reader.ExecuteAsync("SELECT * FROM feed", transaction: reading);
        var replacing = restore
            ? PostgresReplacement.Restore(_options.ConnectionString, Copy, "restored", Wait, default)
            : PostgresReplacement.Empty(_options.ConnectionString, Wait, default);
        await using var beside = new NpgsqlConnection(_options.ConnectionString);
        using var guard = new CancellationTokenSource(Wait);
        while (await beside.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_locks WHERE relation = 'feed'::regclass AND NOT granted AND mode = 'AccessExclusiveLock'") == 0)
            await Task.Delay(20, guard.Token);

        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options, TimeProvider.System));
        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options with { Shared = true }, TimeProvider.System));

        await reading.CommitAsync();
        await replacing;
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        Assert.Equal(restore ? 1 : 0, (await journal.Position(default)).Seq);
    }

    [Fact]
    public async Task Restored_HasTheNewEpochInTheSameStep_SoThatNobodySeesItUnderTheOld()
    {
        var old = await Prepare();
        using var done = new CancellationTokenSource();
        var seen = Task.Run(async () =>
        {
            var positions = new HashSet<(string, long)>();
            await using var reader = new NpgsqlConnection(_options.ConnectionString);
            while (!done.IsCancellationRequested)
                positions.Add(await reader.QuerySingleAsync<(string, long)>("SELECT epoch, seq FROM feed"));
            return positions;
        });

        await PostgresReplacement.Restore(_options.ConnectionString, Copy, "restored", Wait, default);
        await done.CancelAsync();

        Assert.Subset(new HashSet<(string, long)> { (old, 2L), ("restored", 1L) }, await seen);
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        Assert.Equal(new FeedPosition("restored", 1), await journal.Position(default));
        await StoredEvents.Write(journal, StoredEvents.Commit("3"));
        Assert.Equal(new FeedPosition("restored", 2), await journal.Position(default));
    }

    [Fact]
    public async Task UnderARunningServer_IsRefused_AndChangesNothing()
    {
        await Prepare();
        await using var journal = await PostgresJournal.Open(_options with { Shared = true }, TimeProvider.System);
        var before = await journal.Position(default);

        var refused = await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresReplacement.Restore(_options.ConnectionString, Copy, "restored", TimeSpan.Zero, default));
        Assert.Contains("hss-writer", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresReplacement.Empty(_options.ConnectionString, TimeSpan.Zero, default));

        Assert.Equal(before, await journal.Position(default));
    }

    [Fact]
    public async Task AFileThatIsNoBackupOfAJournal_ChangesNothing()
    {
        var old = await Prepare();
        var garbage = Path.Combine(_folder.FullName, "garbage");
        await File.WriteAllTextAsync(garbage, new string('x', 10_000));
        var foreign = Path.Combine(_folder.FullName, "foreign");
        await PostgresTools.RunOn(postgres.Server.CreateDatabase(), "pg_dump", ["--format=custom", $"--file={foreign}"], default);

        foreach (var file in (string[])[garbage, foreign])
            await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresReplacement.Restore(_options.ConnectionString, file, "restored", Wait, default));

        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        Assert.Equal(new FeedPosition(old, 2), await journal.Position(default));
    }

    // A database with two events, and a copy of it from when it had one; answers its epoch.
    private async Task<string> Prepare()
    {
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        await StoredEvents.Write(journal, StoredEvents.Commit("1"));
        await journal.Administration.Backup(Copy, default);
        await StoredEvents.Write(journal, StoredEvents.Commit("2"));
        return (await journal.Position(default)).Epoch;
    }
}
