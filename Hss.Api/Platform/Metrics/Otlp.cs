using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hss.Api.Platform.Metrics;

/// <summary>
/// Sends traces of requests and all meters to an OpenTelemetry collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the exporter reads its
/// other settings (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>…_HEADERS</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c>) itself. Nothing else depends on this file.
/// </summary>
public sealed class Otlp : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    /// <summary>Starts the exporters, if an endpoint is configured.</summary>
    public Otlp(IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 })
            return;
        var resource = ResourceBuilder.CreateDefault().AddService("hss", serviceVersion: HealthEndpoints.Version);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Microsoft.AspNetCore").AddProcessor(new WithoutQueries()).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([.. MetricsRegistry.Meters]).AddOtlpExporter().Build();
    }

    /// <summary>Sends what waits.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // Traces carry what the log carries: no query, no address.
    private sealed class WithoutQueries : BaseProcessor<System.Diagnostics.Activity>
    {
        private static readonly string[] Private = ["url.query", "client.address", "network.peer.address", "user_agent.original"];

        public override void OnEnd(System.Diagnostics.Activity data)
        {
            foreach (var name in Private)
                data.SetTag(name, null);
        }
    }
}
