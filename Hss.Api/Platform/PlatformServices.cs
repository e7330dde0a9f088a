using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Silo.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Hss.Api.Platform;

/// <summary>What every mount shares: the order of the middlewares is the order of the checks.</summary>
public static class PlatformServices
{
    /// <summary>Adds the platform.</summary>
    public static IServiceCollection AddHssPlatform(this IServiceCollection services, HssSettings settings)
    {
        services.AddCors().AddSingleton<ICorsPolicyProvider, CorsPolicies>();
        services.AddHssRateLimits(settings.Limits);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddSingleton<IResponseCompressionProvider, LongAnswers>();
        services.AddSingleton<Events.LiveConnections>().AddSingleton<Events.EventStreams>().AddSingleton<Events.LiveEvents>();
        // A peer that answers no ping is gone, though its connection may not show it.
        services.Configure<WebSocketOptions>(options => (options.KeepAliveInterval, options.KeepAliveTimeout) = (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15)));
        services.AddSingleton<Shop.Support.SupportSockets>();
        services.AddSingleton<Notifications.Live.LiveFrames>().AddSingleton<Notifications.Live.LiveSockets>();
        services.AddSingleton<Robots.Sessions.RobotSockets>();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddHttpsRedirection(options =>
        {
            options.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            // Behind a proxy nothing here listens on https; its port is the usual one then.
            options.HttpsPort = settings.Urls.Where(u => u.StartsWith("https:", StringComparison.Ordinal)).Select(u => BindingAddress.Parse(u).Port).FirstOrDefault(443);
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in settings.Http.TrustedProxies)
                options.KnownIPNetworks.Add(network);
        });
        return services.AddHssOpenApi().AddHssHealth();
    }

    /// <summary>Builds the pipeline up to the endpoints.</summary>
    public static WebApplication UseHssPlatform(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HssSettings>();
        if (!settings.Http.TrustedProxies.IsEmpty)
            app.UseForwardedHeaders();
        app.UseMiddleware<LargeBodies>();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<MountRouting>();
        if (settings.Http.RequireHttps)
            app.UseHsts().UseHttpsRedirection();
        app.UseResponseCompression();
        app.UseCors();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<ErrorHandling>();
        app.UseWebSockets();
        app.UseDocumentationPages();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseMiddleware<SignInGate>();
        app.UseRateLimiter();
        app.UseMiddleware<Idempotency>();
        return app;
    }
}
