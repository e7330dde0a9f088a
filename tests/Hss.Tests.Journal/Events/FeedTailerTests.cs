using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Events;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Postgres;
using Hss.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Hss.Tests.Journal.Events;

public sealed class SqliteFeedTailerTests : FeedTailerTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresFeedTailerTests(PostgresFixture postgres) : FeedTailerTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>The feed over a real database.</summary>
public abstract class FeedTailerTests : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private TestDatabase _database = null!;
    private CommitPipeline _pipeline = null!;
    private FeedTailer _tailer = null!;

    protected abstract Task<TestDatabase> Open();

    public async Task InitializeAsync()
    {
        _database = await Open();
        _pipeline = new(_database.Journal, _time, NullLogger<CommitPipeline>.Instance);
        _tailer = new(_database.Journal, _pipeline, _time, NullLogger<FeedTailer>.Instance);
        await _pipeline.StartAsync(default);
        await _tailer.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _tailer.StopAsync(default);
        _tailer.Dispose();
        await _pipeline.StopAsync(default);
        _pipeline.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task ACommit_WakesReadersAtOnce()
    {
        // The clock stands still, so no poll helps.
        var moved = _tailer.Beyond(0);
        await Commit(StoredEvents.Commit("1", events: 2));
        await moved.WaitAsync(Guard);
        Assert.Equal([1L, 2L], (await _tailer.After(0, 10, default)).Select(e => e.Seq));
        Assert.Empty(await _tailer.After(2, 10, default));
    }

    [Fact]
    public async Task ACommitOfThisProcess_ReachesReaders_WithoutAReadOfTheTable()
    {
        var position = await _database.Journal.Position(default);
        var unread = Substitute.For<IJournal>();
        unread.Position(default).ReturnsForAnyArgs(position);
        using var tailer = new FeedTailer(unread, _pipeline, _time, NullLogger<FeedTailer>.Instance);
        await tailer.StartAsync(default);

        for (var n = 1; n <= 3; n++)
        {
            await Commit(StoredEvents.Commit($"{n}", events: n));
            await tailer.Beyond(n * (n + 1) / 2 - 1).WaitAsync(Guard);
        }

        Assert.Equal(Seen(await _database.Journal.Events(new(), default)), Seen(await tailer.After(0, 10, default)));
        await unread.DidNotReceiveWithAnyArgs().Events(default!, default);
        await tailer.StopAsync(default);
    }

    [Fact]
    public async Task ACommit_ReachesReaders_WhenItsEntityShowsIt()
    {
        await _pipeline.Commit(StoredEvents.Commit("1"));
        var moved = _tailer.Beyond(0);
        // The second cannot come before the first.
        await Commit(StoredEvents.Commit("2"));
        Assert.False(moved.IsCompleted);

        _pipeline.Shown(StoredEvents.Commit("1").Key, []);

        await _tailer.Beyond(1).WaitAsync(Guard);
        Assert.Equal(["1", "2"], (await _tailer.After(0, 10, default)).Select(e => e.Key.Id));
    }

    [Fact]
    public async Task ACommitWhosePlacesInTheFeedAreNotKnown_ReachesReadersAtOnce()
    {
        // As after a connection was lost during COMMIT.
        var recovered = Substitute.For<IJournal>();
        recovered.Write(default!).ReturnsForAnyArgs(async call => await _database.Journal.Write(call.Arg<JournalBatch>()) with { FirstSeq = null });
        using var pipeline = new CommitPipeline(recovered, _time, NullLogger<CommitPipeline>.Instance);
        using var tailer = new FeedTailer(_database.Journal, pipeline, _time, NullLogger<FeedTailer>.Instance);
        await pipeline.StartAsync(default);
        await tailer.StartAsync(default);

        await pipeline.Commit(StoredEvents.Commit("1"));
        pipeline.Shown(StoredEvents.Commit("1").Key, []);

        await tailer.Beyond(0).WaitAsync(Guard);
        await tailer.StopAsync(default);
        await pipeline.StopAsync(default);
    }

    [Fact]
    public async Task ACommit_ThatItsEntityNeverShows_IsFoundByThePoll()
    {
        Assert.True(SpinWait.SpinUntil(() => _time.ArmedTimers > 0, Guard));
        await _pipeline.Commit(StoredEvents.Commit("1"));
        var moved = _tailer.Beyond(0);

        _time.Advance(FeedTailer.Period);

        await moved.WaitAsync(Guard);
        Assert.Equal(1, _tailer.Position.Seq);
    }

    [Fact]
    public async Task WhatAnotherProcessCommittedBefore_ComesBeforeACommitOfThisOne()
    {
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("other", events: 2));

        await Commit(StoredEvents.Commit("own"));

        await _tailer.Beyond(2).WaitAsync(Guard);
        Assert.Equal(["other", "other", "own"], (await _tailer.After(0, 10, default)).Select(e => e.Key.Id));
    }

    [Fact]
    public async Task WhatAnotherProcessCommits_IsFoundByThePoll()
    {
        Assert.True(SpinWait.SpinUntil(() => _time.ArmedTimers > 0, Guard));
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("1"));
        var moved = _tailer.Beyond(0);
        _time.Advance(FeedTailer.Period);
        await moved.WaitAsync(Guard);
        Assert.Equal(1, _tailer.Position.Seq);
    }

    [Fact]
    public async Task Readers_ThatReconnectAtRandomMomentsUnderLoad_MissNothingAndSeeNothingTwice()
    {
        const int Writers = 8, Commits = 60, Events = 3;
        var readers = Enumerable.Range(1, 6).Select(seed => Task.Run(() => Read(seed, Writers * Commits * Events))).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var (i, head) = (0, (byte[]?)null); i < Commits; i++)
            {
                var commit = StoredEvents.Commit($"{writer}", i * Events, Events, head);
                Assert.Equal(CommitResult.Committed, await Commit(commit));
                head = commit.Head;
            }
        })));

        foreach (var seen in await Task.WhenAll(readers))
            Assert.Equal(Enumerable.Range(1, Writers * Commits * Events).Select(n => (long)n), seen);
    }

    [Fact]
    public async Task ALateReader_BehindTheRing_ReadsTheTable()
    {
        const int Commits = 10, Events = 500;
        for (var (i, head) = (0, (byte[]?)null); i < Commits; i++)
        {
            var commit = StoredEvents.Commit("1", i * Events, Events, head);
            await Commit(commit);
            head = commit.Head;
        }

        Assert.True(Commits * Events > FeedTailer.RingLength);
        Assert.Equal(Enumerable.Range(1, Commits * Events).Select(n => (long)n), await Read(seed: 1, Commits * Events));
    }

    [Fact]
    public async Task EventsFromBeforeTheStart_AreReadFromTheTable()
    {
        await Commit(StoredEvents.Commit("1", events: 3));
        using var later = new FeedTailer(_database.Journal, _pipeline, _time, NullLogger<FeedTailer>.Instance);
        await later.StartAsync(default);
        Assert.Equal(await _database.Journal.Position(default), later.Position);
        Assert.Equal([2L, 3L], (await later.After(1, 10, default)).Select(e => e.Seq));
        await later.StopAsync(default);
    }

    private async Task<CommitResult> Commit(EntityCommit commit)
    {
        var result = await _pipeline.Commit(commit);
        _pipeline.Shown(commit.Key, []);
        return result;
    }

    private static IEnumerable<(long, EntityKey, long, int, string, string)> Seen(IEnumerable<FeedEvent> events) =>
        events.Select(e => (e.Seq, e.Key, e.Event.Version, e.Event.Schema, e.Event.Audience, Convert.ToHexString(e.Event.Hash)));

    // A reader that goes away after a random number of events and comes back with nothing but its cursor.
    private async Task<List<long>> Read(int seed, int until)
    {
        var random = new Random(seed);
        var seen = new List<long>();
        for (var cursor = 0L; seen.Count < until;)
        {
            await _tailer.Beyond(cursor).WaitAsync(Guard);
            foreach (var e in (await _tailer.After(cursor, random.Next(1, 200), default)).Take(random.Next(1, 300)))
            {
                seen.Add(e.Seq);
                cursor = e.Seq;
            }
        }

        return seen;
    }
}
