using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Hss.Api.Platform;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared;
using Hss.Tests.Shared.Postgres;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task Ready_IsFalseWhenTheClocksDifferByMoreThanTwoSeconds(int seconds)
    {
        using var postgres = PostgresServer.Start();
        var clock = new ShiftedClock();
        await using var server = await ApiServer.Start(
            new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() }, journalClock: clock);
        var nobody = new ApiClient(server.Client);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Get("/health/ready")).Status);
        clock.Shift = TimeSpan.FromSeconds(seconds);
        var apart = await nobody.Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, apart.Status);
        Assert.Contains("clock", (string)apart.Json!["checks"]!["journal"]!, StringComparison.Ordinal);
        Assert.Equal("running", (string?)apart.Json["checks"]!["pipeline"]);
    }

    [Fact]
    public async Task Ready_IsFalseWhileCommitsWaitAndNoBatchEnds()
    {
        var clock = new FakeTimeProvider();
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        StalledJournal journal = null!;
        await using var server = await ApiServer.Start(configure: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            var real = (IJournal)builder.Services.Last(s => s.ServiceType == typeof(IJournal)).ImplementationInstance!;
            var proxy = DispatchProxy.Create<IJournal, StalledJournal>();
            journal = (StalledJournal)(object)proxy;
            journal.Inner = real;
            builder.Services.AddSingleton(proxy);
        });
        var nobody = new ApiClient(server.Client);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Get("/health/ready")).Status);

        journal.Stalled = stalled.Task;
        var commit = server.Services.GetRequiredService<CommitPipeline>().EffectDone("none");
        clock.Advance(OperatorEndpoints.MaxStall);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Get("/health/ready")).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await nobody.Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("commits wait, and no batch has ended for 11 s", (string?)answer.Json!["checks"]!["pipeline"]);

        stalled.SetResult();
        await commit;
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await nobody.Get("/health/ready")).Status != HttpStatusCode.OK)
            guard.Token.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task Ready_IsFalseWhenThePipelineDoesNotRun()
    {
        await using var server = await ApiServer.Start();
        await server.Services.GetRequiredService<CommitPipeline>().StopAsync(default);
        var answer = await new ApiClient(server.Client).Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("nothing is committed: the pipeline does not run", (string?)answer.Json!["checks"]!["pipeline"]);
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

        // The names that docs/operations.md gives, all of them and no other of ours.
        var documented = DocumentedMetric().Matches(await File.ReadAllTextAsync(Documentation())).Select(m => m.Groups["name"].Value).ToHashSet();
        Assert.Contains("http_server_request_duration_seconds", documented);
        Assert.Subset(typed.Keys.ToHashSet(), documented);
        Assert.Subset(documented, typed.Keys.Where(n => n.StartsWith("hss_", StringComparison.Ordinal)).ToHashSet());
    }

    private static string Documentation()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Hss.slnx")))
            root = root.Parent;
        return Path.Combine(root.FullName, "docs", "operations.md");
    }

    /// <summary>A journal whose writes wait while a test says so.</summary>
#pragma warning disable CA1852 // The proxy derives from it.
    internal class StalledJournal : DispatchProxy
#pragma warning restore CA1852
    {
        public IJournal Inner { get; set; } = null!;

        public Task Stalled { get; set; } = Task.CompletedTask;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(IJournal.Write) ? Write((JournalBatch)args![0]!) : targetMethod.Invoke(Inner, args);

        private async Task<BatchResult> Write(JournalBatch batch)
        {
            await Stalled;
            return await Inner.Write(batch);
        }
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }

    [GeneratedRegex("^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)+\\})? (?<value>\\S+)$")]
    private static partial Regex SampleLine();

    [GeneratedRegex("^\\| `(?<name>(hss|http)_[a-z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex DocumentedMetric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramSuffix();
}
