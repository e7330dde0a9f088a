using Dapper;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hss.Silo.Hosting;

/// <summary>
/// Silos that start at once make first accounts and demonstration data one after the other: each takes its turn when its grains are there and gives it
/// up when the data is. The turn is a lock of a connection in the database, so it ends with a silo that dies.
/// </summary>
internal static class StartTurn
{
    // "hssstart" as bytes.
    private const long Key = 0x6873737374617274;

    /// <summary>What waits for the turn, and what ends it: to be started before and after what is done in it.</summary>
    public static (IHostedService Taken, IHostedService Given) Steps(string connectionString)
    {
        NpgsqlConnection connection = new(
            new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "hss-start", Pooling = false, CommandTimeout = 0 }.ConnectionString);
        return (
            new Step(async cancellation =>
            {
                await connection.OpenAsync(cancellation).ConfigureAwait(false);
                await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@Key)", new { Key }, cancellationToken: cancellation)).ConfigureAwait(false);
            }),
            new Step(_ => connection.DisposeAsync().AsTask()));
    }

    private sealed class Step(Func<CancellationToken, Task> start) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => start(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
