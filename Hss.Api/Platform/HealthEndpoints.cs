using System.Reflection;
using System.Text.Json.Nodes;
using Hss.Api.Platform.OpenApi;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform;

/// <summary>What a mount says about itself without sign-in: its welcome and its health.</summary>
public static class HealthEndpoints
{
    /// <summary>The version of the program.</summary>
    public static readonly string Version = typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Maps <c>GET /</c> and <c>GET /health</c> of a mount.</summary>
    public static void MapHealth(this RouteGroupBuilder mount, Mount of)
    {
        mount.MapGet("/", (HttpContext context) => new JsonAnswer(of.Card.Welcome is { } welcome ? Welcome(of.Card, welcome) : Welcome(context, of))).ExcludeFromDescription();
        mount.MapGet("/health", (TimeProvider time, HssSettings settings) => new JsonAnswer(Health(of, settings, time.GetUtcNow())))
            .WithSummary("Whether the service answers").WithTags("Health").Answers(of.Card.ShowsEnvironment ? typeof(EnvironmentHealthAnswer) : typeof(HealthAnswer));
    }

    private static JsonObject Welcome(MountCard card, string message) => new()
    {
        ["message"] = message,
        ["version"] = card.Version ?? Version,
        ["docs"] = "/docs",
        ["health"] = "/health",
    };

    private static JsonObject Welcome(HttpContext context, Mount of) => new()
    {
        ["service"] = of.Title,
        ["message"] = of.Title,
        ["status"] = "running",
        ["version"] = Version,
        ["docs"] = $"{context.Request.PathBase}{of.Path}/docs",
    };

    private static object Health(Mount of, HssSettings settings, DateTimeOffset now)
    {
        var (service, version) = (of.Card.Service ?? of.Name, of.Card.Version ?? Version);
        return of.Card.ShowsEnvironment
            ? new EnvironmentHealthAnswer(of.Card.Status, service, version, settings.Development ? "development" : "production", Text(now))
            : new HealthAnswer(of.Card.Status, service, version, Text(now));
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", null);
}

/// <summary>A mount is there.</summary>
/// <param name="Timestamp">Now, in UTC.</param>
public sealed record HealthAnswer(string Status, string Service, string Version, string Timestamp);

/// <summary>A mount is there, and says what kind of server it is on.</summary>
/// <param name="Environment"><c>development</c> or <c>production</c>.</param>
/// <param name="Timestamp">Now, in UTC.</param>
public sealed record EnvironmentHealthAnswer(string Status, string Service, string Version, string Environment, string Timestamp);
