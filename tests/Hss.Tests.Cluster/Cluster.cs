using Hss.Tests.Shared.Network;
using Hss.Tests.Shared.Postgres;
using Hss.Tests.Shared.Processes;
using Npgsql;

namespace Hss.Tests.Cluster;

/// <summary>Silos and API nodes in processes of their own on one PostgreSQL, sharing keys and files.</summary>
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

    /// <summary>Starts silos without API, and API nodes without grains.</summary>
    public static async Task<Cluster> StartNodes(int silos, int apis)
    {
        var cluster = new Cluster();
        try
        {
            for (var i = 0; i < silos; i++)
                await cluster.AddSiloAlone();
            for (var i = 0; i < apis; i++)
                await cluster.AddApi();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>A client of one silo's API, or of an API node.</summary>
    public HttpClient Client(int silo) => _clients[silo];

    /// <summary>Kills a silo as a power cut would.</summary>
    public void Kill(int silo) => _silos[silo].Kill();

    /// <summary>Asks a silo to stop, and waits until it has.</summary>
    public async Task<int> Stop(int silo)
    {
        _silos[silo].Terminate();
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _silos[silo].Exited(guard.Token);
        return _silos[silo].ExitCode;
    }

    /// <summary>Starts a silo with API.</summary>
    public async Task<int> AddSilo()
    {
        var silo = await Launch("Hss.Api", []);
        _clients.Add(Client(silo));
        return _silos.Count - 1;
    }

    /// <summary>Starts a silo without API.</summary>
    public async Task<int> AddSiloAlone()
    {
        await Launch("Hss.Silo", new() { ["HSS_GATEWAY_PORT"] = $"{FreePort.Find()}" });
        return _silos.Count - 1;
    }

    private async Task AddApi()
    {
        var api = await Launch("Hss.Api", new() { ["HSS_ROLE"] = "api" });
        _clients.Add(Client(api));
    }

    private async Task<ServerProcess> Launch(string program, Dictionary<string, string> settings)
    {
        settings["DB_ENGINE"] = "postgres";
        settings["DB_HOST"] = "127.0.0.1";
        settings["DB_PORT"] = $"{Postgres.Port}";
        settings["DB_NAME"] = _database;
        settings["HSS_SILO_ADDRESS"] = "127.0.0.1";
        settings["HSS_SILO_PORT"] = $"{FreePort.Find()}";
        settings["HSS_LOG_DIR"] = Path.Combine(_folder, $"logs{_silos.Count}");
        var process = await ServerProcess.Start(_folder, settings, program: Path.Combine(AppContext.BaseDirectory, $"{program}.dll"));
        _silos.Add(process);
        return process;
    }

    private static HttpClient Client(ServerProcess server) => new() { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _silos.ForEach(s => s.Dispose());
        Postgres.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
