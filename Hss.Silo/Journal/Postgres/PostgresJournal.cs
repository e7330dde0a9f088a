using System.Collections.Immutable;
using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal.Migrations;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>The journal in PostgreSQL: one writing connection that holds the lease, pooled readers beside it.</summary>
public sealed class PostgresJournal : IJournal
{
    /// <summary>The lock under which one program at a time brings the schema up to date: "hssmigra" as bytes.</summary>
    internal const long MigrationKey = 0x6873736d69677261;

    private readonly ReaderPools _pools;
    private readonly PostgresWriter _writer;
    private readonly PostgresReader _reader;
    private readonly KnownTotals? _totals;
    private readonly FeedNotifier? _notifier;
    private readonly FeedListener? _listener;

    private PostgresJournal(PostgresJournalOptions options, TimeProvider time)
    {
        _pools = new(options);
        _totals = options.Shared ? null : new();
        _writer = new(options, time, _totals);
        _reader = new(_pools, _totals);
        Administration = new PostgresAdministration(_reader, _writer, options, time);
        // Alone, this process is given the events by its own pipeline and nobody else listens.
        if (!options.Shared)
            return;
        _notifier = new(_pools.Reads, _writer.Instance);
        _listener = new(options.ConnectionString, _writer.Instance, time);
    }

    /// <inheritdoc />
    public event Action? FeedGrown
    {
        add
        {
            if (_listener is not null)
                _listener.Grown += value;
        }

        remove
        {
            if (_listener is not null)
                _listener.Grown -= value;
        }
    }

    /// <summary>Raised once when another process has the lease that this one lost: the process has to end.</summary>
    public event Action<LeaseHeldException>? LeaseLost
    {
        add => _writer.LeaseLost += value;
        remove => _writer.LeaseLost -= value;
    }

    /// <summary>Whether this process may write now, as far as it knows.</summary>
    public bool HasLease => _writer.HasLease;

    /// <summary>What operators do with it.</summary>
    public JournalAdministration Administration { get; }

    /// <summary>Takes the lease, brings the schema up to date, and is ready.</summary>
    /// <exception cref="LeaseHeldException">Another process writes to this database.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    /// <exception cref="InvalidOperationException">The database needs a newer program.</exception>
    public static async Task<PostgresJournal> Open(PostgresJournalOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var journal = new PostgresJournal(options, time);
        try
        {
            await journal._writer.Start(() => Migrate(options), cancellation).ConfigureAwait(false);
            journal._listener?.Start();
            return journal;
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<BatchResult> Write(JournalBatch batch)
    {
        try
        {
            var results = await _writer.Write(batch).ConfigureAwait(false);
            _notifier?.Signal();
            return results;
        }
        finally
        {
            _totals?.Wrote(batch);
        }
    }

    /// <inheritdoc />
    public Task<EntityRow?> Load(EntityKey key) => _reader.Load(key);

    /// <inheritdoc />
    public Task<OperationRow?> FindOperation(string id) => _reader.FindOperation(id);

    /// <inheritdoc />
    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => _reader.List(query, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => _reader.Totals(kind, facet, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => _reader.Count(query, fields, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => _reader.Events(query, cancellation);

    /// <inheritdoc />
    public Task<FeedPosition> Position(CancellationToken cancellation) => _reader.Position(cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => _reader.ClaimDue(now, until, limit);

    /// <inheritdoc />
    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) =>
        _reader.ClaimEffects(now, until, limit);

    /// <inheritdoc />
    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) =>
        _reader.ReportEffectFailure(id, now, nextTry, error);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_listener is not null)
            await _listener.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        if (_notifier is not null)
            await _notifier.Sending.ConfigureAwait(false);
        await _pools.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task Migrate(PostgresJournalOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { ApplicationName = "hss-migration", Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync().ConfigureAwait(false);
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@MigrationKey)", new { MigrationKey }).ConfigureAwait(false);
            await MigrationRunner.Apply(connection, Migration.For("Postgres")).ConfigureAwait(false);
        }
    }
}
