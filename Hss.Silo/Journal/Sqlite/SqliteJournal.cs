using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal.Migrations;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>The journal in one SQLite file: one writing thread, readers beside it (WAL).</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly SqliteDatabase _database;
    private readonly WriterThread _thread = new("hss journal writer");
    private readonly KnownTotals _totals = new();
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private SqliteLease? _lease;
    private SqliteWriter? _writer;
    private int _disposed;

    private SqliteJournal(SqliteDatabase database)
    {
        _database = database;
        Administration = new SqliteAdministration(database, _thread);
    }

    /// <summary>What operators do with it.</summary>
    public JournalAdministration Administration { get; }

    /// <summary>Takes the lease (<c>.lock</c> beside the file), brings the file to this program's schema, and is ready.</summary>
    /// <param name="leaseWait">How long to wait for a process that is going away; 15 s when null.</param>
    /// <exception cref="LeaseHeldException">Another process has the file.</exception>
    /// <exception cref="InvalidOperationException">The file needs a newer program.</exception>
    public static async Task<SqliteJournal> Open(
        string path, TimeProvider time, TimeSpan? leaseWait = null, CancellationToken cancellation = default)
    {
        var lease = await SqliteLease.Take(SqliteLease.FileOf(path), leaseWait ?? SqliteLease.StartWait, time, cancellation).ConfigureAwait(false);
        var journal = new SqliteJournal(new SqliteDatabase(path)) { _lease = lease };
        try
        {
            var connection = journal._database.Open();
            await using (connection.ConfigureAwait(false))
                await MigrationRunner.Apply(connection, Migration.For("Sqlite")).ConfigureAwait(false);
            return journal;
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public Task<BatchResult> Write(JournalBatch batch) => _thread.Run(() =>
    {
        try
        {
            _writer ??= new SqliteWriter(_database.Open());
            return _writer.Write(batch);
        }
        catch (SqliteException e)
        {
            var fault = SqliteErrors.Translate(e, _writer?.InDoubt ?? false);
            if (fault.Fault != JournalFault.Unstorable)
                Reopen();
            throw fault;
        }
        finally
        {
            _totals.Wrote(batch);
        }
    });

    /// <inheritdoc />
    public Task<EntityRow?> Load(EntityKey key) => Read(connection =>
    {
        var columns = connection.QuerySingleOrDefault<EntityColumns>(
            $"SELECT {SqliteQueries.EntityColumns} FROM entities WHERE kind = @Kind AND id = @Id", new { key.Kind, key.Id });
        return columns is null ? null : Whole(connection, columns.ToRow());
    });

    /// <inheritdoc />
    public Task<OperationRow?> FindOperation(string id) => Read(connection => connection.QuerySingleOrDefault<OperationColumns>(
        "SELECT op, fingerprint, outcome, version, at FROM operations WHERE op = @id", new { id })?.ToRow());

    /// <inheritdoc />
    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => Read(connection =>
    {
        var values = new DynamicParameters();
        var where = SqliteQueries.Where(query, values);
        values.Add("limit", query.Limit);
        values.Add("offset", query.Offset);
        var rows = connection.Query<EntityColumns>(
            $"SELECT {SqliteQueries.EntityColumns} FROM entities WHERE {where} ORDER BY {SqliteQueries.OrderBy(query.Sort)} LIMIT @limit OFFSET @offset", values);
        var known = _totals.Of(query);
        if (known?.Total is not { } total)
        {
            total = connection.ExecuteScalar<long>($"SELECT count(*) FROM entities WHERE {where}", values);
            if (known is not null)
                _totals.Keep(known, total);
        }

        return EntityPage.Of(query, [.. rows.Select(r => Whole(connection, r.ToRow()))], total);
    });

    /// <inheritdoc />
    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => Read(connection => connection
        .Query<StatusTotal>(
            $"SELECT status, count(*) AS count, CAST(total({SqliteQueries.Facet(facet, numeric: true)}) AS INTEGER) AS sum FROM entities WHERE {SqlNames.IsKind(kind)} GROUP BY status ORDER BY status")
        .ToImmutableArray());

    /// <inheritdoc />
    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => Read(connection =>
    {
        var values = new DynamicParameters();
        return connection.Query<GroupColumns>(Grouping.Select(SqliteQueries.Where(query, values), fields, SqliteQueries.Column), values).Select(g => g.ToGroup()).ToImmutableArray();
    });

    /// <inheritdoc />
    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => Read(connection => Events(connection, query));

    /// <inheritdoc />
    public Task<FeedPosition> Position(CancellationToken cancellation) => Read(connection =>
    {
        var (epoch, seq) = connection.QuerySingle<(string, long)>("SELECT epoch, seq FROM feed");
        return new FeedPosition(epoch, seq);
    });

    /// <inheritdoc />
    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => Change((connection, transaction) =>
    {
        var keys = connection.Query<(string Kind, string Id)>(
            "SELECT kind, id FROM entities WHERE due_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now) ORDER BY due_at LIMIT @limit",
            new { now = EventHash.ToMicroseconds(now), limit }, transaction).AsList();
        connection.Execute(
            "UPDATE entities SET claimed_until = @until WHERE kind = @Kind AND id = @Id",
            keys.Select(k => new { k.Kind, k.Id, until = EventHash.ToMicroseconds(until) }), transaction);
        return keys.Select(k => new EntityKey(k.Kind, k.Id)).ToImmutableArray();
    });

    /// <inheritdoc />
    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => Change((connection, transaction) =>
    {
        var effects = connection.Query<EffectColumns>(
            """
            SELECT id, source, target, payload, attempts FROM effects
            WHERE parked_at IS NULL AND max(due_at, coalesce(claimed_until, 0)) <= @now ORDER BY max(due_at, coalesce(claimed_until, 0)) LIMIT @limit
            """,
            new { now = EventHash.ToMicroseconds(now), limit }, transaction).AsList();
        connection.Execute(
            "UPDATE effects SET claimed_until = @until WHERE id = @Id",
            effects.Select(e => new { e.Id, until = EventHash.ToMicroseconds(until) }), transaction);
        return effects.Select(e => e.ToEffect()).ToImmutableArray();
    });

    /// <inheritdoc />
    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) => Change((connection, transaction) =>
        connection.Execute(
            """
            UPDATE effects SET attempts = attempts + 1, claimed_until = NULL, last_error = @error,
                due_at = coalesce(@next, due_at), parked_at = CASE WHEN @next IS NULL THEN @now END
            WHERE id = @id
            """,
            new { id, error, now = EventHash.ToMicroseconds(now), next = nextTry is { } n ? EventHash.ToMicroseconds(n) : (long?)null }, transaction));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _thread.Run(() =>
        {
            _writer?.Dispose();
            return true;
        }).ConfigureAwait(false);
        _thread.Dispose();
        while (_readers.TryTake(out var reader))
            await reader.DisposeAsync().ConfigureAwait(false);
        _lease?.Dispose();
    }

    // With the events after its snapshot: a large state is not written with every commit. What came between the two reads is not of this row.
    private static EntityRow Whole(SqliteConnection connection, EntityRow row)
    {
        if (row.StateVersion == row.Version)
            return row;
        var tail = Events(connection, new() { Kind = row.Key.Kind, Id = row.Key.Id, AfterVersion = row.StateVersion, Limit = int.MaxValue });
        return row with { Tail = [.. tail.Select(e => e.Event).Where(e => e.Version <= row.Version)] };
    }

    private static ImmutableArray<FeedEvent> Events(SqliteConnection connection, EventQuery query)
    {
        var values = new DynamicParameters();
        var sql = SqliteQueries.Events(query, values);
        return [.. connection.Query<EventColumns>(sql, values).Select(e => e.ToEvent())];
    }

    private Task<T> Change<T>(Func<SqliteConnection, SqliteTransaction, T> action) => _thread.Run(() =>
    {
        try
        {
            using var connection = _database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = action(connection, transaction);
            SqliteCommit.Run(connection, transaction);
            return result;
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e, inDoubt: false);
        }
    });

    // SQLite answers from the page cache; a thread of the pool is the right place, the caller's (a grain) is not.
    private Task<T> Read<T>(Func<SqliteConnection, T> action) => Task.Run(() =>
    {
        SqliteConnection? connection = null;
        try
        {
            if (!_readers.TryTake(out connection))
                connection = _database.Open();
            var result = action(connection);
            _readers.Add(connection);
            return result;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new JournalException(JournalFault.Busy, $"The database cannot be read: {e.Message}", e);
        }
    });

    private void Reopen()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
