using System.Data.Common;
using Dapper;
using Hss.Grains.Entities.Journal;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>Administration of a SQLite file.</summary>
internal sealed class SqliteAdministration(SqliteDatabase database, WriterThread thread) : JournalAdministration
{
    /// <inheritdoc />
    protected override string Engine => "sqlite";

    /// <inheritdoc />
    public override Task Backup(string file, CancellationToken cancellation) =>
        File.Exists(file)
            ? throw new IOException($"{file} exists")
            : Run(connection => connection.ExecuteAsync("VACUUM INTO @file", new { file }), cancellation);

    /// <inheritdoc />
    public override Task<TimeSpan> ClockDifference(CancellationToken cancellation) => Task.FromResult(TimeSpan.Zero);

    /// <inheritdoc />
    protected override string IndexNames => "SELECT name FROM sqlite_master WHERE type = 'index' AND substr(name, 1, length(@prefix)) = @prefix";

    // Its statistics are written down like those of migration 002: a filter by it leaves few of the kind's rows.
    /// <inheritdoc />
    protected override string Create(FacetIndex index) => $"""
        CREATE INDEX {index.Name} ON entities ({SqliteQueries.Facet(index.Facet, index.Numeric)}, id) WHERE {SqlNames.IsKind(index.Kind)};
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('entities', '{index.Name}', '100000 50 1');
        """;

    // This process holds the file's lease: there is no other.
    /// <inheritdoc />
    protected override Task LockSchema(DbTransaction transaction) => Task.CompletedTask;

    /// <inheritdoc />
    protected override Task<T> Run<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation) => thread.Run(() => With(action));

    /// <inheritdoc />
    protected override Task<T> Read<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation) => Task.Run(() => With(action), cancellation);

    private T With<T>(Func<DbConnection, Task<T>> action)
    {
        try
        {
            using var connection = database.Open();
            return action(connection).GetAwaiter().GetResult();
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e, inDoubt: false);
        }
    }
}
