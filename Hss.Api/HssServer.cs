using Hss.Api.Bookings;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Hosting;

namespace Hss.Api;

/// <summary>The whole server: silo and API in one process.</summary>
public static class HssServer
{
    /// <summary>Puts it together over an open journal; nothing runs yet.</summary>
    /// <param name="configure">Changes of a test or a tool, made last.</param>
    public static WebApplication Build(string[] args, HssSettings settings, IJournal journal, Action<WebApplicationBuilder>? configure = null)
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
        builder.Services.AddHssSilo(settings, journal);
        builder.Services.AddHssPlatform(settings);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseHssPlatform();
        app.MapHssOpenApi();
        foreach (var mount in Mounts.Systems.Prepend(Mounts.Root))
            app.MapMount(mount).MapHealth(mount);
        MapPlatform(app.MapMount(Mounts.Root));
        MapHss(app.MapMount(Mounts.Hss));
        return app;
    }

    private static void MapPlatform(RouteGroupBuilder root)
    {
        root.MapAuth();
        root.MapUsers();
    }

    private static void MapHss(RouteGroupBuilder hss)
    {
        hss.MapHssAuth();
        hss.MapBookings();
        hss.MapStaff();
    }

    // A mount's own port listens where the server does.
    private static string SchemeAndHost(HssSettings settings)
    {
        var first = settings.Urls[0];
        return first[..first.LastIndexOf(':')];
    }
}
