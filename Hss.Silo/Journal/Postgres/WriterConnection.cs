using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// The one connection that writes. It holds the lease (an advisory lock: exclusive for the embedded host, shared for silos), so losing
/// the lease and losing the ability to write are one event. It is not pooled and has a session set up for <see cref="WriteStatement"/>.
/// </summary>
internal sealed class WriterConnection : IAsyncDisposable
{
    /// <summary>The advisory lock of the lease: "hsswrite" as bytes.</summary>
    public const long LeaseKey = 0x6873737772697465;

    private readonly NpgsqlConnection _connection;

    private WriterConnection(NpgsqlConnection connection)
    {
        _connection = connection;
        Command = new(WriteStatement.Text, connection);
        WriteParameters.Declare(Command.Parameters);
    }

    /// <summary>The statement; prepared by <see cref="Prepare"/>.</summary>
    public NpgsqlCommand Command { get; }

    /// <summary>Whether the client side still holds it for open.</summary>
    public bool IsOpen => _connection.State == System.Data.ConnectionState.Open;

    /// <summary>
    /// Connects, ends older sessions of the same instance, and takes the lease.
    /// </summary>
    /// <param name="instance">The name of this process's sessions; no other process has it.</param>
    /// <exception cref="LeaseHeldException">Another process has the lease.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public static async Task<WriterConnection> Open(PostgresJournalOptions options, string instance, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(ConnectionString(options, instance));
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await EndOlderSessions(connection, instance, cancellation).ConfigureAwait(false);
            await TakeLease(connection, options.Shared, cancellation).ConfigureAwait(false);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Who has the lease of the connection's database; null when nobody has.</summary>
    public static async Task<string?> Holder(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var ask = new NpgsqlCommand(
            """
            SELECT string_agg(format('%s, %s, pid %s', a.application_name, coalesce(host(a.client_addr), 'local'), a.pid), '; ')
            FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32) + l.objid::bigint = $1
            """,
            connection);
        ask.Parameters.Add(new() { Value = LeaseKey });
        return await ask.ExecuteScalarAsync(cancellation).ConfigureAwait(false) as string;
    }

    /// <summary>Whether the server still answers on it. The client's side learns only by asking that it is gone.</summary>
    public async Task<bool> Answers()
    {
        try
        {
            var ask = CreateCommand("SELECT 1");
            await using (ask.ConfigureAwait(false))
                await ask.ExecuteScalarAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Prepares the statement; the schema must be there.</summary>
    public Task Prepare(CancellationToken cancellation) => Command.PrepareAsync(cancellation);

    /// <summary>A command on this connection, for the maintenance that needs the lease and for recovery.</summary>
    public NpgsqlCommand CreateCommand(string sql) => new(sql, _connection);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Command.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static string ConnectionString(PostgresJournalOptions options, string instance)
    {
        var seconds = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds);
        return new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = instance,
            Pooling = false,
            Timeout = 3,
            CommandTimeout = seconds,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 5,
            TcpKeepAliveInterval = 1,
            // The server cancels first, so that a slow statement ends with a known outcome. Only nested loops: a plan cached while a
            // table was small must not scan it whole later. jit off: the penalties of the disabled scans would trigger it each time.
            Options = $"-c statement_timeout={(int)(options.CommandTimeout.TotalMilliseconds * 0.9)} -c synchronous_commit=on -c jit=off " +
                "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c plan_cache_mode=force_generic_plan " +
                "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3",
        }.ConnectionString;
    }

    // An older session of ours may still run a statement whose answer never came. Once it has left pg_stat_activity its transaction is
    // over, one way or the other.
    private static async Task EndOlderSessions(NpgsqlConnection connection, string instance, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()", connection);
        command.Parameters.Add(new() { Value = instance });
        while ((long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))! > 0)
            await Task.Delay(20, cancellation).ConfigureAwait(false);
    }

    private static async Task TakeLease(NpgsqlConnection connection, bool shared, CancellationToken cancellation)
    {
        using var take = new NpgsqlCommand($"SELECT pg_try_advisory_lock{(shared ? "_shared" : "")}($1)", connection);
        take.Parameters.Add(new() { Value = LeaseKey });
        if ((bool)(await take.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!)
            return;
        throw new LeaseHeldException(await Holder(connection, cancellation).ConfigureAwait(false) ?? "gone by now");
    }
}
