using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// Writes batches through the one <see cref="WriterConnection"/>, reconnects it (which retakes the lease), and finds out what became
/// of a batch whose answer was lost. Not for concurrent use: the pipeline calls it one batch at a time.
/// </summary>
internal sealed class PostgresWriter(PostgresJournalOptions options, TimeProvider time, KnownTotals? totals) : IAsyncDisposable
{
    /// <summary>How often an idle writer looks whether it still has its lease, and retakes it.</summary>
    public static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _ended = new();
    private Task _watching = Task.CompletedTask;
    private WriterConnection? _writer;
    private int _disposed;
    private LeaseHeldException? _lost;

    /// <summary>Raised once, when another process has the lease that this one lost: the process has to end.</summary>
    public event Action<LeaseHeldException>? LeaseLost;

    /// <summary>How this process's writing sessions are named in <c>pg_stat_activity</c>.</summary>
    public string Instance { get; } = $"hss-writer-{Guid.NewGuid():N}";

    /// <summary>Whether the lease is held, as far as this side knows.</summary>
    public bool HasLease => _writer is { IsOpen: true };

    /// <summary>Takes the lease, waiting a while for that of a process that is going away, and then brings the schema up to date.</summary>
    /// <param name="migrate">Runs when the lease is held.</param>
    /// <exception cref="LeaseHeldException">Another process kept it.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task Start(Func<Task> migrate, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                _writer = await WriterConnection.Open(options, Instance, cancellation).ConfigureAwait(false);
                break;
            }
            catch (LeaseHeldException) when (time.GetElapsedTime(started) < options.StartWait)
            {
                await Task.Delay(RetryPause, time, cancellation).ConfigureAwait(false);
            }
        }

        await migrate().ConfigureAwait(false);
        await _writer.Prepare(cancellation).ConfigureAwait(false);
        _watching = Task.Run(Watch, CancellationToken.None);
    }

    /// <summary>Makes sure that this process has the lease, before a change on another connection.</summary>
    /// <exception cref="JournalException">Another process has it, or the database is away.</exception>
    public async Task Hold()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await Check().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="IJournal.Write" />
    public async Task<BatchResult> Write(JournalBatch batch)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var writer = await Ready().ConfigureAwait(false);
            WriteParameters.Fill(writer.Command.Parameters, batch);
            return await Execute(writer, batch).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _ended.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        await Drop().ConfigureAwait(false);
        _turn.Dispose();
        _ended.Dispose();
    }

    // Without commits nothing else would notice that the server was restarted, and somebody else could take the lease.
    private async Task Watch()
    {
        using var timer = new PeriodicTimer(WatchPeriod, time);
        try
        {
            while (_lost is null && await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
                await Look().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The journal is closed.
        }
    }

    private async Task Look()
    {
        // A batch that is being written finds out by itself.
        if (!await _turn.WaitAsync(0).ConfigureAwait(false))
            return;
        try
        {
            await Check().ConfigureAwait(false);
        }
        catch (JournalException)
        {
            // The next look tries again.
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task Check()
    {
        if (_writer is { IsOpen: true } writer && !await writer.Answers().ConfigureAwait(false))
            await Drop().ConfigureAwait(false);
        await Ready().ConfigureAwait(false);
    }

    private async Task<BatchResult> Execute(WriterConnection writer, JournalBatch batch)
    {
        try
        {
            return await Send(writer.Command, batch.Commits.Length).ConfigureAwait(false);
        }
        catch (PostgresException e) when (PostgresFaults.IsRolledBack(e))
        {
            throw PostgresFaults.RolledBack(e);
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException or FormatException or System.Text.EncoderFallbackException)
        {
            // Npgsql could not encode the parameters; it may have sent a part of the message.
            await Drop().ConfigureAwait(false);
            throw new JournalException(JournalFault.Unstorable, $"The data cannot be sent: {e.Message}", e);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            await Drop().ConfigureAwait(false);
            return new(await Recover(batch, e).ConfigureAwait(false), null);
        }
    }

    private static async Task<BatchResult> Send(NpgsqlCommand command, int commits)
    {
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync().ConfigureAwait(false);
            var codes = commits == 0 ? [] : await reader.GetFieldValueAsync<int[]>(0).ConfigureAwait(false);
            long? seq = reader.IsDBNull(1) ? null : reader.GetInt64(1);

            // The row comes before the commit: only the end of the results says that the transaction is durable.
            while (await reader.NextResultAsync().ConfigureAwait(false))
            {
            }

            return new([.. codes.Select(c => (CommitResult)c)], seq);
        }
    }

    private async Task<WriterConnection> Ready()
    {
        if (_lost is not null)
            throw new JournalException(JournalFault.Busy, _lost.Message, _lost);
        if (_writer is { IsOpen: true } open)
            return open;
        await Drop().ConfigureAwait(false);
        try
        {
            using var limit = new CancellationTokenSource(options.CommandTimeout, time);
            var opened = _writer = await WriterConnection.Open(options, Instance, limit.Token).ConfigureAwait(false);
            // What the session before had sent has ended now, one way or the other, and others may have had the lease between.
            totals?.Forget();
            await opened.Prepare(limit.Token).ConfigureAwait(false);
            return opened;
        }
        catch (LeaseHeldException e)
        {
            throw Lose(e);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
        {
            await Drop().ConfigureAwait(false);
            throw new JournalException(JournalFault.Busy, "The database is away; nothing was done", e);
        }
    }

    private async Task<ImmutableArray<CommitResult>> Recover(JournalBatch batch, Exception cause)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                var writer = await Ready().ConfigureAwait(false);
                return await CommitRecovery.Examine(writer, batch).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JournalException or NpgsqlException or IOException or TimeoutException)
            {
                if (_lost is not null || time.GetElapsedTime(started) >= options.RecoveryWait)
                    throw new JournalException(JournalFault.OutcomeUnknown, "The answer of the database was lost; the write may have been done", cause);
                if (e is not JournalException)
                    await Drop().ConfigureAwait(false);
                await Task.Delay(RetryPause, time).ConfigureAwait(false);
            }
        }
    }

    private JournalException Lose(LeaseHeldException e)
    {
        _lost = e;
        LeaseLost?.Invoke(e);
        return new(JournalFault.Busy, e.Message, e);
    }

    private async Task Drop()
    {
        if (_writer is not { } writer)
            return;
        _writer = null;
        await writer.DisposeAsync().ConfigureAwait(false);
    }
}
