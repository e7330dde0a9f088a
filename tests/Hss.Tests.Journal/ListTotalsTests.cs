using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Journal.Postgres;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Journal;

public sealed class SqliteListTotalsTests : ListTotalsTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresListTotalsTests(PostgresFixture postgres) : ListTotalsTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);

    [SkippableFact]
    public async Task BesideOtherSilos_EveryTotalIsCounted()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        PostgresJournalOptions options = new() { ConnectionString = postgres.Server.CreateDatabase(), Shared = true };
        await using var one = await PostgresJournal.Open(options, TimeProvider.System);
        await using var other = await PostgresJournal.Open(options, TimeProvider.System);
        Assert.Equal(0, (await one.List(new("thing"), default)).Total);

        await StoredEvents.Write(other, StoredEvents.Commit("1"));

        Assert.Equal(1, (await one.List(new("thing"), default)).Total);
    }
}

/// <summary>The number of all that match a list, which is remembered, over a real database.</summary>
public abstract class ListTotalsTests : IAsyncLifetime
{
    private static readonly EntityQuery Things = new("thing");

    private TestDatabase _database = null!;

    protected abstract Task<TestDatabase> Open();

    public async Task InitializeAsync() => _database = await Open();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ATotal_IsCountedOnce_UntilAnEntityOfItsKindIsWritten()
    {
        await Write(StoredEvents.Commit("1"), StoredEvents.Commit("2"));
        Assert.Equal(2, await Total(Things));
        // Behind the journal's back, so that a count would show.
        await _database.Tamper("DELETE FROM entities WHERE id = '1'");

        Assert.Equal(2, await Total(Things));
        Assert.Equal(2, await Total(Things with { Sort = [new("id")], Limit = 1 }));
        await Write(StoredEvents.Commit("other") with { Key = new("another", "1") });
        Assert.Equal(2, await Total(Things));

        await Write(StoredEvents.Commit("3"));
        Assert.Equal(2, await Total(Things));
        await Write(StoredEvents.Commit("4"));
        Assert.Equal(3, await Total(Things));
    }

    [Fact]
    public async Task ATotal_IsOfItsOwnFilters()
    {
        await Write(
            StoredEvents.Commit("1") with { Index = new("ann", "here", "one", """{"n":1}"""), Links = [new("tag", "x", Unique: false)] },
            StoredEvents.Commit("2") with { Index = new("bob", "gone", "two", """{"n":2}""") });

        for (var asked = 0; asked < 2; asked++)
        {
            Assert.Equal(2, await Total(Things));
            Assert.Equal(1, await Total(Things with { Owner = "ann" }));
            Assert.Equal(0, await Total(Things with { Owner = "eve" }));
            Assert.Equal(1, await Total(Things with { Statuses = ["gone"] }));
            Assert.Equal(2, await Total(Things with { Statuses = ["gone", "here"] }));
            Assert.Equal(1, await Total(Things with { ExceptStatuses = ["gone"] }));
            Assert.Equal(1, await Total(Things with { Ids = ["2", "3"] }));
            Assert.Equal(1, await Total(Things with { Search = "tw" }));
            Assert.Equal(0, await Total(Things with { SearchAll = ["tw", "on"] }));
            Assert.Equal(1, await Total(Things with { Links = [new("tag", "x", Unique: false)] }));
            Assert.Equal(1, await Total(Things with { Facets = [new("n", FacetOperator.AtLeast, "2", Numeric: true)] }));
            Assert.Equal(2, await Total(Things with { Facets = [new("n", FacetOperator.AtLeast, "1", Numeric: true)] }));
            Assert.Equal(1, await Total(Things with { Facets = [new("n", FacetOperator.Equal, "1", Numeric: true)] }));
        }
    }

    [Fact]
    public async Task AChangeOfStatusOrLinks_CountsAnew_AndAnotherChangeDoesNot()
    {
        var first = StoredEvents.Commit("1") with { Index = new(null, "here") };
        await Write(first);
        var here = Things with { Statuses = ["here"] };
        var linked = Things with { Links = [new("tag", "x", Unique: false)] };
        Assert.Equal((1, 0), (await Total(here), await Total(linked)));

        var moved = StoredEvents.Commit("1", basis: 1, head: first.Head) with { Index = new(null, "gone") };
        await Write(moved);
        Assert.Equal(0, await Total(here));
        var tagged = StoredEvents.Commit("1", basis: 2, head: moved.Head) with { Index = null, Links = [new("tag", "x", Unique: false)] };
        await Write(tagged);
        Assert.Equal(1, await Total(linked));

        await _database.Tamper("DELETE FROM links");
        await Write(StoredEvents.Commit("1", basis: 3, head: tagged.Head) with { Index = null, Links = null });
        Assert.Equal(1, await Total(linked));
    }

    [Fact]
    public async Task APage_ThatIsReadAfterItsTotal_NeverHasMoreThanThat()
    {
        await Write(StoredEvents.Commit("1"));
        Assert.Equal(1, await Total(Things));
        await _database.Tamper(
            "INSERT INTO entities (kind, id, status, version, state, schema, state_version, created_at, updated_at, last_at, head) SELECT kind, '2', status, version, state, schema, state_version, created_at, updated_at, last_at, head FROM entities");

        var page = await _database.Journal.List(Things, default);

        Assert.Equal((2, 2L), (page.Rows.Length, page.Total));
        Assert.Equal(2, (await _database.Journal.List(Things with { Offset = 1 }, default)).Total);
    }

    [Fact]
    public void ATotal_ThatWasCountedWhileItsKindWasWritten_IsNotUsed()
    {
        var totals = new KnownTotals();
        var asked = totals.Of(Things)!;
        totals.Wrote(new([StoredEvents.Commit("1")], [], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));

        totals.Keep(asked, 0);

        Assert.Null(totals.Of(Things)!.Total);
        totals.Keep(totals.Of(Things)!, 1);
        Assert.Equal(1, totals.Of(Things)!.Total);
        asked = totals.Of(Things with { Owner = "ann" })!;
        totals.Forget();
        totals.Keep(asked, 1);
        Assert.Null(totals.Of(Things)!.Total);
        Assert.Null(totals.Of(Things with { Owner = "ann" })!.Total);
    }

    [Fact]
    public void Totals_AreFew_AndOfShortFilters()
    {
        var totals = new KnownTotals();
        for (var n = 0; n <= KnownTotals.MaxTotals; n++)
            totals.Keep(totals.Of(Things with { Owner = $"{n}" })!, n);

        Assert.Null(totals.Of(Things with { Owner = "0" })!.Total);
        Assert.Equal(KnownTotals.MaxTotals, totals.Of(Things with { Owner = $"{KnownTotals.MaxTotals}" })!.Total);
        Assert.Null(totals.Of(Things with { Ids = ["1"] }));
        Assert.Null(totals.Of(Things with { Search = new('x', KnownTotals.MaxFilters) }));
    }

    private Task Write(params EntityCommit[] commits) => StoredEvents.Write(_database.Journal, commits);

    private async Task<long> Total(EntityQuery query) => (await _database.Journal.List(query, default)).Total;
}
