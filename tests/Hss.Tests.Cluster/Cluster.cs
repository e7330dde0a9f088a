using System.Net;
using System.Net.Sockets;
using Hss.Tests.Shared.Postgres;
using Hss.Tests.Shared.Processes;
using Npgsql;

namespace Hss.Tests.Cluster;

/// <summary>Silos in processes of their own on one PostgreSQL, sharing keys and files.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hss-cluster-").FullName;
    private readonly string _database;
    private readonly List<ServerProcess> _silos = [];
    private readonly List<HttpClient> _clients = [];

    private Cluster() => _database = new NpgsqlConnectionStringBuilder(Postgres.CreateDatabase()).Database!;

    public PostgresServer Postgres { get; } = PostgresServer.Start();

    /// <summary>Starts the silos one after the other.</summary>
    public static async Task<Cluster> Start(int silos)
    {
        var cluster = new Cluster();
        try
        {
            for (var i = 0; i < silos; i++)
                await cluster.AddSilo();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>A client of one silo's API.</summary>
    public HttpClient Client(int silo) => _clients[silo];

    public void Kill(int silo) => _silos[silo].Kill();

    public async Task<int> AddSilo()
    {
        var silo = await ServerProcess.Start(_folder, new Dictionary<string, string>
        {
            ["DB_ENGINE"] = "postgres",
            ["DB_HOST"] = "127.0.0.1",
            ["DB_PORT"] = $"{Postgres.Port}",
            ["DB_NAME"] = _database,
            ["HSS_SILO_ADDRESS"] = "127.0.0.1",
            ["HSS_SILO_PORT"] = $"{FreePort()}",
            ["HSS_LOG_DIR"] = Path.Combine(_folder, $"logs{_silos.Count}"),
        });
        _silos.Add(silo);
        _clients.Add(new HttpClient { BaseAddress = silo.Url, Timeout = TimeSpan.FromSeconds(60) });
        return _silos.Count - 1;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _silos.ForEach(s => s.Dispose());
        Postgres.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
