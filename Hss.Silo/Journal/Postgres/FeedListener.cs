using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// Hears of other processes' commits (<see cref="FeedNotifier"/>) on a connection of its own, which it opens again when it is lost. What is
/// missed meanwhile is found by the look that <see cref="Grown"/> brings after each reconnection, and by the readers' poll.
/// </summary>
internal sealed class FeedListener(string connectionString, string instance, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ended = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>Raised when another process has committed, or may have.</summary>
    public event Action? Grown;

    /// <summary>Begins to listen.</summary>
    public void Start() => _listening = Task.Run(Listen);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                try
                {
                    await Follow().ConfigureAwait(false);
                }
                catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or ObjectDisposedException)
                {
                    // The poll does its work until the server is back.
                }

                await Task.Delay(RetryPause, time, _ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The journal is closed.
        }
    }

    private async Task Follow()
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "hss-listener",
            Pooling = false,
            Timeout = 3,
            KeepAlive = 5, // A server that is gone without a word is found out.
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await using var _ = connection.ConfigureAwait(false);
        await connection.OpenAsync(_ended.Token).ConfigureAwait(false);
        connection.Notification += (_, notification) =>
        {
            if (notification.Payload != instance)
                Grown?.Invoke();
        };
        var listen = new NpgsqlCommand($"LISTEN {FeedNotifier.Channel}", connection);
        await using (listen.ConfigureAwait(false))
            await listen.ExecuteNonQueryAsync(_ended.Token).ConfigureAwait(false);
        Grown?.Invoke();
        while (true)
            await connection.WaitAsync(_ended.Token).ConfigureAwait(false);
    }
}
