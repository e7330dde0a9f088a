using Hss.Api;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Tests.Api.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api;

/// <summary>
/// The real server on a free loopback port with a data folder of its own: Kestrel, the journal on disk, everything. It can be stopped and
/// started again on the same data.
/// </summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly bool _development;
    private readonly Action<WebApplicationBuilder>? _configure;
    private readonly TimeProvider _journalClock;
    private readonly bool _realPasswords;
    private OpenedJournal? _journal;
    private WebApplication? _app;

    private ApiServer(string dataFolder, Dictionary<string, string?> settings, bool development, Action<WebApplicationBuilder>? configure, TimeProvider journalClock, bool realPasswords)
    {
        (DataFolder, _settings, _development, _configure, _journalClock, _realPasswords) = (dataFolder, settings, development, configure, journalClock, realPasswords);
        Client = new HttpClient();
    }

    /// <summary>The folder that holds the database, keys, files, mails and logs.</summary>
    public string DataFolder { get; }

    /// <summary>A client without sign-in; its base address is the server's root.</summary>
    public HttpClient Client { get; private set; }

    /// <summary>What holds every answer to that client to the documents.</summary>
    internal DocumentWatch Watch { get; private set; } = null!;

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>The address, <c>http://127.0.0.1:port</c>.</summary>
    public Uri Url => new(_app!.Urls.First());

    /// <summary>Starts a server over SQLite, or over the database that the settings name.</summary>
    /// <param name="settings">Settings beside <c>HSS_DATA</c> and <c>HSS_URLS</c>.</param>
    /// <param name="development">Whether it runs as Development (demonstration data, made keys).</param>
    /// <param name="configure">Changes of the services, such as a fake clock.</param>
    /// <param name="journalClock">The journal's clock, which it compares with its database's.</param>
    /// <param name="realPasswords">
    /// Whether new passwords cost what they cost in production. Verifiers keep their own number of iterations, so a server can read either; the
    /// demonstration accounts of the many servers here would take minutes.
    /// </param>
    public static async Task<ApiServer> Start(
        Dictionary<string, string?>? settings = null,
        bool development = true,
        Action<WebApplicationBuilder>? configure = null,
        TimeProvider? journalClock = null,
        bool realPasswords = false)
    {
        var server = new ApiServer(NewFolder(), settings ?? [], development, configure, journalClock ?? TimeProvider.System, realPasswords);
        // Whoever brings a clock, services or passwords of his own wants what they make of the first start.
        if (development && !realPasswords && configure is null && journalClock is null && !server._settings.ContainsKey("DB_ENGINE") && !server._settings.ContainsKey("HSS_DATA_KEYS"))
            await DemonstrationData.CopyTo(server.DataFolder);
        await server.Open();
        return server;
    }

    /// <summary>The same over a PostgreSQL that tests share: for tests that leave the database itself alone.</summary>
    public static async Task<ApiServer> StartOnPostgres(Dictionary<string, string?>? settings = null)
    {
        var folder = NewFolder();
        var all = new Dictionary<string, string?>(settings ?? []);
        foreach (var (name, value) in await DemonstrationData.OnPostgres(folder))
            all[name] = value;
        var server = new ApiServer(folder, all, development: true, configure: null, TimeProvider.System, realPasswords: false);
        await server.Open();
        return server;
    }

    /// <summary>Makes the demonstration data.</summary>
    /// <returns>The data folder; the caller's.</returns>
    public static async Task<string> Seed(Dictionary<string, string> settings)
    {
        var server = new ApiServer(NewFolder(), settings.ToDictionary(s => s.Key, s => (string?)s.Value), development: true, configure: null, TimeProvider.System, realPasswords: false);
        await server.Open();
        // What is still to be told would be told again by every server that starts on a copy.
        using (var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2)))
        {
            while ((await server._journal!.Administration.Status(guard.Token)).EffectsPending > 0)
                await Task.Delay(20, guard.Token);
        }

        await server.Close();
        return server.DataFolder;
    }

    /// <summary>Stops gracefully and starts again on the same data, perhaps on another port.</summary>
    /// <param name="between">What happens while it is down.</param>
    public async Task Restart(Action? between = null)
    {
        await Close();
        between?.Invoke();
        await Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Client.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("hss-api-").FullName;

    private async Task Open()
    {
        var configuration = new ConfigurationBuilder()
            // A line for every request of every test is read by nobody.
            .AddInMemoryCollection([new("HSS_LOG_LEVEL", "warning")])
            .AddInMemoryCollection(_settings)
            .AddInMemoryCollection([new("HSS_DATA", DataFolder), new("HSS_URLS", "http://127.0.0.1:0")])
            .Build();
        var settings = HssSettings.Read(configuration, _development);
        _journal = await JournalOpener.Open(settings, _journalClock);
        _app = HssServer.Build([], settings, _journal, Configure);
        await _app.StartAsync();
        Client.Dispose();
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1024, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        Watch = new(sockets, Url, () => Services);
        Client = new HttpClient(Watch)
        {
            BaseAddress = Url,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    private void Configure(WebApplicationBuilder builder)
    {
        if (!_realPasswords)
            builder.Services.AddSingleton(_ => new PasswordHasher(PasswordHasher.Workers(Environment.ProcessorCount), PasswordVerifier.Derive, iterations: 1));
        _configure?.Invoke(builder);
    }

    private async Task Close()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_journal is not null)
            await _journal.DisposeAsync();
        (_app, _journal) = (null, null);
    }
}

/// <summary>One Development server over SQLite for a class of tests that do not disturb each other.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    public ApiServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await ApiServer.Start();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>The same over PostgreSQL.</summary>
public sealed class PostgresApiFixture : IAsyncLifetime
{
    public ApiServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await ApiServer.StartOnPostgres();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
