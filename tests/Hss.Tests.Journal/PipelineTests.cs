using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Effects;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Journal;

/// <summary>The pipeline and the effect worker over a real database.</summary>
public sealed class PipelineTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-pipeline-");
    private readonly FakeTimeProvider _time = new();
    private CountingJournal _journal = null!;
    private SqliteJournal _database = null!;
    private CommitPipeline _pipeline = null!;

    public async Task InitializeAsync()
    {
        _database = await SqliteJournal.Open(Path.Combine(_folder.FullName, "hss.db"), TimeProvider.System);
        _journal = new(_database);
        _pipeline = new(_journal, _time, NullLogger<CommitPipeline>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _pipeline.StopAsync(default);
        _pipeline.Dispose();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private EntityCommit Commit(string id, long basis = 0, params EntityLink[] links)
    {
        EntityKey key = new("thing", id);
        var at = _time.GetUtcNow();
        var hash = EventHash.Compute(EventHash.Genesis, key, basis + 1, "thing.done", at, "a1", "r1", null, "{}");
        return new()
        {
            Key = key,
            BaseVersion = basis,
            State = "{}",
            Index = new(null, "new"),
            Events = [new(basis + 1, "thing.done", 1, "{}", at, "a1", "r1", null, "", EventHash.Genesis, hash)],
            Links = [.. links],
        };
    }

    [Fact]
    public async Task Stalled_IsTheTimeThatCommitsWaitWithoutABatchThatEnds()
    {
        Assert.Equal((false, TimeSpan.Zero), (_pipeline.IsRunning, _pipeline.Stalled));
        _time.Advance(TimeSpan.FromMinutes(1));
        var waiting = Enumerable.Range(0, 3).Select(i => _pipeline.Commit(Commit($"{i}"))).ToArray();
        Assert.Equal(TimeSpan.Zero, _pipeline.Stalled);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(TimeSpan.FromSeconds(11), _pipeline.Stalled);

        await _pipeline.StartAsync(default);
        await Task.WhenAll(waiting);

        Assert.True(SpinWait.SpinUntil(() => _pipeline.Stalled == TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal((true, TimeSpan.Zero), (_pipeline.IsRunning, _pipeline.Stalled));
        await _pipeline.StopAsync(default);
        Assert.False(_pipeline.IsRunning);
    }

    [Fact]
    public async Task ManyGrainsCommits_AreOneTransaction_WithIndividualOutcomes()
    {
        await _database.Write(new([Commit("7")], [], _time.GetUtcNow(), _time.GetUtcNow()));
        var waiting = Enumerable.Range(0, 200).Select(i => _pipeline.Commit(Commit($"{i}"))).ToArray();

        await _pipeline.StartAsync(default);
        var results = await Task.WhenAll(waiting);

        Assert.Equal(1, _journal.Writes);
        Assert.Equal(CommitResult.Conflict, results[7]);
        Assert.Equal(199, results.Count(r => r == CommitResult.Committed));
        Assert.Equal(200, (await _database.List(new("thing"), default)).Total);
    }

    [Fact]
    public async Task OneBadPayload_FailsAlone_TheOthersAreWritten()
    {
        EntityLink same = new("sku", "X", Unique: true);
        var waiting = Enumerable.Range(0, 64)
            .Select(i => _pipeline.Commit(i is 3 or 40 ? Commit($"{i}", 0, same) : Commit($"{i}")))
            .ToArray();

        await _pipeline.StartAsync(default);
        await Task.WhenAny(Task.WhenAll(waiting), Task.Delay(TimeSpan.FromSeconds(30)));

        var failed = Assert.Single(waiting, w => w.IsFaulted);
        Assert.Equal(JournalFault.Unstorable, Assert.IsType<JournalException>(failed.Exception!.InnerException).Fault);
        Assert.Equal(63, (await _database.List(new("thing"), default)).Total);
    }

    [Fact]
    public async Task TwoCommitsOfOneEntity_GoIntoDifferentBatches_InOrder()
    {
        var first = _pipeline.Commit(Commit("1"));
        var second = _pipeline.Commit(Commit("1", 1));

        await _pipeline.StartAsync(default);

        Assert.Equal([CommitResult.Committed, CommitResult.Committed], await Task.WhenAll(first, second));
        Assert.Equal(2, _journal.Writes);
    }

    [Fact]
    public async Task StoppingThePipeline_WritesWhatWaits_AndRefusesWhatComesLater()
    {
        await _pipeline.StartAsync(default);
        var last = _pipeline.Commit(Commit("1"));

        await _pipeline.StopAsync(default);

        Assert.Equal(CommitResult.Committed, await last);
        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => _pipeline.Commit(Commit("2")))).Fault);
    }

    [Fact]
    public async Task AnEffect_IsSentRightAfterItsCommit_AndItsRowGoes()
    {
        var handler = new ScriptedHandler();
        using var worker = new EffectWorker(_journal, _pipeline, [handler], _time, NullLogger<EffectWorker>.Instance);
        await worker.StartAsync(default);
        await _pipeline.StartAsync(default);

        await _pipeline.Commit(Commit("1") with { Effects = [new("e1", "mail", "{}")] });
        _pipeline.Shown(Commit("1").Key, [new("e1", "mail", "{}")]);
        Assert.Equal("e1", (await handler.Next()).Id);
        await worker.StopAsync(default);
        await _pipeline.StopAsync(default);

        Assert.Empty(await _database.ClaimEffects(_time.GetUtcNow().AddDays(1), _time.GetUtcNow().AddDays(2), 10));
    }

    [Fact]
    public async Task AFailingEffect_IsTriedTenTimes_WithDoublingWaits_ThenParked()
    {
        var handler = new ScriptedHandler { Fault = new IOException("no route") };
        using var worker = new EffectWorker(_journal, _pipeline, [handler], _time, NullLogger<EffectWorker>.Instance);
        await _database.Write(new([Commit("1") with { Effects = [new("e1", "mail", "{}")] }], [], _time.GetUtcNow(), _time.GetUtcNow()));

        for (var i = 0; i < EffectRetry.MaxTries; i++)
        {
            Assert.Equal(1, await worker.RunOnce(default));
            Assert.Equal(0, await worker.RunOnce(default));
            _time.Advance(EffectRetry.LongestWait);
        }

        Assert.Equal(EffectRetry.MaxTries, handler.Tries);
        Assert.Equal(0, await worker.RunOnce(default));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 256)]
    [InlineData(10, null)]
    public void Retry_WaitsOneSecondDoubling_AndParksAfterTen(int failed, int? seconds) =>
        Assert.Equal(seconds, (int?)(EffectRetry.Next(failed, DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch)?.TotalSeconds);

    private sealed class ScriptedHandler : IEffectHandler
    {
        private readonly TaskCompletionSource<PendingEffect> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Fault { get; init; }

        public int Tries { get; private set; }

        public string Target => "mail";

        public Task<PendingEffect> Next() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public Task Handle(PendingEffect effect, CancellationToken cancellation)
        {
            Tries++;
            _first.TrySetResult(effect);
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }

    private sealed class CountingJournal(IJournal inner) : IJournal
    {
        public int Writes { get; private set; }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        public Task<BatchResult> Write(JournalBatch batch)
        {
            Writes++;
            return inner.Write(batch);
        }

        public Task<EntityRow?> Load(EntityKey key) => inner.Load(key);

        public Task<OperationRow?> FindOperation(string id) => inner.FindOperation(id);

        public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => inner.List(query, cancellation);

        public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => inner.Totals(kind, facet, cancellation);

        public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => inner.Count(query, fields, cancellation);

        public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => inner.Events(query, cancellation);

        public Task<FeedPosition> Position(CancellationToken cancellation) => inner.Position(cancellation);

        public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimDue(now, until, limit);

        public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimEffects(now, until, limit);

        public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) =>
            inner.ReportEffectFailure(id, now, nextTry, error);
    }
}
