using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Hss.Tests.Api.Operations;

/// <summary>A real collector end: an HTTP server that takes what the program exports.</summary>
public sealed class OtlpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-otlp-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TracesAndMetrics_ReachTheCollector_WithoutQueries()
    {
        var received = new ConcurrentDictionary<string, byte[]>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Assert.Equal("application/x-protobuf", context.Request.ContentType);
            received.AddOrUpdate(context.Request.Path, _ => body.ToArray(), (_, before) => [.. before, .. body.ToArray()]);
        });
        await collector.StartAsync();

        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        };
        using var server = await SeededProcess.Start(_folder.FullName, settings);
        using var http = new HttpClient { BaseAddress = server.Url };
        await http.GetAsync(new Uri("/hss/api/v1/tariff?secret=q-u-e-r-y", UriKind.Relative));

        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Has("/v1/traces", "/hss/api/v1/tariff") || !Has("/v1/metrics", "hss.grain.activations") || !Has("/v1/metrics", "http.server.request.duration"))
        {
            if (guard.IsCancellationRequested)
                Assert.Fail($"Received: {string.Join(", ", received.Keys)}; traces: {Printable(Text("/v1/traces"))}");
            await Task.Delay(20);
        }

        Assert.DoesNotContain("q-u-e-r-y", Text("/v1/traces"), StringComparison.Ordinal);

        static string Printable(string text) => new([.. text.Where(c => c is >= ' ' and <= '~')]);

        bool Has(string path, string text) => Text(path).Contains(text, StringComparison.Ordinal);

        string Text(string path) => Encoding.Latin1.GetString(received.GetValueOrDefault(path, []));
    }
}
