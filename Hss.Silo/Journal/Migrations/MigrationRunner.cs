using System.Data;
using System.Data.Common;
using Dapper;

namespace Hss.Silo.Journal.Migrations;

/// <summary>
/// Brings a database to this program's schema: each missing step in its own transaction, recorded with its checksum. The caller holds the
/// lock that keeps a second program out.
/// </summary>
public static class MigrationRunner
{
    private const string Bookkeeping = """
        CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
        INSERT INTO meta (name, value) VALUES ('min_program', '1') ON CONFLICT (name) DO NOTHING;
        """;

    /// <summary>Applies what is missing; answers the names of the applied steps.</summary>
    /// <exception cref="InvalidOperationException">The database needs a newer program, or an applied step was changed.</exception>
    public static async Task<IReadOnlyList<string>> Apply(DbConnection connection, IReadOnlyList<Migration> migrations)
    {
        await connection.ExecuteAsync(Bookkeeping).ConfigureAwait(false);
        var needed = int.Parse(await connection.ExecuteScalarAsync<string>("SELECT value FROM meta WHERE name = 'min_program'").ConfigureAwait(false) ?? "1");
        if (needed > Migration.Program)
            throw new InvalidOperationException($"The database needs program schema {needed}, this program has {Migration.Program}: start a newer version");
        var applied = (await connection.QueryAsync<(long Number, string Checksum)>("SELECT number, checksum FROM migrations").ConfigureAwait(false))
            .ToDictionary(m => (int)m.Number, m => m.Checksum);
        var names = new List<string>();
        foreach (var migration in migrations)
        {
            if (applied.TryGetValue(migration.Number, out var checksum))
            {
                if (checksum != migration.Checksum)
                    throw new InvalidOperationException($"Migration {migration.Name} was changed after it was applied to this database");
                continue;
            }

            await Apply(connection, migration).ConfigureAwait(false);
            names.Add(migration.Name);
        }

        return names;
    }

    private static async Task Apply(DbConnection connection, Migration migration)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await connection.ExecuteAsync(migration.Sql, transaction: transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(
            "INSERT INTO migrations (number, name, checksum) VALUES (@Number, @Name, @Checksum)", migration, transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }
}
