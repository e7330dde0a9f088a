using System.Text.Json.Nodes;
using Hss.Api.Platform.Metrics;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hss.Api.Platform;

/// <summary>What machines ask: is the process alive, may it get requests, what does it measure. At the root only, without sign-in.</summary>
public static class OperatorEndpoints
{
    /// <summary>The clocks of database and process may differ this much; 2 s.</summary>
    public static readonly TimeSpan MaxClockDifference = TimeSpan.FromSeconds(2);

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddHssHealth(this IServiceCollection services)
    {
        services.AddSingleton<MetricsRegistry>().AddSingleton<Otlp>();
        services.AddHealthChecks().AddCheck<JournalCheck>("journal", timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    public static void MapOperations(this RouteGroupBuilder root)
    {
        root.MapGet("/health/live", static () => new JsonAnswer(new JsonObject { ["status"] = "alive" })).WithTags("Health");
        root.MapGet("/health/ready", Ready).WithTags("Health");
        root.MapGet("/metrics", static (MetricsRegistry metrics) => Results.Text(Exposition.Write(metrics.Collect()), Exposition.ContentType)).WithTags("Health");
    }

    private static async Task<IResult> Ready(HttpContext context, HealthCheckService checks)
    {
        var report = await checks.CheckHealthAsync(context.RequestAborted);
        var ready = report.Status == HealthStatus.Healthy;
        var body = new JsonObject
        {
            ["status"] = ready ? "ready" : "not_ready",
            ["checks"] = new JsonObject(report.Entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)(e.Value.Description ?? e.Value.Status.ToString().ToLowerInvariant())))),
        };
        return new JsonAnswer(body, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private sealed class JournalCheck(IJournal journal, JournalAdministration administration) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await journal.Position(cancellationToken);
                var difference = await administration.ClockDifference(cancellationToken);
                return difference.Duration() <= MaxClockDifference
                    ? HealthCheckResult.Healthy("reachable")
                    : HealthCheckResult.Unhealthy($"the database's clock is {difference.TotalSeconds:0.0} s ahead");
            }
            catch (JournalException)
            {
                return HealthCheckResult.Unhealthy("the database is away");
            }
        }
    }
}
