using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hss.Bench.Servers;

namespace Hss.Bench.Stops;

/// <summary>
/// How long after an emergency stop of all was asked for each of 50 connected robots is told. Beside it, in the same run, the way without sessions: the
/// same number of robots that ask by their heartbeat every 5 s. Goal of sessions: p99 under 100 ms on 2 cores.
/// </summary>
internal static class EmergencyStopBench
{
    private const int Robots = 50;
    private const int WarmUpRounds = 5;
    private const int Rounds = 40;
    private const int PolledRounds = 2;
    private const string Api = "luna/api/v1";

    // A robot that is not told within this time is counted as lost.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(string program)
    {
        await using var server = await BenchServer.Start(program);
        using var http = new HttpClient { BaseAddress = server.Url };
        var tokens = await Post(http, "auth/login", new { email = "librarian@luna.local", password = "Librarian123!" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);

        var robots = new List<BenchRobot>();
        for (var n = 0; n < Robots; n++)
        {
            var robot = await Post(http, "robot", new { robot_name = string.Create(CultureInfo.InvariantCulture, $"bench-{n:000}") });
            robots.Add(new(server.Url, (string)robot["id"]!, (string)robot["credential"]!));
        }

        Console.WriteLine($"emergency stop of {Robots} robots, {Environment.ProcessorCount} cores, SQLite; from the request until the robot is told");
        await Task.WhenAll(robots.Select(r => r.Connect()));
        await Stops(http, WarmUpRounds, () => [.. robots.Select(r => r.Told())]);
        var told = await Stops(http, Rounds, () => [.. robots.Select(r => r.Told())]);
        Print($"sessions, {Rounds} stops", told);
        await Task.WhenAll(robots.Select(async r => await r.DisposeAsync()));

        var polled = await Stops(http, PolledRounds, () => [.. robots.Select((r, n) => r.Polled(Heartbeat * (n / (double)Robots), Heartbeat))]);
        Print($"heartbeat every {Heartbeat.TotalSeconds:0} s, {PolledRounds} stops", polled);
        var met = told.All(t => t is not null) && At(told, 0.99) < 100;
        Console.WriteLine($"goal, p99 of sessions under 100 ms: {(met ? "met" : "MISSED")}");
        return 0;
    }

    /// <summary>Milliseconds from the request until each robot knew, null for one that was not told.</summary>
    public static async Task<ImmutableArray<double?>> Stops(HttpClient http, int rounds, Func<ImmutableArray<Task<long>>> listen)
    {
        var all = ImmutableArray.CreateBuilder<double?>();
        for (var round = 0; round < rounds; round++)
        {
            var told = listen();
            var asked = Stopwatch.GetTimestamp();
            await Post(http, "robot/emergency-stop", new { reason = "bench" });
            foreach (var robot in told)
                all.Add(await Time(robot) is { } at ? Stopwatch.GetElapsedTime(asked, at).TotalMilliseconds : null);
            await Post(http, "robot/emergency-stop/reset", new { reason = "bench" });
        }

        return all.ToImmutable();
    }

    private static async Task<long?> Time(Task<long> told)
    {
        try
        {
            return await told.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"{Api}/{path}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!;
    }

    private static void Print(string name, ImmutableArray<double?> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-32} p50 {At(times, 0.5),8:0.0} ms   p99 {At(times, 0.99),8:0.0} ms   max {At(times, 1),8:0.0} ms   not told {times.Count(t => t is null)}"));

    private static double At(ImmutableArray<double?> times, double part)
    {
        var known = times.OfType<double>().Order().ToList();
        return known.Count == 0 ? double.NaN : known[(int)Math.Ceiling(part * known.Count) - 1];
    }
}
