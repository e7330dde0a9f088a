using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal.Postgres;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>Several writers commit at once, some late: a reader that trusts <c>seq &gt; cursor</c> misses nothing.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LateCommitTests(PostgresFixture postgres)
{
    private const int Writers = 4;
    private const int Batches = 25;

    [Fact]
    public async Task AReader_NeverSkipsAnEventThatCommitsLate()
    {
        var options = new PostgresJournalOptions { ConnectionString = postgres.Server.CreateDatabase(), Shared = true };
        var journals = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => PostgresJournal.Open(options, TimeProvider.System)));
        try
        {
            await LateCommits.Slow(options.ConnectionString, milliseconds: 8);
            var writing = Task.WhenAll(journals.Select((journal, w) => Task.Run(async () =>
            {
                for (var i = 0; i < Batches; i++)
                    await StoredEvents.Write(journal, StoredEvents.Commit($"{w}-{i}", events: 1 + (i % 3)));
            })));

            var seen = new List<FeedEvent>();
            await ReadUntil(journals[0], seen, writing);

            var stored = await journals[0].Events(new() { Limit = int.MaxValue }, default);
            Assert.Equal(Writers * Batches, seen.Select(e => e.Key).Distinct().Count());
            Assert.Equal(stored.Select(e => (e.Seq, e.Key)), seen.Select(e => (e.Seq, e.Key)));
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i), seen.Select(e => e.Seq));
        }
        finally
        {
            foreach (var journal in journals)
                await journal.DisposeAsync();
        }
    }

    [Fact]
    public async Task AWriter_WaitsForAnEarlierOneThatHasNotCommittedYet()
    {
        var database = postgres.Server.CreateDatabase();
        await using var journal = await PostgresJournal.Open(new() { ConnectionString = database, Shared = true }, TimeProvider.System);
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await other.ExecuteAsync("UPDATE feed SET seq = seq + 1", transaction: transaction);

        var writing = Task.Run(() => StoredEvents.Write(journal, StoredEvents.Commit("later")));
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await WaitingForALock(database) == 0)
            guard.Token.ThrowIfCancellationRequested();

        Assert.Empty(await journal.Events(new(), default));
        await other.ExecuteAsync(
            """
            INSERT INTO events (seq, kind, id, version, type, schema, data, at, actor, request_id, audience, prev_hash, hash)
            VALUES (1, 'thing', 'earlier', 1, 'thing.done', 1, '{}', 0, '', '', '', '', '')
            """,
            transaction: transaction);
        await transaction.CommitAsync();
        await writing;

        Assert.Equal([(1L, "earlier"), (2L, "later")], (await journal.Events(new(), default)).Select(e => (e.Seq, e.Key.Id)));
    }

    // As the tailer reads: everything after the cursor, and never a look back.
    private static async Task ReadUntil(IJournal journal, List<FeedEvent> seen, Task writing)
    {
        while (true)
        {
            var last = writing.IsCompleted;
            var found = await journal.Events(new() { AfterSeq = seen.Count == 0 ? 0 : seen[^1].Seq, Limit = 10 }, default);
            seen.AddRange(found);
            if (last && found.IsEmpty)
                break;
        }

        await writing;
    }

    private static async Task<long> WaitingForALock(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name LIKE 'hss-writer%'");
    }
}
