using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Api.Operations;

/// <summary>What machines ask.</summary>
public sealed partial class HealthTests
{
    [Fact]
    public async Task Ready_IsFalseWhileTheDatabaseIsAway_AndTrueAgainAfterwards()
    {
        using var postgres = PostgresServer.Start();
        await using var server = await ApiServer.Start(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() });
        var nobody = new ApiClient(server.Client);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Get("/health/ready")).Status);
        postgres.Stop();
        var away = await nobody.Get("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not_ready"), (away.Status, (string?)away.Json!["status"]));
        Assert.Equal(HttpStatusCode.OK, (await nobody.Get("/health/live")).Status);
        postgres.Restart();
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await nobody.Get("/health/ready")).Status != HttpStatusCode.OK)
            guard.Token.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task Metrics_AreValidExposition_WithTheSeriesThatOperatorsNeed()
    {
        await using var server = await ApiServer.Start();
        await Sample.Create(await ApiClient.Customer(server.Client));
        var text = await server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        var typed = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                typed.Add(parts[2], parts[3]);
                continue;
            }

            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                continue;
            var match = SampleLine().Match(line);
            Assert.True(match.Success, line);
            Assert.True(double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), line);
            Assert.True(seen.Add($"{match.Groups["name"]}{match.Groups["labels"]}"), $"twice: {line}");
            var family = HistogramSuffix().Replace(match.Groups["name"].Value, "");
            Assert.True(typed.ContainsKey(match.Groups["name"].Value) || typed.GetValueOrDefault(family) == "histogram", line);
        }

        foreach (var name in (string[])["http_server_request_duration_seconds", "hss_journal_batch_size", "hss_journal_batch_duration_seconds", "hss_journal_queue_depth", "hss_grain_calls_total", "hss_grain_activations"])
            Assert.Contains(name, typed.Keys);
    }

    [GeneratedRegex("^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)+\\})? (?<value>\\S+)$")]
    private static partial Regex SampleLine();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramSuffix();
}
