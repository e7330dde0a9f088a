using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;

namespace Hss.Tests.Journal;

/// <summary>What every implementation of the journal does. One class a database runs all of it against the real thing.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int _event;

    protected abstract IJournal Journal { get; }

    protected abstract JournalAdministration Administration { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>A second journal on the same database, as another start of the program would open it.</summary>
    protected abstract Task<IJournal> Reopen();

    /// <summary>How the database would answer a list.</summary>
    protected abstract Task<string> Plan(EntityQuery query);

    protected static EntityKey Key(string id, string kind = "thing") => new(kind, id);

    protected EntityCommit Commit(EntityKey key, long basis, int events = 1, byte[]? head = null, DateTimeOffset? at = null, string actor = "a1")
    {
        var list = ImmutableArray.CreateBuilder<JournalEvent>();
        var previous = head ?? EventHash.Genesis;
        for (var i = 1; i <= events; i++)
        {
            var data = $$"""{"n":{{++_event}}}""";
            var hash = EventHash.Compute(previous, key, basis + i, "thing.done", at ?? Now, actor, "r1", null, data);
            list.Add(new(basis + i, "thing.done", 1, data, at ?? Now, actor, "r1", null, "", previous, hash));
            previous = hash;
        }

        return new EntityCommit
        {
            Key = key,
            BaseVersion = basis,
            State = $$"""{"v":{{basis + events}}}""",
            Index = basis == 0 ? new(null, "new") : null,
            Events = list.ToImmutable(),
        };
    }

    protected async Task<CommitResult[]> Write(params ImmutableArray<EntityCommit> commits) =>
        [.. (await Journal.Write(new([.. commits.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal)], [], Now, Now.AddSeconds(30)))).Commits];

    private async Task<EntityKey[]> ClaimDue(DateTimeOffset now, DateTimeOffset until) => [.. await Journal.ClaimDue(now, until, 500)];

    [Fact]
    public async Task Commit_ThenLoad_GivesWhatWasWritten()
    {
        var commit = Commit(Key("1"), 0, events: 2) with { DueAt = Now.AddHours(1) };
        Assert.Equal([CommitResult.Committed], await Write(commit));

        var row = await (await Reopen()).Load(Key("1"));

        Assert.Equal((2L, """{"v":2}""", 2L, Now.AddHours(1), Now), (row!.Version, row.State, row.StateVersion, row.DueAt!.Value, row.LastAt));
        Assert.Equal(commit.Head, row.Head);
        Assert.Null(await Journal.Load(Key("2")));
    }

    [Fact]
    public async Task Commit_OnAnotherVersion_IsAConflictAndChangesNothing()
    {
        await Write(Commit(Key("1"), 0));

        Assert.Equal([CommitResult.Conflict], await Write(Commit(Key("1"), 0)));
        Assert.Equal([CommitResult.Conflict], await Write(Commit(Key("1"), 2)));
        Assert.Equal([CommitResult.Conflict], await Write(Commit(Key("none"), 1)));

        Assert.Equal(1, (await Journal.Load(Key("1")))!.Version);
        Assert.Single(await Journal.Events(new(), default));
    }

    [Fact]
    public async Task ABatchWithSomeConflictsInIt_CommitsTheOthers_WithoutAGapInTheFeed()
    {
        await Write(Commit(Key("b"), 0));

        var results = await Write(Commit(Key("a"), 0, 2), Commit(Key("b"), 0, 3), Commit(Key("c"), 0));

        Assert.Equal([CommitResult.Committed, CommitResult.Conflict, CommitResult.Committed], results);
        Assert.Equal([1L, 2L, 3L, 4L], (await Journal.Events(new(), default)).Select(e => e.Seq));
        Assert.Equal(4, (await Journal.Position(default)).Seq);
    }

    [Fact]
    public async Task ABatch_SaysWhereInTheFeedItsEventsAre()
    {
        await Write(Commit(Key("b"), 0));
        var batch = new JournalBatch([Commit(Key("a"), 0, 2), Commit(Key("b"), 0, 3), Commit(Key("c"), 0)], [], Now, Now);

        var told = (await Journal.Write(batch)).Events(batch);

        var stored = await Journal.Events(new() { AfterSeq = 1 }, default);
        Assert.Equal(stored.Select(e => (e.Seq, e.Key, Convert.ToHexString(e.Event.Hash))), told.Select(e => (e.Seq, e.Key, Convert.ToHexString(e.Event.Hash))));
        Assert.Null((await Journal.Write(new([Commit(Key("b"), 0)], [], Now, Now))).FirstSeq);
    }

    [Fact]
    public async Task OneBadPayloadInABatch_WritesNothingOfTheBatch_AndSaysThatItIsTheData()
    {
        EntityLink sku = new("sku", "X", Unique: true);
        await Write(Commit(Key("1"), 0) with { Links = [sku] });

        var fault = await Assert.ThrowsAsync<JournalException>(() => Write(Commit(Key("2"), 0) with { Links = [sku] }, Commit(Key("3"), 0)));

        Assert.Equal(JournalFault.Unstorable, fault.Fault);
        Assert.Null(await Journal.Load(Key("3")));
        Assert.Equal([CommitResult.Committed], await Write(Commit(Key("3"), 0)));
    }

    [Fact]
    public async Task Keys_AreExactText()
    {
        await Write(Commit(Key("20235"), 0), Commit(Key("020235"), 0), Commit(Key("abc"), 0), Commit(Key("ABC"), 0));

        Assert.All(["20235", "020235", "abc", "ABC"], id => Assert.Equal(id, Journal.Load(Key(id)).Result!.Key.Id));
        Assert.Equal(4, (await Journal.List(new("thing"), default)).Total);
    }

    [Fact]
    public async Task AnOperationThatIsStored_StopsItsCommitOnly()
    {
        OperationRow operation = new("o1", "f1", "answer", 1, Now);
        await Write(Commit(Key("1"), 0) with { Operations = [operation] });

        var results = await Write(Commit(Key("1"), 1) with { Operations = [operation] }, Commit(Key("2"), 0));

        Assert.Equal([CommitResult.OperationExists, CommitResult.Committed], results);
        Assert.Equal(1, (await Journal.Load(Key("1")))!.Version);
        Assert.Equal(operation, await Journal.FindOperation("o1"));
        Assert.Null(await Journal.FindOperation("o2"));
    }

    [Fact]
    public async Task ACommitWithoutAState_LeavesTheSnapshot_AndLoadGivesTheEventsAfterIt()
    {
        var first = Commit(Key("1"), 0);
        await Write(first);
        var second = Commit(Key("1"), 1, 2, first.Head) with { State = null };
        await Write(second);

        var row = (await Journal.Load(Key("1")))!;

        Assert.Equal((3L, 1L, """{"v":1}"""), (row.Version, row.StateVersion, row.State));
        Assert.Equal([2L, 3L], row.Tail.Select(e => e.Version));
        Assert.Equal(second.Head, row.Head);
    }

    [Fact]
    public async Task ALargeStateThatIsNotWrittenWithEachCommit_IsInListsWithTheEventsAfterIt()
    {
        var first = Commit(Key("1"), 0);
        await Write(first, Commit(Key("2"), 0));
        await Write(Commit(Key("1"), 1, 2, first.Head) with { State = null });

        var page = await Journal.List(new EntityQuery(Key("1").Kind) { Limit = 10 }, default);

        var rows = page.Rows.OrderBy(r => r.Key.Id, StringComparer.Ordinal).ToList();
        Assert.Equal([[2L, 3L], []], rows.Select(r => r.Tail.Select(e => e.Version)));
    }

    [Fact]
    public async Task Bookkeeping_ChangesNeitherVersionNorHead()
    {
        var first = Commit(Key("1"), 0) with { DueAt = Now };
        await Write(first);

        await Write(new EntityCommit { Key = Key("1"), BaseVersion = 1, DueAt = Now.AddDays(1) });

        var row = (await Journal.Load(Key("1")))!;
        Assert.Equal((1L, Now.AddDays(1)), (row.Version, row.DueAt!.Value));
        Assert.Equal(first.Head, row.Head);
    }

    [Fact]
    public async Task Events_FormAChainThatRecomputes()
    {
        var first = Commit(Key("1"), 0, 3);
        await Write(first);
        await Write(Commit(Key("1"), 3, 2, first.Head));

        var events = await Journal.Events(new() { Kind = "thing", Id = "1" }, default);

        var previous = EventHash.Genesis;
        foreach (var e in events)
        {
            Assert.Equal(previous, e.Event.PreviousHash);
            Assert.Equal(EventHash.Compute(e.Key, e.Event), e.Event.Hash);
            previous = e.Event.Hash;
        }

        Assert.Equal(previous, (await Journal.Load(Key("1")))!.Head);
    }

    [Fact]
    public async Task Events_AreFoundByEntityActorTimeTypeAndSeq()
    {
        await Write(Commit(Key("1"), 0, 2, at: Now), Commit(Key("2"), 0, at: Now.AddHours(1), actor: "a2"));

        Assert.Equal([1L, 2L], (await Journal.Events(new() { Kind = "thing", Id = "1" }, default)).Select(e => e.Seq));
        Assert.Equal([2L], (await Journal.Events(new() { Kind = "thing", Id = "1", AfterVersion = 1 }, default)).Select(e => e.Seq));
        Assert.Equal([1L], (await Journal.Events(new() { Kind = "thing", Id = "1", BeforeVersion = 2 }, default)).Select(e => e.Seq));
        Assert.Equal([3L], (await Journal.Events(new() { Actor = "a2" }, default)).Select(e => e.Seq));
        Assert.Equal([3L], (await Journal.Events(new() { From = Now.AddMinutes(1) }, default)).Select(e => e.Seq));
        Assert.Equal([1L, 2L], (await Journal.Events(new() { To = Now.AddMinutes(1) }, default)).Select(e => e.Seq));
        Assert.Equal([3L, 2L], (await Journal.Events(new() { Descending = true, Limit = 2 }, default)).Select(e => e.Seq));
        Assert.Equal([2L], (await Journal.Events(new() { AfterSeq = 1, BeforeSeq = 3 }, default)).Select(e => e.Seq));
        Assert.Empty(await Journal.Events(new() { Types = ["thing.undone"] }, default));
    }

    [Fact]
    public async Task Effects_AreClaimedOnce_RetriedAndParked_AndGoWhenDone()
    {
        EffectRow mail = new("e1", "mail", "{}"), other = new("e2", "mail", "{}");
        await Write(Commit(Key("1"), 0) with { Effects = [mail, other] });

        Assert.Empty(await Journal.ClaimEffects(Now.AddSeconds(29), Now.AddMinutes(1), 10));
        var claimed = await Journal.ClaimEffects(Now.AddSeconds(30), Now.AddSeconds(60), 10);
        Assert.Equal(["e1", "e2"], claimed.Select(e => e.Id).Order());
        Assert.Equal(Key("1"), claimed[0].Source);
        Assert.Empty(await Journal.ClaimEffects(Now.AddSeconds(31), Now.AddSeconds(61), 10));

        await Journal.ReportEffectFailure("e1", Now.AddSeconds(31), Now.AddSeconds(40), "no route");
        Assert.Equal([("e1", 1)], (await Journal.ClaimEffects(Now.AddSeconds(40), Now.AddSeconds(50), 10)).Select(e => (e.Id, e.Attempts)));
        await Journal.ReportEffectFailure("e1", Now.AddSeconds(41), null, "no route");
        await Journal.Write(new([], ["e2"], Now, Now));

        Assert.Empty(await Journal.ClaimEffects(Now.AddDays(1), Now.AddDays(2), 10));
    }

    [Fact]
    public async Task DueWork_IsClaimedOnce_UntilTheClaimEnds()
    {
        await Write(Commit(Key("1"), 0) with { DueAt = Now }, Commit(Key("2"), 0) with { DueAt = Now.AddSeconds(5) }, Commit(Key("3"), 0));

        Assert.Equal([Key("1")], await ClaimDue(Now, Now.AddSeconds(30)));
        Assert.Empty(await ClaimDue(Now, Now.AddSeconds(30)));
        Assert.Equal([Key("2")], await ClaimDue(Now.AddSeconds(5), Now.AddSeconds(35)));
        Assert.Equal([Key("1"), Key("2")], await ClaimDue(Now.AddSeconds(40), Now.AddSeconds(70)));
    }

    [Fact]
    public async Task Lists_FilterSortCountAndPage()
    {
        for (var i = 1; i <= 5; i++)
        {
            var index = new EntityIndex(i % 2 == 0 ? "even" : "odd", i == 5 ? "gone" : "here", $"Thing_{i} 100%", $$"""{"price":{{i * 10}},"color":"{{(i < 3 ? "red" : "blue")}}"}""");
            await Write(Commit(Key($"t{i}"), 0) with { Index = index, Links = [new("tag", i < 4 ? "low" : "high")] });
        }

        await Check(new("thing") { Owner = "odd" }, "t5", "t3", "t1");
        await Check(new("thing") { Statuses = ["gone"] }, "t5");
        await Check(new("thing") { ExceptStatuses = ["gone"], Sort = [new("id")] }, "t1", "t2", "t3", "t4");
        await Check(new("thing") { Search = "g_3 100%" }, "t3");
        await Check(new("thing") { Search = "g%3" });
        await Check(new("thing") { SearchAll = ["100%", "g_3"] }, "t3");
        await Check(new("thing") { SearchAll = ["g_3", "nowhere"] });
        await Check(new("thing") { Facets = [new("color", FacetOperator.Equal, "red")], Sort = [new("id")] }, "t1", "t2");
        await Check(new("thing") { Facets = [new("price", FacetOperator.AtLeast, "20", true), new("price", FacetOperator.AtMost, "40", true)], Sort = [new("id")] }, "t2", "t3", "t4");
        await Check(new("thing") { Links = [new("tag", "high")], Sort = [new("facet:price", Descending: true, Numeric: true)] }, "t5", "t4");
        await Check(new("thing") { Ids = ["t4", "none", "t1"], Sort = [new("id")] }, "t1", "t4");
        await Check(new("thing") { Ids = [] });
        await Check(new("other"));

        var page = await Journal.List(new("thing") { Sort = [new("facet:price", Numeric: true)], Limit = 2, Offset = 2 }, default);
        Assert.Equal((5L, "t3,t4"), (page.Total, string.Join(',', page.Rows.Select(r => r.Key.Id))));

        async Task Check(EntityQuery query, params string[] ids)
        {
            var answer = await Journal.List(query, default);
            Assert.Equal(ids, answer.Rows.Select(r => r.Key.Id));
            Assert.Equal(ids.Length, answer.Total);
        }
    }

    [Fact]
    public async Task ListsByADeclaredFacet_AreServedByItsIndex_UntilItIsNoLongerDeclared()
    {
        FacetIndex price = new("thing", "price", Numeric: true), color = new("thing", "color");
        await Administration.SyncIndexes([price, color], default);
        await Administration.SyncIndexes([price, color], default);
        await Write(Commit(Key("1"), 0) with { Index = new(null, "here", Facets: """{"price":5,"color":"red"}""") });
        var cheap = new EntityQuery("thing") { Facets = [new("price", FacetOperator.AtMost, "9.5", Numeric: true)], Sort = [new("facet:price", Numeric: true)] };
        var red = new EntityQuery("thing") { Facets = [new("color", FacetOperator.Equal, "red")], Sort = [new("facet:color", Descending: true)] };

        Assert.Contains(price.Name, await Plan(cheap), StringComparison.Ordinal);
        Assert.Contains(color.Name, await Plan(red), StringComparison.Ordinal);
        Assert.Equal(1, (await Journal.List(cheap, default)).Total);

        await Administration.SyncIndexes([color], default);
        Assert.DoesNotContain(price.Name, await Plan(cheap), StringComparison.Ordinal);
        Assert.Contains(color.Name, await Plan(red), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facet:a') OR 1=1 --")]
    [InlineData("head")]
    public async Task AList_SortsByKnownFieldsOnly(string field) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.List(new("thing") { Sort = [new(field)] }, default));

    [Fact]
    public async Task AList_IsOfANamedKindOnly() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.List(new("thing' OR 1=1 --"), default));

    [Fact]
    public async Task TheEpoch_StaysAcrossStarts() =>
        Assert.Equal((await Journal.Position(default)).Epoch, (await (await Reopen()).Position(default)).Epoch);
}
