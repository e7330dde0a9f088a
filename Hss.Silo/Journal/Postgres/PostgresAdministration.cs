using System.Data.Common;
using Dapper;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal.Postgres;

/// <summary>Administration of a PostgreSQL database.</summary>
internal sealed class PostgresAdministration(PostgresReader reader, PostgresWriter writer, PostgresJournalOptions options, TimeProvider time)
    : JournalAdministration
{
    /// <inheritdoc />
    protected override string Engine => "postgres";

    /// <inheritdoc />
    public override async Task Backup(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
            throw new IOException($"{file} exists");
        await PostgresTools.RunOn(options.ConnectionString, "pg_dump", ["--format=custom", $"--file={file}"], cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override Task<TimeSpan> ClockDifference(CancellationToken cancellation) => Read(
        async connection =>
        {
            var before = time.GetUtcNow();
            var there = await connection.ExecuteScalarAsync<long>(
                new("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint", cancellationToken: cancellation)).ConfigureAwait(false);
            var here = before + ((time.GetUtcNow() - before) / 2);
            return EventHash.FromMicroseconds(there) - here;
        },
        cancellation);

    /// <inheritdoc />
    protected override string IndexNames =>
        "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'entities' AND starts_with(indexname, @prefix)";

    /// <inheritdoc />
    protected override string Create(FacetIndex index) =>
        $"CREATE INDEX {index.Name} ON entities ({PostgresQueries.Facet(index.Facet, index.Numeric)} NULLS FIRST, id) WHERE {SqlNames.IsKind(index.Kind)}";

    /// <inheritdoc />
    protected override Task LockSchema(DbTransaction transaction) => transaction.Connection!.ExecuteAsync(
        "SELECT pg_advisory_xact_lock(@key)", new { key = PostgresJournal.MigrationKey }, transaction, commandTimeout: 0);

    // A process that has lost the lease must not change anything, on whatever connection.
    /// <inheritdoc />
    protected override async Task<T> Run<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation)
    {
        await writer.Hold().ConfigureAwait(false);
        return await reader.Change(connection => action(connection)).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override Task<T> Read<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation) =>
        reader.Read(connection => action(connection), cancellation);
}
