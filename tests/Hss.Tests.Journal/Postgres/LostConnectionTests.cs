using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal.Postgres;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>A connection lost while a batch is written: what the journal says of it is what the database holds.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LostConnectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly CuttingProxy _proxy = new(postgres.Server.Port);
    private readonly string _database = postgres.Server.CreateDatabase();
    private PostgresJournal _journal = null!;

    public async Task InitializeAsync() => _journal = await PostgresJournal.Open(
        new()
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(_database) { Port = _proxy.Port }.ConnectionString,
            RecoveryWait = TimeSpan.FromSeconds(2),
        },
        // What is cut is the test's write, never a question of the writer's own.
        new UnwatchedTime());

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task LostBeforeTheServerHasIt_NothingWasDone()
    {
        await Write("warm");
        _proxy.CutNext(Cut.InTheRequest);

        Assert.Equal(CommitResult.NotDone, await Write("1"));

        Assert.Null(await _journal.Load(new("thing", "1")));
        Assert.Equal(CommitResult.Committed, await Write("1"));
    }

    [Fact]
    public async Task LostDuringCommit_AfterReconnecting_AnEqualHeadProvesSuccess()
    {
        await Write("warm");
        _proxy.CutNext(Cut.BeforeTheAnswer);

        Assert.Equal(CommitResult.Committed, await Write("1"));

        Assert.Equal(StoredEvents.Commit("1").Head, (await _journal.Load(new("thing", "1")))!.Head);
        Assert.Equal(2, (await _journal.Position(default)).Seq);
    }

    [Fact]
    public async Task LostWhileTheServerCommits_TheAnswerIsWhatIsStored()
    {
        // Each commit takes up to 20 ms, so that cuts come before, in and after it.
        await LateCommits.Slow(_database, milliseconds: 20);
        var done = 0;
        for (var i = 0; i < 20; i++)
        {
            _proxy.CutNext(Cut.AfterTheRequest);
            var result = await Write($"{i}");
            var stored = await _journal.Load(new("thing", $"{i}")) is not null;
            Assert.Equal(stored ? CommitResult.Committed : CommitResult.NotDone, result);
            done += stored ? 1 : 0;
        }

        Assert.Equal(done, (await _journal.Position(default)).Seq);
    }

    [Fact]
    public async Task LostForLonger_TheOutcomeIsUnknown_AndServiceGoesOnWhenTheServerIsBack()
    {
        await Write("warm");
        _proxy.CutNext(Cut.BeforeTheAnswer, thenRefuse: true);

        Assert.Equal(JournalFault.OutcomeUnknown, (await Assert.ThrowsAsync<JournalException>(() => Write("1"))).Fault);
        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => Write("2"))).Fault);

        _proxy.Heal();
        Assert.Equal(CommitResult.Conflict, await Write("1"));
        Assert.Equal(CommitResult.Committed, await Write("2"));
    }

    private async Task<CommitResult> Write(string id) =>
        Assert.Single((await _journal.Write(new([StoredEvents.Commit(id)], [], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch))).Commits);
}
