using System.Reflection;
using System.Text.Json.Nodes;
using Hss.Api.Platform.OpenApi;

namespace Hss.Api.Platform;

/// <summary>What a mount says about itself without sign-in: its welcome and its health.</summary>
public static class HealthEndpoints
{
    /// <summary>The version of the program.</summary>
    public static readonly string Version = typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Maps <c>GET /</c> and <c>GET /health</c> of a mount.</summary>
    public static void MapHealth(this RouteGroupBuilder mount, Mount of)
    {
        mount.MapGet("/", (HttpContext context) => Welcome(context, of)).ExcludeFromDescription();
        mount.MapGet("/health", (TimeProvider time) => Health(of, time)).WithSummary("Whether the service answers").WithTags("Health").Answers(typeof(HealthAnswer));
    }

    private static JsonAnswer Welcome(HttpContext context, Mount of) => new(new JsonObject
    {
        ["service"] = of.Title,
        ["message"] = of.Title,
        ["status"] = "running",
        ["version"] = Version,
        ["docs"] = $"{context.Request.PathBase}{of.Path}/docs",
    });

    // The document's clients of the bookings expect "ok".
    private static JsonAnswer Health(Mount of, TimeProvider time) => new(new HealthAnswer(
        of == Mounts.Hss ? "ok" : "healthy",
        of == Mounts.Hss ? "hss-backend" : of == Mounts.Root ? "hss" : of.Name,
        of == Mounts.Hss ? "2.0" : Version,
        time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", null)));
}

/// <summary>A mount is there.</summary>
/// <param name="Timestamp">Now, in UTC.</param>
public sealed record HealthAnswer(string Status, string Service, string Version, string Timestamp);
