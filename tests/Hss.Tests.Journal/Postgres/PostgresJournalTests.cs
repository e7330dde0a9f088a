using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Shared.Postgres;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresJournalTests(PostgresFixture postgres) : JournalContract
{
    private readonly PostgresJournalOptions _options = new() { ConnectionString = postgres.Server.CreateDatabase(), Shared = true };
    private readonly List<PostgresJournal> _open = [];

    protected override IJournal Journal => _open[0];

    protected override JournalAdministration Administration => _open[0].Administration;

    public override async Task InitializeAsync() => _open.Add(await PostgresJournal.Open(_options, TimeProvider.System));

    public override async Task DisposeAsync()
    {
        foreach (var journal in _open)
            await journal.DisposeAsync();
    }

    protected override async Task<IJournal> Reopen()
    {
        _open.Add(await PostgresJournal.Open(_options, TimeProvider.System));
        return _open[^1];
    }

    protected override async Task<string> Plan(EntityQuery query)
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        // A handful of rows is read fastest without any index: what counts is which index could serve.
        await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");
        var values = new DynamicParameters();
        return string.Join('\n', await connection.QueryAsync<string>(
            $"EXPLAIN SELECT * FROM entities WHERE {PostgresQueries.Where(query, values)} ORDER BY {PostgresQueries.OrderBy(query.Sort)}", values));
    }

    [SkippableFact]
    public async Task AList_NewestFirst_IsReadInTheOrderOfAnIndex()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        // By whichever index: that of creation, or that of the status where few have it.
        foreach (var query in (EntityQuery[])[new("thing"), new("thing") { Statuses = ["here"] }])
            Assert.Contains("Index Scan Backward using entities_", await Plan(query), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("VACUUM entities")]
    [InlineData("ANALYZE entities")]
    public async Task APageInTheOrderOfAnIndex_IsReadInIt_WhateverWasKnownOfTheTableWhenItWasPlanned(string last)
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_options.ConnectionString) { Options = ReaderPools.NoSort }.ConnectionString);
        await connection.ExecuteAsync("ALTER TABLE entities SET (autovacuum_enabled = off)");
        await Write([.. Enumerable.Range(0, 2000).Select(n => Commit(Key($"{n}"), 0) with { Index = new("ann", "here") })]);
        await connection.ExecuteAsync(last);

        foreach (var query in (EntityQuery[])[new("thing"), new("thing") { Statuses = ["here"] }, new("thing") { Owner = "ann" }])
        {
            var values = new DynamicParameters();
            var plan = string.Join('\n', await connection.QueryAsync<string>(
                $"EXPLAIN SELECT * FROM entities WHERE {PostgresQueries.Where(query, values)} ORDER BY {PostgresQueries.OrderBy(query.Sort)} {PostgresQueries.Limit(query with { Limit = 20 }, values)}", values));
            Assert.Contains("Index Scan Backward using entities_", plan, StringComparison.Ordinal);
            // Of one moment's entities at most, which the index has not by id.
            Assert.DoesNotContain("Sort", plan.Replace("Incremental Sort", "", StringComparison.Ordinal).Replace("Sort Key", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task OnlyAPage_ThatIsPlannedOnce_IsReadBySessionsThatDoNotSort()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        async Task<long> Sessions() => await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hss-pages'");

        await Journal.List(new("thing") { Sort = [new("updated_at")] }, default);
        Assert.Equal(0, await Sessions());
        await Journal.List(new("thing") { Statuses = ["here"] }, default);
        Assert.Equal(1, await Sessions());
    }

    [Fact]
    public void OnlyAList_ThatAnIndexHasInItsOrder_IsPlannedOnceForAllValues()
    {
        foreach (var query in (EntityQuery[])[new("thing"), new("thing") { Statuses = ["here"] }, new("thing") { Owner = "ann", Sort = [new("created_at")] }])
            Assert.Equal("LIMIT 20", Limit(query));
        foreach (var query in (EntityQuery[])
        [
            new("thing") { Statuses = ["here", "there"] },
            new("thing") { Statuses = ["here"], Owner = "ann" },
            new("thing") { ExceptStatuses = ["gone"] },
            new("thing") { Ids = ["1"] },
            new("thing") { Facets = [new("n", FacetOperator.Equal, "1")] },
            new("thing") { Links = [new("tag", "x", Unique: false)] },
            new("thing") { Search = "x" },
            new("thing") { SearchAll = ["x"] },
            new("thing") { Sort = [new("facet:n")] },
            new("thing") { Sort = [new("updated_at")] },
            new("thing") { Offset = 20 },
        ])
        {
            Assert.Equal("LIMIT @limit OFFSET @offset", Limit(query));
        }

        // A statement without any parameter is never planned a second time.
        var values = new DynamicParameters();
        Assert.Equal("kind = 'thing' AND created_at >= 0 AND status = 'here'", PostgresQueries.Where(new("thing") { Statuses = ["here"] }, values));
        Assert.Empty(values.ParameterNames);
        Assert.EndsWith("status = @status", PostgresQueries.Where(new("thing") { Statuses = ["it's"] }, values), StringComparison.Ordinal);

        static string Limit(EntityQuery query) => PostgresQueries.Limit(query with { Limit = 20 }, new());
    }

    [SkippableFact]
    public async Task AnUpdate_ReadsItsOwnRowAlone_AlsoByAPlanThatIsOlderThanTheRows()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        // The plan was made before there was any row. It must not find a row by an index that has the kind and not the id.
        EntityKey[] keys = [.. Enumerable.Range(100, 400).Select(n => Key($"{n}"))];
        foreach (var version in (int[])[0, 1])
            await Write([.. keys.Select(k => Commit(k, version) with { Links = [new("tag", "x", Unique: false)] })]);

        // A session tells what it read when it ends.
        await _open[0].DisposeAsync();
        _open.Clear();
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        var read = await connection.QueryAsync<(string Index, long Rows)>(
            """
            SELECT indexrelname, idx_tup_read FROM pg_stat_user_indexes
            WHERE relname IN ('entities', 'links') AND indexrelname NOT IN ('entities_pkey', 'links_pkey') AND idx_tup_read > 0
            """);
        Assert.Empty(read);
    }

    [SkippableFact]
    public async Task ALookForEffects_ReadsNoneThatAreClaimed()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        await Write([.. Enumerable.Range(100, 50).Select(n => Commit(Key($"{n}"), 0) with { Effects = [new($"e{n}", "mail", "{}")] })]);

        Assert.Empty(await Journal.ClaimEffects(Now.AddSeconds(29), Now.AddSeconds(60), 10));
        Assert.Equal(10, (await Journal.ClaimEffects(Now.AddSeconds(30), Now.AddSeconds(60), 10)).Length);

        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        await connection.ExecuteAsync("SET enable_seqscan = off");
        var plan = string.Join('\n', await connection.QueryAsync<string>(
            $"EXPLAIN SELECT id FROM effects WHERE parked_at IS NULL AND {PostgresQueries.EffectFrom} <= 1 ORDER BY {PostgresQueries.EffectFrom}"));
        Assert.Contains("Index Cond", plan, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Backup_IsAWholeDatabase_ThatAnotherServerCanRead()
    {
        Skip.IfNot(PostgresServer.IsInstalled);
        await Write(Commit(Key("1"), 0));
        var file = Path.Combine(Path.GetTempPath(), $"hss-{Guid.NewGuid():N}.dump");
        try
        {
            await Administration.Backup(file, default);
            var target = postgres.Server.CreateDatabase();
            await PostgresTools.RunOn(target, "pg_restore", ["--no-owner", file], default);

            await using var restored = await PostgresJournal.Open(new() { ConnectionString = target }, TimeProvider.System);
            Assert.Equal(1, (await restored.Load(Key("1")))!.Version);
            Assert.Equal(await Journal.Position(default), await restored.Position(default));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
