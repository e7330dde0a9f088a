using Dapper;
using Hss.Interfaces.Entities;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteAggregateGrainTests : AggregateGrainTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresAggregateGrainTests(PostgresFixture postgres) : AggregateGrainTests
{
    // One test counts statements.
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server, new UnwatchedTime());

    [Fact]
    public async Task AGroupOfCommands_IsOneStatementForTheDatabase_WithoutBeginAndCommit()
    {
        await Database.Tamper("CREATE EXTENSION pg_stat_statements");
        var first = await HeldWrite("first", 1);
        var calls = Enumerable.Range(0, 100).Select(i => Add($"c{i}")).ToArray();
        await AllDecided();
        await Database.Tamper("SELECT pg_stat_statements_reset()");
        Host.Journal.ReleaseWrites();
        await Task.WhenAll([first, .. calls]);

        await using var connection = Database.Connect();
        var statements = await connection.QueryAsync<(string Query, long Calls)>(
            """
            SELECT s.query, s.calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE d.datname = current_database() AND s.query NOT LIKE '%pg_stat_statements%' AND s.query NOT LIKE '%NOTIFY%'
              AND s.query NOT LIKE 'SET synchronous_commit%'
            """);

        var (query, times) = Assert.Single(statements);
        Assert.StartsWith("WITH input", query, StringComparison.Ordinal);
        Assert.Equal(2, times);
    }
}

/// <summary>An aggregate on the real host, pipeline and databases: group commit, and what a failed write may not do.</summary>
public abstract class AggregateGrainTests : GrainTests
{
    private const int NoLimit = int.MaxValue;

    private static readonly EntityKey Key = TallyKind.Instance.Key("1");

    private ITallyGrain Tally => Host.Tally("1");

    protected Task<Outcome<TallyView>> Add(string token, int number = 1, int limit = NoLimit) => Tally.Add(Call(token), token, [number], limit);

    /// <summary>Calls are turns in the order in which they came: when this one is answered, those before it have been decided.</summary>
    protected async Task AllDecided() => await Tally.Get();

    protected async Task<Task<Outcome<TallyView>>> HeldWrite(string token, int number)
    {
        await Tally.Get();
        Host.Journal.HoldWrites();
        var write = Tally.AddOnce(Call(token), token, number);
        await Until(() => Host.Journal.WaitingWrites == 1, "the write");
        return write;
    }

    [Fact]
    public async Task ManyParallelCalls_GoIntoTwoWrites_AndEachCallerGetsTheVersionAfterItsOwnLastEvent()
    {
        var first = await HeldWrite("first", 1);
        var calls = Enumerable.Range(0, 300)
            .Select(i => Tally.Add(Call($"c{i}"), $"c{i}", [.. Enumerable.Repeat(i, (i % 3) + 1)], NoLimit))
            .ToArray();
        await AllDecided();
        Assert.DoesNotContain(calls, c => c.IsCompleted);

        Host.Journal.ReleaseWrites();

        Assert.Equal(1, (await first).Version);
        var answers = await Task.WhenAll(calls);
        Assert.Equal([1, 600], Host.Journal.Written.Select(w => w.Commits.Sum(c => c.Events.Length)));
        var stored = await Events(Key);
        for (var i = 0; i < calls.Length; i++)
        {
            var own = stored.Where(e => e.RequestId == $"c{i}").ToArray();
            Assert.Equal((i % 3) + 1, own.Length);
            Assert.Equal(own[^1].Version, answers[i].Version);
        }
    }

    [Fact]
    public async Task CommitsOfManyGrains_GoIntoOneWrite()
    {
        var grains = Enumerable.Range(0, 100).Select(i => Host.Tally($"many-{i}")).ToArray();
        await Task.WhenAll(grains.Select(g => g.Get()));
        var first = await HeldWrite("first", 1);
        var calls = grains.Select(g => g.Add(Call("r"), "t", [1], NoLimit)).ToArray();
        await Task.WhenAll(grains.Select(g => g.Get()));

        Host.Journal.ReleaseWrites();

        Assert.All(await Task.WhenAll([first, .. calls]), a => Assert.Equal(1, a.Version));
        Assert.True(Host.Journal.Written.Count <= 3, $"{Host.Journal.Written.Count} writes");
    }

    [Theory]
    [InlineData(WriteFault.Before, JournalFault.Busy)]
    [InlineData(WriteFault.Conflict, JournalFault.Busy)]
    [InlineData(WriteFault.After, JournalFault.OutcomeUnknown)]
    public async Task NoRefusal_NoUnchangedAnswer_AndNoRepeat_IsAnsweredOnTheStrengthOfAWriteThatThenFails(WriteFault fault, JournalFault told)
    {
        var write = await HeldWrite("big", 100);
        var refusal = Add("late", 1, limit: 100);
        var repeat = Tally.AddOnce(Call("again"), "big", 100);
        var unchanged = Tally.Add(Call("nothing"), "nothing", [], NoLimit);
        var onTop = Add("on-top", 1);
        await AllDecided();
        Assert.DoesNotContain(new[] { write, refusal, repeat, unchanged, onTop }, c => c.IsCompleted);

        Host.Journal.Plan = _ => fault;
        Host.Journal.ReleaseWrites();

        foreach (var call in new[] { write, refusal, repeat, unchanged, onTop })
            Assert.Equal(told, (await Assert.ThrowsAsync<JournalException>(() => call.WaitAsync(Guard))).Fault);
        string[] stored = fault switch { WriteFault.After => ["big"], WriteFault.Conflict => ["elsewhere"], _ => [] };
        Assert.Equal(stored, (await Events(Key)).Select(e => e.RequestId));
    }

    [Fact]
    public async Task NoLaterCall_SeesAStateThatWasNotCommitted()
    {
        var write = await HeldWrite("lost", 100);
        Host.Journal.Plan = _ => WriteFault.Before;
        Host.Journal.ReleaseWrites();
        await Assert.ThrowsAsync<JournalException>(() => write);
        Host.Journal.Plan = null;

        Assert.Equal(new(new(0, ""), 0), await Tally.Get());
        var next = await Add("next", 100, limit: 100);
        Assert.Equal((true, 1, new TallyView(100, "next")), (next.Accepted, (int)next.Version, next.Value));
    }

    [Fact]
    public async Task Queries_SeeCommittedStateOnly()
    {
        await Add("committed", 5);
        var write = await HeldWrite("running", 7);
        await Task.WhenAny(Add("gathered", 9), AllDecided());

        Assert.Equal(new(new(5, "committed"), 1), await Tally.Get());

        Host.Journal.ReleaseWrites();
        await write;
        Assert.True((await Tally.Get()).Version >= 2);
    }

    [Fact]
    public async Task AfterAFailedWrite_TheNextCommandsReload_WithOneSharedLoad()
    {
        await Add("before", 3);
        var write = await HeldWrite("lost", 100);
        Host.Journal.Plan = _ => WriteFault.Before;
        Host.Journal.ReleaseWrites();
        await Assert.ThrowsAsync<JournalException>(() => write);
        Host.Journal.Plan = null;
        var loads = Host.Journal.Loaded.Count;

        Host.Journal.HoldLoads();
        var calls = Enumerable.Range(0, 50).Select(i => Add($"c{i}")).ToArray();
        await Until(() => Host.Journal.WaitingLoads > 0, "the load");
        Host.Journal.ReleaseLoads();

        Assert.Equal(Enumerable.Range(2, 50), (await Task.WhenAll(calls).WaitAsync(Guard)).Select(a => (int)a.Version).Order());
        Assert.Equal(loads + 1, Host.Journal.Loaded.Count);
        Assert.Equal(53, (await Tally.Get()).View.Value);
    }

    [Fact]
    public async Task FirstCommandsOfAnActivation_ShareOneLoad_AndAreDecidedOneOnTopOfTheOther()
    {
        Host.Journal.HoldLoads();
        var calls = Enumerable.Range(0, 50).Select(i => Add($"c{i}", 1, limit: 40)).ToArray();
        await Until(() => Host.Journal.WaitingLoads > 0, "the load");
        Host.Journal.ReleaseLoads();

        var answers = await Task.WhenAll(calls).WaitAsync(Guard);

        Assert.Single(Host.Journal.Loaded);
        Assert.Equal(Enumerable.Range(1, 40), answers.Where(a => a.Accepted).Select(a => (int)a.Version).Order());
        Assert.Equal(10, answers.Count(a => a.Refusal?.Code == "full"));
        Assert.Equal(40, (await Events(Key)).Length);
    }

    [Fact]
    public async Task AnOperationThatWasDoneElsewhere_IsReplayed_AndItsNeighboursAreToldThatNothingWasDone()
    {
        var operation = new Operation("op", "f");
        Task<Outcome<TallyView>> Do(ITallyGrain tally, string token) => tally.Add(Call(token) with { Operation = operation }, token, [7], NoLimit);
        var first = await HeldWrite("first", 1);
        var (neighbour, here) = (Add("neighbour"), Do(Tally, "here"));
        await Until(() => Gates.Said.Contains("decided here"), "the decision");
        Host.Journal.Plan = batch => batch.Commits.Any(c => c.Operations.Length > 0) ? WriteFault.Conflict : WriteFault.None;
        Host.Journal.Intruder = _ => Host.WriteElsewhere(TallyKind.Instance.Key("2"), operation);

        Host.Journal.ReleaseWrites();

        await first;
        var replay = await here.WaitAsync(Guard);
        Assert.Equal((true, GrainHost.Elsewhere), (replay.Replayed, replay.Value!));
        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => neighbour.WaitAsync(Guard))).Fault);
        Assert.Equal(["first"], (await Events(Key)).Select(e => e.RequestId));
    }
}
