using Hss.Interfaces.Entities;
using Hss.Silo.Audit;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Journal.Audit;

public sealed class SqliteAuditVerifierTests : AuditVerifierTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresAuditVerifierTests(PostgresFixture postgres) : AuditVerifierTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>Verification finds whatever is changed in the database itself. Entity 1 has seq 1..4, entity 2 has 5..6, entity 1 then 7.</summary>
public abstract class AuditVerifierTests : IAsyncLifetime
{
    private const string One = "WHERE kind = 'thing' AND id = '1'";
    private const string Two = "WHERE kind = 'thing' AND id = '2'";

    private TestDatabase _database = null!;
    private AuditVerifier _verifier = null!;

    protected abstract Task<TestDatabase> Open();

    public async Task InitializeAsync()
    {
        _database = await Open();
        _verifier = new(_database.Journal, _database.Administration);
        var first = StoredEvents.Commit("1", events: 4);
        await StoredEvents.Write(_database.Journal, first);
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("2", events: 2));
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("1", basis: 4, head: first.Head));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AnUntouchedJournal_IsClean()
    {
        Assert.Equal(new VerifyProgress(7, 2, null, Done: true), await Last(_verifier.All(default)));
        Assert.Equal(new VerifyProgress(7, 2, null, Done: true), await Last(_verifier.Span(1, 1000, default)));
        Assert.Equal(new VerifyProgress(3, 2, null, Done: true), await Last(_verifier.Span(3, 5, default)));
        Assert.Equal(new VerifyProgress(5, 1, null, Done: true), await _verifier.Entity(new("thing", "1"), default));
        Assert.Null(await _verifier.Entity(new("thing", "3"), default));
    }

    [Fact]
    public async Task AnEmptyJournal_IsClean()
    {
        await using var empty = await Open();
        Assert.Equal(new VerifyProgress(0, 0, null, Done: true), await Last(new AuditVerifier(empty.Journal, empty.Administration).All(default)));
    }

    [Theory]
    [InlineData($$"""UPDATE events SET data = '{"n":9}' {{One}} AND version = 3""", 3, BreakReason.Altered)]
    [InlineData($"UPDATE events SET data = data || ' ' {One} AND version = 5", 5, BreakReason.Altered)]
    [InlineData($"UPDATE events SET actor = 'a2' {One} AND version = 1", 1, BreakReason.Altered)]
    [InlineData($"UPDATE events SET type = 'thing.undone' {One} AND version = 2", 2, BreakReason.Altered)]
    [InlineData($"UPDATE events SET at = at + 1 {One} AND version = 2", 2, BreakReason.Altered)]
    [InlineData($"UPDATE events SET request_id = '' {One} AND version = 2", 2, BreakReason.Altered)]
    [InlineData($"UPDATE events SET ip = 'k:x' {One} AND version = 2", 2, BreakReason.Altered)]
    [InlineData($"UPDATE events SET hash = @zero {One} AND version = 4", 4, BreakReason.Altered)]
    [InlineData($"UPDATE events SET prev_hash = @zero {One} AND version = 4", 4, BreakReason.Unlinked)]
    [InlineData($"DELETE FROM events {One} AND version = 1", 1, BreakReason.Missing)]
    [InlineData($"DELETE FROM events {One} AND version = 3", 3, BreakReason.Missing)]
    [InlineData($"DELETE FROM events {One} AND version = 5", 5, BreakReason.Missing)]
    [InlineData($"UPDATE events SET seq = -1 WHERE seq = 2; UPDATE events SET seq = 2 WHERE seq = 3; UPDATE events SET seq = 3 WHERE seq = -1", 2, BreakReason.Reordered)]
    [InlineData($"UPDATE events SET seq = -1 WHERE seq = 1; UPDATE events SET seq = 1 WHERE seq = 2; UPDATE events SET seq = 2 WHERE seq = -1", 1, BreakReason.Reordered)]
    [InlineData($"UPDATE events SET version = -1 WHERE seq = 3; UPDATE events SET version = 3 WHERE seq = 4; UPDATE events SET version = 4 WHERE seq = 3", 3, BreakReason.Reordered)]
    [InlineData($"UPDATE entities SET head = @zero {One}", 5, BreakReason.HeadMismatch)]
    [InlineData($"UPDATE entities SET version = 6 {One}", 6, BreakReason.Missing)]
    public async Task TheFirstBrokenEvent_IsNamed(string tampering, int version, string reason)
    {
        await Tamper(tampering);
        foreach (var broken in (BrokenEvent?[])[await All(), await Span(), await Entity("1")])
            Assert.Equal((new EntityKey("thing", "1"), (long)version, reason), (broken!.Key, broken.Version, broken.Reason));
    }

    [Fact]
    public async Task ARowThatWasTurnedBack_IsFoundByTheEventsBehindIt()
    {
        await Tamper($"UPDATE entities SET version = 4, head = (SELECT hash FROM events {One} AND version = 4) {One}");
        foreach (var broken in (BrokenEvent?[])[await All(), await Span(), await Entity("1")])
            Assert.Equal(BreakReason.HeadMismatch, broken!.Reason);
    }

    [Fact]
    public async Task ARowThatWasTakenAway_IsFound()
    {
        await Tamper($"DELETE FROM entities {Two}");
        foreach (var broken in (BrokenEvent?[])[await All(), await Span(), await Entity("2")])
            Assert.Equal((new EntityKey("thing", "2"), BreakReason.EntityMissing), (broken!.Key, broken.Reason));
    }

    [Theory]
    [InlineData($"DELETE FROM entities {Two}; DELETE FROM events {Two}", 5)]
    [InlineData($"DELETE FROM events {One} AND version = 5; UPDATE entities SET version = 4, head = (SELECT hash FROM events {One} AND version = 4) {One}", 7)]
    [InlineData($"DELETE FROM entities; DELETE FROM events", 1)]
    public async Task WhatWasTakenAwayWithoutATrace_LeavesAHoleInTheFeed(string tampering, int seq)
    {
        await Tamper(tampering);
        Assert.Equal(new BrokenEvent(null, null, seq, BreakReason.Missing), await All());
        Assert.Equal(new BrokenEvent(null, null, seq, BreakReason.Missing), await Span());
    }

    [Fact]
    public async Task ASpan_LooksAtTheEventsBeforeItForTheirLinksOnly()
    {
        await Tamper($$"""UPDATE events SET data = '{"n":9}' {{One}} AND version = 3""");
        Assert.Null((await Last(_verifier.Span(4, 7, default))).Broken);
        Assert.NotNull((await Last(_verifier.Span(3, 3, default))).Broken);

        await Tamper($"DELETE FROM events {One} AND version = 3");
        Assert.Equal(new BrokenEvent(new("thing", "1"), 3, null, BreakReason.Missing), (await Last(_verifier.Span(4, 7, default))).Broken);
    }

    [Fact]
    public async Task ALongEntity_IsCheckedPageByPage()
    {
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("long", events: 2500));
        Assert.Equal(new VerifyProgress(2500, 1, null, Done: true), await _verifier.Entity(new("thing", "long"), default));
        await Tamper("DELETE FROM events WHERE id = 'long' AND version = 2001");
        foreach (var broken in (BrokenEvent?[])[await All(), await Span(), await Entity("long")])
            Assert.Equal((2001L, BreakReason.Missing), (broken!.Version, broken.Reason));
    }

    [Fact]
    public async Task AJournalThatIsWrittenMeanwhile_IsClean()
    {
        using var pipeline = new CommitPipeline(_database.Journal, TimeProvider.System, NullLogger<CommitPipeline>.Instance);
        await pipeline.StartAsync(default);
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var (i, head) = (0, (byte[]?)null); i < 100; i++)
            {
                // Each writer's own entity grows, and a new one is made beside it.
                var commit = StoredEvents.Commit($"w{writer}", i, head: head);
                head = commit.Head;
                await pipeline.Commit(commit);
                await pipeline.Commit(StoredEvents.Commit($"w{writer}-{i}", events: 2));
            }
        })));
        do
        {
            Assert.Null(await All());
            Assert.Null(await Span());
            Assert.Null((await _verifier.Entity(new("thing", "w1"), default))?.Broken);
        }
        while (!writers.IsCompleted);

        await writers;
        Assert.Equal(7 + (4 * 300), (await Last(_verifier.All(default))).Events);
        await pipeline.StopAsync(default);
    }

    private async Task Tamper(string sql) =>
        Assert.NotEqual(0, await _database.Tamper(sql.Replace("@zero", _database.ZeroHash, StringComparison.Ordinal)));

    private async Task<BrokenEvent?> All() => (await Last(_verifier.All(default))).Broken;

    private async Task<BrokenEvent?> Span() => (await Last(_verifier.Span(1, 1_000_000, default))).Broken;

    private async Task<BrokenEvent?> Entity(string id) => (await _verifier.Entity(new("thing", id), default))!.Broken;

    private static async Task<VerifyProgress> Last(IAsyncEnumerable<VerifyProgress> steps)
    {
        VerifyProgress? last = null;
        await foreach (var step in steps)
        {
            Assert.NotEqual(true, last?.Done);
            last = step;
        }

        Assert.True(last!.Done);
        return last;
    }
}
