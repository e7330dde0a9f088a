using System.Globalization;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// Takes all that a PostgreSQL database holds away, and puts a backup in its place: one transaction that holds the lease itself, so that no
/// server can start before it is over, and that sets the feed's new epoch, so that nobody ever sees restored data under the old one.
/// </summary>
public static class PostgresReplacement
{
    private const string Clear = "DROP SCHEMA public CASCADE; CREATE SCHEMA public";
    private const string LockTimeout = "55P03";

    private static readonly string TakeLease = $"SELECT pg_advisory_xact_lock({WriterConnection.LeaseKey})";

    /// <summary>Empties the database.</summary>
    /// <param name="wait">How long to wait for a process that is going away, or for a reader.</param>
    /// <exception cref="LeaseHeldException">Another process has the database; nothing was changed.</exception>
    public static async Task Empty(string connectionString, TimeSpan wait, CancellationToken cancellation)
    {
        var connection = Connection(connectionString);
        await using var _ = connection.ConfigureAwait(false);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await Execute(connection, Limit(wait), cancellation).ConfigureAwait(false);
        try
        {
            await Execute(connection, TakeLease, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == LockTimeout)
        {
            throw new LeaseHeldException(await Holder(connectionString, cancellation).ConfigureAwait(false) ?? "gone by now");
        }

        await Execute(connection, Clear, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Replaces the database by a backup (of <c>pg_dump --format=custom</c>).</summary>
    /// <param name="epoch">The feed's epoch from now on.</param>
    /// <param name="wait">How long to wait for a process that is going away, or for a reader.</param>
    /// <exception cref="LeaseHeldException">Another process has the database; nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The file is no backup of a journal; nothing was changed.</exception>
    public static async Task Restore(string connectionString, string file, string epoch, TimeSpan wait, CancellationToken cancellation)
    {
        // Readable by its owner alone. Only a file that is whole gets as far as the database.
        var folder = Directory.CreateTempSubdirectory("hss-restore-");
        try
        {
            var script = Path.Combine(folder.FullName, "script.sql");
            await PostgresTools.Run("pg_restore", ["--no-owner", $"--file={script}", file], cancellation).ConfigureAwait(false);
            await PostgresTools.RunOn(
                connectionString,
                "psql",
                [
                    "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", $"--command={Limit(wait)}", $"--command={TakeLease}",
                    $"--command={Clear}", $"--file={script}", $"--command={BeginEpoch(epoch)}",
                ],
                cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            if (await Holder(connectionString, cancellation).ConfigureAwait(false) is { } holder)
                throw new LeaseHeldException(holder);
            throw;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Limit(TimeSpan wait) =>
        string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = {Math.Max(1, (int)wait.TotalMilliseconds)}");

    // The script leaves no search path behind it.
    private static string BeginEpoch(string epoch) => $"""
        DO $$ BEGIN
            UPDATE public.feed SET epoch = '{epoch}';
            IF NOT FOUND THEN RAISE EXCEPTION 'the file is no backup of HSS'; END IF;
        END $$
        """;

    private static NpgsqlConnection Connection(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "hss-maintenance",
        Pooling = false,
        CommandTimeout = 0,
    }.ConnectionString);

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    // Asked on a connection of its own: the transaction that could not have the lease answers nothing any more.
    private static async Task<string?> Holder(string connectionString, CancellationToken cancellation)
    {
        var connection = Connection(connectionString);
        await using var _ = connection.ConfigureAwait(false);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        return await WriterConnection.Holder(connection, cancellation).ConfigureAwait(false);
    }
}
