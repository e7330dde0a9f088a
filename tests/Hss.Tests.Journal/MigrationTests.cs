using Dapper;
using Hss.Silo.Journal.Migrations;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal;

/// <summary>How a database comes to the program's schema, on both databases.</summary>
[Collection(PostgresCollection.Name)]
public sealed class MigrationTests(PostgresFixture postgres)
{
    private static readonly Migration Next = new(999, "999_next", "ALTER TABLE entities ADD COLUMN note TEXT; CREATE TABLE extra (id INTEGER)", "sum");

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task FromThePreviousVersion_OnlyTheNewStepIsApplied_OnceAndWithoutLoss(string kind)
    {
        await using var database = await Open(kind);
        await StoredEvents.Write(database.Journal, StoredEvents.Commit("1"));
        await using var connection = database.Connect();

        Assert.Equal(["999_next"], await MigrationRunner.Apply(connection, [.. Migration.For(kind), Next]));
        Assert.Empty(await MigrationRunner.Apply(connection, [.. Migration.For(kind), Next]));

        // Expand first: the version before goes on working on the newer schema.
        await StoredEvents.Write(database.Journal, StoredEvents.Commit("2"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM entities WHERE note IS NULL"));
        Assert.Contains("999_next", (await database.Administration.Status(default)).Migrations);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task AStepThatFails_LeavesNothingOfItself(string kind)
    {
        await using var database = await Open(kind);
        await using var connection = database.Connect();
        var broken = Next with { Sql = Next.Sql + "; INSERT INTO nowhere VALUES (1)" };

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => MigrationRunner.Apply(connection, [.. Migration.For(kind), broken]));

        Assert.DoesNotContain("999_next", (await database.Administration.Status(default)).Migrations);
        Assert.Equal(["999_next"], await MigrationRunner.Apply(connection, [.. Migration.For(kind), Next]));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task ADatabaseThatNeedsANewerProgram_RefusesToStart(string kind)
    {
        await using var database = await Open(kind);
        await database.Administration.SetMeta("min_program", "1000");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(database.OpenAgain);

        Assert.Contains("1000", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task AMigrationThatWasChangedAfterwards_RefusesToStart(string kind)
    {
        await using var database = await Open(kind);
        await database.Tamper("UPDATE migrations SET checksum = 'other'");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(database.OpenAgain);

        Assert.Contains("001_journal", refusal.Message, StringComparison.Ordinal);
    }

    private Task<TestDatabase> Open(string kind) => kind == "Sqlite" ? TestDatabase.Sqlite() : TestDatabase.Postgres(postgres.Server);
}
