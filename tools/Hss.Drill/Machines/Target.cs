using Hss.Silo.Hosting;
using Hss.Tests.Shared.Postgres;
using Hss.Tests.Shared.Processes;
using Microsoft.Extensions.Configuration;

namespace Hss.Drill.Machines;

/// <summary>The server, its database and the connections to it: what runs, and what can be killed and started again.</summary>
internal sealed class Target : IDisposable
{
    private const string LogFolder = "logs";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-drill-");
    private readonly PostgresServer? _postgres;
    private readonly MailSink _mails;
    private readonly Dictionary<string, string> _settings;
    private readonly string _program;
    private ServerProcess? _server;
    private int _disposed;

    private Target(DrillOptions options)
    {
        _program = options.Program;
        _postgres = options.OnPostgres ? PostgresServer.Start() : null;
        _mails = new(options.Seed);
        _settings = new()
        {
            ["HSS_LOG_LEVEL"] = "warning",
            ["HSS_LOG_DIR"] = Path.Combine(_folder.FullName, LogFolder),
            ["ACCESS_TOKEN_EXPIRE_MINUTES"] = "1440",
            ["Stock__HoldSeconds"] = "5",
            ["Robots__OfflineSeconds"] = $"{RobotsAreLostAfter.TotalSeconds}",
            ["SMTP_HOST"] = "127.0.0.1",
            ["SMTP_PORT"] = $"{_mails.Port}",
            ["SMTP_STARTTLS"] = "false",
            ["DB_ENGINE"] = _postgres is null ? "sqlite" : "postgres",
        };
        if (_postgres is not null)
            _settings["DB_CONNECTION"] = _postgres.CreateDatabase();
        // Also when the drill is ended before its time.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>A robot that is silent for so long is OFFLINE.</summary>
    public static TimeSpan RobotsAreLostAfter { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Where the server's mails go.</summary>
    public MailSink Mails => _mails;

    /// <summary>The callers' connections.</summary>
    public Connections Connections { get; } = new();

    /// <summary>Where the server that runs now listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:1");

    /// <summary>Whether there is a PostgreSQL to kill.</summary>
    public bool HasPostgres => _postgres is not null;

    /// <summary>How often the server was gone without having been killed.</summary>
    public int EndedByItself { get; private set; }

    /// <summary>Starts everything.</summary>
    public static async Task<Target> Start(DrillOptions options)
    {
        var target = new Target(options);
        try
        {
            await target.StartServer();
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Kills the server (<c>kill -9</c>), and starts it again.</summary>
    /// <param name="away">After how long.</param>
    public async Task KillServer(TimeSpan away)
    {
        Look();
        _server!.Dispose();
        await Task.Delay(away);
        await StartServer();
    }

    /// <summary>Kills PostgreSQL with its sessions (<c>kill -9</c>), and starts it again; the server lives on.</summary>
    /// <param name="away">After how long it starts.</param>
    public async Task KillPostgres(TimeSpan away)
    {
        await Task.Run(_postgres!.Kill);
        await Task.Delay(away);
        // Its starting waits for the recovery from its log.
        await Task.Run(_postgres.Restart);
        await Revive();
    }

    /// <summary>Starts the server again if it is gone.</summary>
    public async Task Revive()
    {
        if (!Look())
            return;
        _server!.Dispose();
        await StartServer();
    }

    /// <summary>Kills the server for good: its database is nobody's from then on.</summary>
    public void End()
    {
        Look();
        _server!.Kill();
    }

    /// <summary>What the server was started with, as it read it.</summary>
    public HssSettings Settings() => HssSettings.Read(
        new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(_settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
            .AddInMemoryCollection([new("HSS_DATA", _folder.FullName)])
            .Build(),
        development: true);

    /// <summary>Warnings and errors that the server has logged, oldest first.</summary>
    public IEnumerable<string> Log() =>
        _folder.CreateSubdirectory(LogFolder).GetFiles("hss*.log").OrderBy(f => f.LastWriteTimeUtc).SelectMany(f => File.ReadLines(f.FullName));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _server?.Dispose();
        Connections.Dispose();
        _postgres?.Dispose();
        _mails.Dispose();
        _folder.Delete(recursive: true);
    }

    private bool Look()
    {
        if (!_server!.HasExited)
            return false;
        EndedByItself++;
        return true;
    }

    private async Task StartServer()
    {
        _server = await ServerProcess.Start(_folder.FullName, _settings, program: _program);
        Url = _server.Url;
    }
}
