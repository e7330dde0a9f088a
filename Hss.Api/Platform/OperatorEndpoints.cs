using Hss.Api.Platform.Metrics;
using Hss.Api.Platform.OpenApi;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hss.Api.Platform;

/// <summary>What machines ask: is the process alive, may it get requests, what does it measure. At the root only, without sign-in.</summary>
public static class OperatorEndpoints
{
    /// <summary>The clocks of database and process may differ this much; 2 s.</summary>
    public static readonly TimeSpan MaxClockDifference = TimeSpan.FromSeconds(2);

    /// <summary>How long commits may wait while no batch ends; the deadline of a request, 10 s.</summary>
    public static readonly TimeSpan MaxStall = TimeSpan.FromSeconds(10);

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddHssHealth(this IServiceCollection services)
    {
        services.AddSingleton<MetricsRegistry>().AddSingleton<Otlp>();
        services.AddHealthChecks().AddCheck<JournalCheck>("journal", timeout: TimeSpan.FromSeconds(5)).AddCheck<PipelineCheck>("pipeline");
        return services;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    public static void MapOperations(this RouteGroupBuilder root)
    {
        root.MapGet("/health/live", static () => new JsonAnswer(new LiveAnswer("alive"))).WithSummary("Whether the process is alive").WithTags("Health")
            .Answers(typeof(LiveAnswer));
        root.MapGet("/health/ready", Ready).WithSummary("Whether the process may get requests; 503 with the same shape when not").WithTags("Health")
            .Answers(typeof(ReadyAnswer)).Answers(typeof(ReadyAnswer), StatusCodes.Status503ServiceUnavailable);
        root.MapGet("/metrics", static (MetricsRegistry metrics) => Results.Text(Exposition.Write(metrics.Collect()), Exposition.ContentType))
            .WithSummary("What the process measures, for Prometheus").WithTags("Health").AnswersContent("text/plain");
    }

    private static async Task<IResult> Ready(HttpContext context, HealthCheckService checks)
    {
        var report = await checks.CheckHealthAsync(context.RequestAborted);
        var ready = report.Status == HealthStatus.Healthy;
        var body = new ReadyAnswer(
            ready ? "ready" : "not_ready",
            report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString().ToLowerInvariant()));
        return new JsonAnswer(body, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private sealed class PipelineCheck(CommitPipeline pipeline, HssSettings settings) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (settings.Grains.Role == NodeRole.Api)
                return Task.FromResult(HealthCheckResult.Healthy("in the silos"));
            var stalled = pipeline.Stalled;
            return Task.FromResult(
                !pipeline.IsRunning ? HealthCheckResult.Unhealthy("nothing is committed: the pipeline does not run")
                : stalled > MaxStall ? HealthCheckResult.Unhealthy($"commits wait, and no batch has ended for {stalled.TotalSeconds:0} s")
                : HealthCheckResult.Healthy("running"));
        }
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

/// <summary>The process is alive.</summary>
public sealed record LiveAnswer(string Status);

/// <summary>Whether the process may get requests.</summary>
/// <param name="Status"><c>ready</c> or <c>not_ready</c>.</param>
/// <param name="Checks">What was found, by check.</param>
public sealed record ReadyAnswer(string Status, IReadOnlyDictionary<string, string> Checks);
