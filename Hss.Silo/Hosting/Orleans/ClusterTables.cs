using Dapper;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hss.Silo.Hosting;

/// <summary>
/// Makes the tables through which the silos of the Orleans engine find each other and keep who subscribed to which stream, with the statements that
/// its ADO.NET providers read from <c>orleansquery</c>. Silos that start at once take turns. Tables that an operator made are left as they are.
/// </summary>
internal sealed class ClusterTables(string connectionString) : IHostedService
{
    // "hssmembr" as bytes.
    private const long Key = 0x6873736d656d6272;

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "hss-cluster-tables", Pooling = false }.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@Key)", new { Key }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            // Not through Dapper: the script's @names belong to the statements that it stores.
            using var script = new NpgsqlCommand(await Script().ConfigureAwait(false), connection);
            await script.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<string> Script()
    {
        using var reader = new StreamReader(typeof(ClusterTables).Assembly.GetManifestResourceStream("Hss.Silo.Journal.Migrations.Cluster.ClusterTables.sql")!);
        return await reader.ReadToEndAsync().ConfigureAwait(false);
    }
}
