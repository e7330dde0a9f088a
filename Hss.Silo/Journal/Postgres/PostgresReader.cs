using System.Collections.Immutable;
using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>Everything but writing batches, on pooled connections of its own.</summary>
internal sealed class PostgresReader(ReaderPools pools, KnownTotals? totals)
{
    /// <inheritdoc cref="IJournal.Load" />
    public Task<EntityRow?> Load(EntityKey key) => Read(async connection =>
    {
        var columns = await connection.QuerySingleOrDefaultAsync<EntityColumns>(
            $"SELECT {PostgresQueries.EntityColumns} FROM entities WHERE kind = @Kind AND id = @Id", new { key.Kind, key.Id }).ConfigureAwait(false);
        return columns is null ? null : await Whole(connection, columns.ToRow(), default).ConfigureAwait(false);
    }, default);

    /// <inheritdoc cref="IJournal.FindOperation" />
    public Task<OperationRow?> FindOperation(string id) => Read(async connection =>
        (await connection.QuerySingleOrDefaultAsync<OperationColumns>(
            "SELECT op, fingerprint, outcome, version, at FROM operations WHERE op = @id", new { id }).ConfigureAwait(false))?.ToRow(), default);

    /// <inheritdoc cref="IJournal.List" />
    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation)
    {
        var values = new DynamicParameters();
        var where = PostgresQueries.Where(query, values);
        var order = PostgresQueries.OrderBy(query.Sort);
        var known = totals?.Of(query);
        var sql = $"SELECT {PostgresQueries.EntityColumns} FROM entities WHERE {where} ORDER BY {order} {PostgresQueries.Limit(query, values)}";
        if (known?.Total is null)
            sql += $";\nSELECT count(*) FROM entities WHERE {where}";
        return Read(
            PostgresQueries.IsPlannedOnce(query) ? pools.Pages : pools.Reads,
            async connection =>
            {
                EntityPage page;
                var results = await connection.QueryMultipleAsync(new(sql, values, cancellationToken: cancellation)).ConfigureAwait(false);
                await using (results.ConfigureAwait(false))
                {
                    var found = await results.ReadAsync<EntityColumns>().ConfigureAwait(false);
                    page = EntityPage.Of(query, [.. found.Select(r => r.ToRow())], known?.Total ?? await results.ReadSingleAsync<long>().ConfigureAwait(false));
                }

                if (known is { Total: null })
                    totals!.Keep(known, page.Total);

                var rows = ImmutableArray.CreateBuilder<EntityRow>(page.Rows.Length);
                foreach (var row in page.Rows)
                    rows.Add(await Whole(connection, row, cancellation).ConfigureAwait(false));
                return page with { Rows = rows.MoveToImmutable() };
            },
            cancellation);
    }

    /// <inheritdoc cref="IJournal.Totals" />
    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => Read(
        async connection =>
        {
            var sql = $"SELECT status, count(*) AS count, coalesce(sum({PostgresQueries.Facet(facet, numeric: true)}), 0)::bigint AS sum FROM entities WHERE {PostgresQueries.IsKind(kind)} GROUP BY status ORDER BY status";
            return (await connection.QueryAsync<StatusTotal>(new(sql, cancellationToken: cancellation)).ConfigureAwait(false)).ToImmutableArray();
        },
        cancellation);

    /// <inheritdoc cref="IJournal.Count" />
    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation)
    {
        var values = new DynamicParameters();
        var sql = Grouping.Select(PostgresQueries.Where(query, values), fields, PostgresQueries.Column);
        return Read(
            async connection => (await connection.QueryAsync<GroupColumns>(new(sql, values, cancellationToken: cancellation)).ConfigureAwait(false))
                .Select(g => g.ToGroup()).ToImmutableArray(),
            cancellation);
    }

    /// <inheritdoc cref="IJournal.Events" />
    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) =>
        Read(connection => Events(connection, query, cancellation), cancellation);

    /// <inheritdoc cref="IJournal.Position" />
    public Task<FeedPosition> Position(CancellationToken cancellation) => Read(async connection =>
    {
        var (epoch, seq) = await connection.QuerySingleAsync<(string, long)>(
            new("SELECT epoch, seq FROM feed", cancellationToken: cancellation)).ConfigureAwait(false);
        return new FeedPosition(epoch, seq);
    }, cancellation);

    /// <inheritdoc cref="IJournal.ClaimDue" />
    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => Change(async connection =>
    {
        var rows = await connection.QueryAsync<(string Kind, string Id, long Due)>(
            """
            WITH due AS (
                SELECT kind, id FROM entities
                WHERE due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now)
                ORDER BY due_at LIMIT @limit
                FOR UPDATE SKIP LOCKED
            )
            UPDATE entities e SET claimed_until = @until FROM due d WHERE e.kind = d.kind AND e.id = d.id RETURNING e.kind, e.id, e.due_at
            """,
            new { now = EventHash.ToMicroseconds(now), until = EventHash.ToMicroseconds(until), limit }).ConfigureAwait(false);
        return rows.OrderBy(r => r.Due).Select(r => new EntityKey(r.Kind, r.Id)).ToImmutableArray();
    });

    /// <inheritdoc cref="IJournal.ClaimEffects" />
    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => Change(async connection =>
    {
        var rows = await connection.QueryAsync<EffectColumns>(
            $"""
            WITH due AS (
                SELECT id FROM effects
                WHERE parked_at IS NULL AND {PostgresQueries.EffectFrom} <= @now
                ORDER BY {PostgresQueries.EffectFrom} LIMIT @limit
                FOR UPDATE SKIP LOCKED
            )
            UPDATE effects e SET claimed_until = @until FROM due d WHERE e.id = d.id
            RETURNING e.id, e.source_kind || '/' || e.source_id AS source, e.target, e.payload, e.attempts
            """,
            new { now = EventHash.ToMicroseconds(now), until = EventHash.ToMicroseconds(until), limit }).ConfigureAwait(false);
        return rows.Select(r => r.ToEffect()).ToImmutableArray();
    });

    /// <inheritdoc cref="IJournal.ReportEffectFailure" />
    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) => Change(connection =>
        connection.ExecuteAsync(
            """
            UPDATE effects SET attempts = attempts + 1, claimed_until = NULL, last_error = @error,
                due_at = coalesce(@next::bigint, due_at), parked_at = CASE WHEN @next::bigint IS NULL THEN @now::bigint END
            WHERE id = @id
            """,
            new { id, error, now = EventHash.ToMicroseconds(now), next = nextTry is { } n ? EventHash.ToMicroseconds(n) : (long?)null }));

    /// <summary>Runs a change that is never repeated by itself.</summary>
    /// <exception cref="JournalException">The database is away.</exception>
    public Task<T> Change<T>(Func<NpgsqlConnection, Task<T>> action) => Once(pools.Reads, action);

    /// <summary>Runs a read; again when its pooled connection turned out to be dead (the server was restarted).</summary>
    /// <exception cref="JournalException">The database is away.</exception>
    public Task<T> Read<T>(Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellation) => Read(pools.Reads, action, cancellation);

    private static async Task<T> Read<T>(NpgsqlDataSource pool, Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellation)
    {
        try
        {
            return await Run(pool, action, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgresFaults.IsConnectionLost(e))
        {
            pool.Clear();
            return await Once(pool, action).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgresFaults.IsAway(e))
        {
            throw PostgresFaults.Read(e);
        }
    }

    private static async Task<T> Once<T>(NpgsqlDataSource pool, Func<NpgsqlConnection, Task<T>> action)
    {
        try
        {
            return await Run(pool, action, default).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgresFaults.IsAway(e))
        {
            throw PostgresFaults.Read(e);
        }
    }

    // With the events after its snapshot: a large state is not written with every commit.
    private static async Task<EntityRow> Whole(NpgsqlConnection connection, EntityRow row, CancellationToken cancellation)
    {
        if (row.StateVersion == row.Version)
            return row;
        var query = new EventQuery { Kind = row.Key.Kind, Id = row.Key.Id, AfterVersion = row.StateVersion, Limit = int.MaxValue };
        var tail = await Events(connection, query, cancellation).ConfigureAwait(false);
        // A commit may have come between the two reads: its events are not of this row.
        return row with { Tail = [.. tail.Select(e => e.Event).Where(e => e.Version <= row.Version)] };
    }

    private static async Task<ImmutableArray<FeedEvent>> Events(NpgsqlConnection connection, EventQuery query, CancellationToken cancellation)
    {
        var values = new DynamicParameters();
        var sql = PostgresQueries.Events(query, values);
        var rows = await connection.QueryAsync<EventColumns>(new(sql, values, cancellationToken: cancellation)).ConfigureAwait(false);
        return [.. rows.Select(r => r.ToEvent())];
    }

    private static async Task<T> Run<T>(NpgsqlDataSource pool, Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellation)
    {
        var connection = await pool.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await action(connection).ConfigureAwait(false);
    }
}
