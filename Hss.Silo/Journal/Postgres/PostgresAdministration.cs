using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Hss.Grains.Entities.Journal;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>Administration of a PostgreSQL database.</summary>
internal sealed class PostgresAdministration(PostgresReader reader, PostgresJournalOptions options, TimeProvider time) : JournalAdministration
{
    /// <inheritdoc />
    protected override string Engine => "postgres";

    /// <inheritdoc />
    public override async Task Backup(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
            throw new IOException($"{file} exists");
        await PostgresTools.Run("pg_dump", options.ConnectionString, ["--format=custom", $"--file={file}"], cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override Task<TimeSpan> ClockDifference(CancellationToken cancellation) => Run(
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

    /// <inheritdoc />
    protected override Task<T> Run<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation) =>
        reader.Change(connection => action(connection));

    /// <inheritdoc />
    protected override Task<T> Read<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation) =>
        reader.Read(connection => action(connection), cancellation);
}

/// <summary>PostgreSQL's own programs, which must be installed where backups are made.</summary>
public static class PostgresTools
{
    /// <summary>Runs one against a database and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is its own.</exception>
    public static async Task Run(string program, string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program, [.. arguments, $"--host={target.Host}", $"--port={target.Port}", $"--username={target.Username}", $"--dbname={target.Database}"])
        {
            RedirectStandardError = true,
        };
        // On the command line others could read it.
        start.Environment["PGPASSWORD"] = target.Password ?? "";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var errors = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {errors.Trim()}");
    }
}
