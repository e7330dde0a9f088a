using Hss.Api.Admin;
using Hss.Api.Assets;
using Hss.Api.Audit;
using Hss.Api.Bookings;
using Hss.Api.Events;
using Hss.Api.Files;
using Hss.Api.Identity;
using Hss.Api.Library;
using Hss.Api.Platform;
using Hss.Api.Platform.Metrics;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Reservations;
using Hss.Api.Shop;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Hss.Silo.Logging;

namespace Hss.Api;

/// <summary>The whole server: silo and API in one process.</summary>
public static partial class HssServer
{
    /// <summary>The process ended because another one writes to its database.</summary>
    public const int LeaseLostExitCode = 3;

    /// <summary>Puts it together over an open journal; nothing runs yet.</summary>
    /// <param name="configure">Changes of a test or a tool, made last.</param>
    public static WebApplication Build(string[] args, HssSettings settings, OpenedJournal journal, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Http.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.WebHost.UseUrls([.. settings.Urls, .. settings.Http.Listeners.Select(l => $"{SchemeAndHost(settings)}:{l.Port}")]);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(settings.Log.Level);
        builder.Logging.AddFilter("Microsoft", Later(settings.Log.Level, LogLevel.Warning));
        builder.Services.AddSingleton<ILoggerProvider>(provider => new JsonLogProvider(settings.Log, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddHssSilo(settings, journal);
        builder.Services.AddHssPlatform(settings);
        builder.Services.AddServiceManager();
        configure?.Invoke(builder);

        var app = builder.Build();
        _ = app.Services.GetRequiredService<MetricsRegistry>();
        _ = app.Services.GetRequiredService<Otlp>();
        app.UseHssPlatform();
        app.MapHssOpenApi();
        foreach (var mount in Mounts.All)
            app.MapMount(mount).MapHealth(mount);
        MapPlatform(app.MapMount(Mounts.Root));
        MapHss(app.MapMount(Mounts.Hss));
        app.MapMount(Mounts.Store).MapStore();
        app.MapMount(Mounts.Sams).MapSams();
        app.MapMount(Mounts.Reservia).MapReservia();
        app.MapMount(Mounts.Luna).MapLuna();
        journal.OnLeaseLost(e => Stop(app, e));
        return app;
    }

    // Without the lease nothing can be committed; another process serves now.
    private static void Stop(WebApplication app, LeaseHeldException reason)
    {
        LeaseLost(app.Logger, reason.Message);
        Environment.ExitCode = LeaseLostExitCode;
        app.Lifetime.StopApplication();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The lease is lost, this process ends: {Reason}")]
    private static partial void LeaseLost(ILogger logger, string reason);

    private static void MapPlatform(RouteGroupBuilder root)
    {
        root.MapOperations();
        root.MapAuth();
        root.MapUsers();
        root.MapAudit();
        root.MapEvents();
        root.MapAdmin();
    }

    private static void MapHss(RouteGroupBuilder hss)
    {
        hss.MapHssAuth();
        hss.MapBookings();
        hss.MapStaff();
        hss.MapUploads();
    }

    private static LogLevel Later(LogLevel one, LogLevel other) => one > other ? one : other;

    // A mount's own port listens where the server does.
    private static string SchemeAndHost(HssSettings settings)
    {
        var first = settings.Urls[0];
        return first[..first.LastIndexOf(':')];
    }
}
