using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Interfaces.Entities;
using Hss.Silo.Audit;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Journal.Audit;

public sealed class SqliteListVerifierTests : ListVerifierTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresListVerifierTests(PostgresFixture postgres) : ListVerifierTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>Verification of the lists finds whatever is changed in what they are answered from. Loan 1 is out, loan 2 came back after a restart, loan 3 is large.</summary>
public abstract class ListVerifierTests : IAsyncLifetime
{
    private const string One = "WHERE kind = 'loan' AND id = '1'";

    private static readonly DateTimeOffset Until = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly EntityCodec _codec = new(new DataKeyRing([new("k1", new byte[DataKeyRing.KeySize])]));
    private TestDatabase _database = null!;
    private CommitPipeline _pipeline = null!;

    protected abstract Task<TestDatabase> Open();

    public async Task InitializeAsync()
    {
        _database = await Open();
        _pipeline = new(_database.Journal, TimeProvider.System, NullLogger<CommitPipeline>.Instance);
        await _pipeline.StartAsync(default);
        await Write(Session("1"), new Lent("ann", Until));
        await Write(Session("2"), new Lent("ann", Until));
        // Another session knows nothing of what the one before stored.
        await Write(Session("2"), new CameBack());
        // Too large to be written with the second commit: its state is the stored one and an event.
        var large = Session("3");
        await Write(large, new Lent("ann", Until, new string('x', 20_000)));
        await Write(large, new CameBack());
    }

    public async Task DisposeAsync()
    {
        await _pipeline.StopAsync(default);
        _pipeline.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task AnUntouchedJournal_IsClean() => Assert.Equal((3, 2, 0), Counts(await Verify()));

    [Fact]
    public async Task AnEmptyJournal_IsClean()
    {
        await using var empty = await Open();
        Assert.Equal((0, 0, 0), Counts(await new ListVerifier(empty.Journal, empty.Administration, _codec, new(LoanKind.Instance)).All(default)));
    }

    [Theory]
    [InlineData($"UPDATE entities SET owner = NULL {One}", "owner", "ann", null)]
    [InlineData($"UPDATE entities SET status = 'in' {One}", "status", "out", "in")]
    [InlineData($"UPDATE entities SET search = 'loan' {One}", "search text", "another one", "one")]
    [InlineData($"UPDATE entities SET facets = NULL {One}", "facets", """{"shelf":4.5e1,"by":"hand"}""", null)]
    [InlineData($"UPDATE entities SET due_at = NULL {One}", "due_at", "at the latest 2026-03-01T09:00:00.0000000+00:00", null)]
    [InlineData("INSERT INTO links VALUES ('loan', '1', 'borrower', 'bob', false)", "link borrower", null, "bob")]
    [InlineData($"DELETE FROM links {One} AND name = 'borrower'", "link borrower", "ann", null)]
    [InlineData($"UPDATE entities SET schema = 2 {One}", "state", "one that this program reads", "This version of the program does not know state schema 2 of kind 'loan'")]
    public async Task WhatIsNotAsTheEventsSay_IsNamed(string tampering, string column, string? expected, string? stored)
    {
        Assert.Equal(1, await _database.Tamper(tampering));
        Assert.Equal(new ListDifference(new("loan", "1"), column, expected, stored), Assert.Single((await Verify()).Differences));
    }

    [Fact]
    public async Task AStateThatIsNotAsTheEventsSay_IsFound_WhetherTheListsAgreeWithItOrNot()
    {
        var two = new EntityKey("loan", "2");
        // As it was before it came back.
        await _database.Tamper("""
            UPDATE entities SET state = (SELECT '{"id":"2",' || substr(data, 2) FROM events WHERE id = '2' AND version = 1) WHERE id = '2'
            """);
        Assert.Equal(
            [
                new(two, "owner", "ann", null) { ByEvents = false },
                new(two, "status", "out", "in") { ByEvents = false },
                new(two, "link number", "2 (unique)", null) { ByEvents = false },
                new(two, "link borrower", "ann", null) { ByEvents = false },
            ],
            (ListDifference[])[.. (await Verify()).Differences]);

        await _database.Tamper("""
            UPDATE entities SET owner = 'ann', status = 'out' WHERE id = '2';
            INSERT INTO links VALUES ('loan', '2', 'borrower', 'ann', false), ('loan', '2', 'number', '2', true)
            """);
        Assert.Equal(
            [
                new(two, "owner", null, "ann") { ByState = false },
                new(two, "status", "in", "out") { ByState = false },
                new(two, "link borrower", null, "ann") { ByState = false },
                new(two, "link number", null, "2 (unique)") { ByState = false },
            ],
            (ListDifference[])[.. (await Verify()).Differences]);
    }

    [Fact]
    public async Task LinksOfNothing_AreFound()
    {
        await _database.Tamper("INSERT INTO links VALUES ('loan', 'gone', 'borrower', 'bob', false)");
        Assert.Equal(new ListDifference(new("loan", "gone"), "link borrower", null, "bob"), Assert.Single((await Verify()).Differences));
    }

    [Fact]
    public async Task AnEntityWhoseRowIsGone_IsFound()
    {
        await _database.Tamper($"DELETE FROM links {One}; DELETE FROM entities {One}");
        Assert.Equal(new ListDifference(new("loan", "1"), "row", "that of an entity that has events", null), Assert.Single((await Verify()).Differences));
    }

    [Theory]
    [InlineData("UPDATE entities SET state = replace(state, '2026-03-01', 'Tomorrow ann')", "JsonException")]
    [InlineData("UPDATE entities SET state = '[]'", "JsonException")]
    public async Task WhatCannotBeRead_IsNamedWithoutWhatItSays_AndTheOthersAreLookedAt(string tampering, string why)
    {
        Assert.Equal(1, await _database.Tamper($"{tampering} {One}"));
        await _database.Tamper("INSERT INTO links VALUES ('loan', '3', 'borrower', 'bob', false)");
        Assert.Equal([new(new("loan", "1"), "state", "one that this program reads", why), new(new("loan", "3"), "link borrower", null, "bob")], (ListDifference[])[.. (await Verify()).Differences]);
    }

    [Fact]
    public async Task AllEventsCount_HoweverManyThereAre()
    {
        var many = Session("4");
        for (var i = 0; i < 600; i++)
            await Write(many, new Lent($"reader {i}", Until));
        await Write(many, new CameBack());
        Assert.Empty((await Verify()).Differences);
    }

    [Fact]
    public async Task AKindThatTheProgramDoesNotKnow_IsFound()
    {
        await StoredEvents.Write(_database.Journal, StoredEvents.Commit("1"));
        Assert.Equal(new ListDifference(new("thing", "1"), "state", "one of this program's kinds", "thing"), Assert.Single((await Verify()).Differences));
    }

    [Fact]
    public async Task ManyEntities_AreCheckedPageByPage()
    {
        await Task.WhenAll(Enumerable.Range(1000, 1000).Select(n => Write(Session($"{n}"), new Lent("bob", Until))));
        Assert.Equal((1003, 2002, 0), Counts(await Verify()));
        await _database.Tamper("DELETE FROM links WHERE name = 'borrower' AND id IN ('1000', '1498', '1499', '1999')");
        Assert.Equal(["1000", "1498", "1499", "1999"], (await Verify()).Differences.Select(d => d.Key.Id));
    }

    private static (long Entities, long Links, int Differences) Counts(ListVerification verification) =>
        (verification.Entities, verification.Links, verification.Differences.Length);

    private static Task Write(EntitySession<LoanState> session, IEntityEvent e) =>
        session.Execute(new CallContext("a1", "librarian", "r1"), (_, _) => Decision.Accept(e), s => s.Id);

    private EntitySession<LoanState> Session(string id) =>
        new(LoanKind.Instance.Key(id), LoanKind.Instance, new(_database.Journal, _pipeline, _codec, TimeProvider.System), () => Assert.Fail("Nobody else writes"));

    private Task<ListVerification> Verify() =>
        new ListVerifier(_database.Journal, _database.Administration, _codec, new EntityKinds(LoanKind.Instance)).All(default);
}
