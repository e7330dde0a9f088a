using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Shared;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>The lease in PostgreSQL: an advisory lock of the very connection that writes.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LeaseTests(PostgresFixture postgres)
{
    private readonly PostgresJournalOptions _options = new() { ConnectionString = postgres.Server.CreateDatabase(), StartWait = TimeSpan.Zero };

    [Fact]
    public async Task ASecondProcess_IsRefused_AndToldWhoHasTheLease()
    {
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);

        var refused = await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options, TimeProvider.System));
        Assert.Contains("hss-writer", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options with { Shared = true }, TimeProvider.System));
    }

    [Fact]
    public async Task ASecondProcess_WaitsForTheFirstThatIsGoingAway()
    {
        var first = await PostgresJournal.Open(_options, TimeProvider.System);
        var waiting = PostgresJournal.Open(_options with { StartWait = TimeSpan.FromSeconds(30) }, TimeProvider.System);

        await first.DisposeAsync();

        await using var second = await waiting;
        Assert.True(second.HasLease);
    }

    [Fact]
    public async Task Silos_ShareTheLease_AgainstAnEmbeddedHost()
    {
        var silo = _options with { Shared = true };
        await using var first = await PostgresJournal.Open(silo, TimeProvider.System);
        await using var second = await PostgresJournal.Open(silo, TimeProvider.System);

        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options, TimeProvider.System));
    }

    [Fact]
    public async Task ALeaseThatIsLost_IsRetakenBeforeTheNextCommit()
    {
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        var ended = 0;
        journal.LeaseLost += _ => ended++;
        await StoredEvents.Write(journal, StoredEvents.Commit("1"));

        await EndWriters();
        // The first write on the dead connection proves that nothing was done, or goes through on a new one.
        await Retried(journal, "2");

        Assert.True(journal.HasLease);
        Assert.Equal(0, ended);
        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options, TimeProvider.System));
    }

    [Fact]
    public async Task ALeaseThatAnotherTook_EndsWriting_AndTellsTheProcessOnce()
    {
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        var ended = 0;
        journal.LeaseLost += _ => ended++;
        await using var thief = new NpgsqlConnection(_options.ConnectionString);
        await thief.OpenAsync();
        var taking = thief.ExecuteAsync("SELECT pg_advisory_lock(@LeaseKey)", new { WriterConnection.LeaseKey });

        await EndWriters();
        await taking;
        await Assert.ThrowsAsync<JournalException>(() => Retried(journal, "1"));
        var refused = await Assert.ThrowsAsync<JournalException>(() => Retried(journal, "2"));

        Assert.Equal(JournalFault.Busy, refused.Fault);
        Assert.False(journal.HasLease);
        Assert.Equal(1, ended);
        Assert.Equal(0, (await journal.Position(default)).Seq);
    }

    [Fact]
    public async Task ALeaseThatIsLost_IsRetaken_WithoutAnyCommit()
    {
        var silo = _options with { Shared = true };
        await using var first = await PostgresJournal.Open(silo, TimeProvider.System);
        await using var second = await PostgresJournal.Open(silo, TimeProvider.System);

        await EndWriters();

        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND a.application_name LIKE 'hss-writer%'") < 2)
            await Task.Delay(20, guard.Token);
        await Assert.ThrowsAsync<LeaseHeldException>(() => PostgresJournal.Open(_options, TimeProvider.System));
    }

    [Fact]
    public async Task ALeaseThatAnotherHadBetween_LeavesNoListWithItsOldTotal()
    {
        // Its clock stands still, so only the write below retakes the lease.
        await using var journal = await PostgresJournal.Open(_options, new FakeTimeProvider());
        Assert.Equal(0, (await journal.List(new("thing"), default)).Total);
        await EndWriters();
        await using (var other = await PostgresJournal.Open(_options, TimeProvider.System))
            await StoredEvents.Write(other, StoredEvents.Commit("1"));

        await Retried(journal, new EntityKey("another", "2"));

        Assert.Equal(1, (await journal.List(new("thing"), default)).Total);
    }

    [Fact]
    public async Task ALeaseThatAnotherTook_KeepsMaintenanceFromChanging()
    {
        await using var journal = await PostgresJournal.Open(_options, TimeProvider.System);
        await using var thief = new NpgsqlConnection(_options.ConnectionString);
        await thief.OpenAsync();
        var taking = thief.ExecuteAsync("SELECT pg_advisory_lock(@LeaseKey)", new { WriterConnection.LeaseKey });

        await EndWriters();
        await taking;

        await Assert.ThrowsAsync<JournalException>(() => journal.Administration.SetMeta("x", "y"));
        Assert.Null(await journal.Administration.Meta("x"));
    }

    // Ends the sessions that there are; new ones may come at once.
    private async Task EndWriters()
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        var ended = (await connection.QueryAsync<int>(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'hss-writer%' AND pg_terminate_backend(pid)")).ToArray();
        Assert.NotEmpty(ended);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (@ended)", new { ended }) > 0)
            guard.Token.ThrowIfCancellationRequested();
    }

    private static Task Retried(PostgresJournal journal, string id) => Retried(journal, StoredEvents.Commit(id).Key);

    private static async Task Retried(PostgresJournal journal, EntityKey key)
    {
        var batch = new JournalBatch([StoredEvents.Commit(key.Id) with { Key = key }], [], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        while (Assert.Single((await journal.Write(batch)).Commits) == CommitResult.NotDone)
        {
        }
    }
}
