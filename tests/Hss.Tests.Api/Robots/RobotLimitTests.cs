using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hss.Interfaces.Robots;
using Hss.Silo.Robots;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>How often a robot may speak, and how often it is spoken of.</summary>
public sealed class RobotLimitTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Positions_ReachWatchersAtMostTenTimesASecond()
    {
        await using var server = await Start([]);
        var robot = await Fleet.Register(server.Client);
        var heard = new ConcurrentQueue<double>();
        var watching = await server.Services.GetRequiredService<RobotTelemetryStream>().Watch(t => Hear(heard, t));
        using var link = await RobotLink.Open(server.Url, robot.Token);
        await Drive(link, 1);
        await Drive(link, 2);
        _time.Advance(RobotTelemetryStream.Period - TimeSpan.FromMilliseconds(1));
        await Drive(link, 3);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Drive(link, 4);

        // A beat is answered when its position was given to the stream, and positions come in their order.
        await Fleet.Until(() => Task.FromResult(heard.Contains(4)));
        Assert.Equal([1, 4], heard);
        await watching.UnsubscribeAsync();
    }

    [Fact]
    public async Task FramesBeyondTwelveHundredAMinute_AreRefused_AndTheConnectionStays()
    {
        const int FramesPerMinute = 1200;
        await using var server = await Start(new() { ["RateLimits:Enabled"] = "true" });
        var robot = await Fleet.Register(server.Client);
        using var link = await RobotLink.Open(server.Url, robot.Token);
        var taken = 0;
        JsonNode answer;
        // The limiter's minute is a real one, and may begin anew on the way.
        while ((string?)(answer = await Answer(link))["type"] == "orders" && taken < 3 * FramesPerMinute)
            taken++;
        Assert.InRange(taken, FramesPerMinute, (3 * FramesPerMinute) - 1);
        Assert.Equal("Too many frames; wait a minute", (string?)answer["error"]!["message"]);
        await Answer(link);
    }

    private static async Task<JsonNode> Answer(RobotLink link)
    {
        await link.Send(new { type = "heartbeat", id = "b", data = new { } });
        return await link.Next(f => (string?)f["reply_to"] == "b" || (string?)f["type"] == "error");
    }

    private static Task Drive(RobotLink link, double x) => link.Beat(new { position = new { x, y = 0 } });

    private static Task Hear(ConcurrentQueue<double> heard, RobotTelemetry telemetry)
    {
        heard.Enqueue(telemetry.Position!.X);
        return Task.CompletedTask;
    }

    private Task<ApiServer> Start(Dictionary<string, string?> settings) =>
        ApiServer.Start(settings, configure: builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
