using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// Tells the other silos that the feed grew, with <c>NOTIFY hss_feed</c> in a transaction of its own. Calls while one is under way become
/// one more. A lost one costs nothing but time: every reader polls as well.
/// </summary>
/// <param name="instance">Goes with it, so that this process does not wake itself.</param>
internal sealed class FeedNotifier(NpgsqlDataSource source, string instance)
{
    /// <summary>The channel.</summary>
    public const string Channel = "hss_feed";

    private const int Idle = 0, Running = 1, Again = 2;

    private int _state = Idle;

    /// <summary>The sending that is under way, or the last one.</summary>
    public Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Asks for a notification; returns at once.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _state, Again) == Idle)
            Sending = Task.Run(Send);
    }

    private async Task Send()
    {
        do
        {
            Interlocked.Exchange(ref _state, Running);
            try
            {
                // Nothing is lost with this transaction that would be worth a wait for the disk.
                var command = source.CreateCommand($"SET synchronous_commit = off; NOTIFY {Channel}, '{instance}'");
                await using (command.ConfigureAwait(false))
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or ObjectDisposedException)
            {
                // The readers' poll finds what this one would have told.
            }
        }
        while (Interlocked.CompareExchange(ref _state, Idle, Running) != Running);
    }
}
