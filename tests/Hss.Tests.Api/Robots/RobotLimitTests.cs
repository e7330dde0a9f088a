using System.Collections.Concurrent;
using Hss.Interfaces.Robots;
using Hss.Silo.Robots;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>How often a robot may speak, and how often it is spoken of. The clock is the test's.</summary>
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
        for (var i = 0; i < FramesPerMinute; i++)
            Assert.Equal("orders", (string?)(await link.Beat(new { }))["type"]);
        for (var i = 0; i < 3; i++)
        {
            await link.Send(new { type = "heartbeat", id = "one more", data = new { } });
            var refused = await link.Next(f => (string?)f["type"] == "error");
            Assert.Equal("Too many frames; wait a minute", (string?)refused["error"]!["message"]);
        }
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
