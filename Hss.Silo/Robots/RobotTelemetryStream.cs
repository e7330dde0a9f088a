using System.Collections.Concurrent;
using Hss.Interfaces.Robots;

namespace Hss.Silo.Robots;

/// <summary>Where robots are, for watchers: over a memory stream, at most ten times a second and robot, never journaled. What nobody hears is gone.</summary>
public sealed class RobotTelemetryStream(IClusterClient client)
{
    private const string Streams = "live";
    private const string Namespace = "robots";
    private const string Key = "telemetry";

    /// <summary>Between two of one robot.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    /// <summary>Tells whoever watches, unless that was done just now.</summary>
    public Task Publish(RobotView robot, DateTimeOffset now)
    {
        if (_last.TryGetValue(robot.Id, out var last) && now - last < Period && now >= last)
            return Task.CompletedTask;
        _last[robot.Id] = now;
        return Stream.OnNextAsync(new(robot.Id, robot.Name, robot.Status, robot.Position, robot.Battery, now));
    }

    /// <summary>Hears of all robots until the handle is unsubscribed.</summary>
    public Task<StreamSubscriptionHandle<RobotTelemetry>> Watch(Func<RobotTelemetry, Task> heard) => Stream.SubscribeAsync((telemetry, _) => heard(telemetry));

    private IAsyncStream<RobotTelemetry> Stream => client.GetStreamProvider(Streams).GetStream<RobotTelemetry>(StreamId.Create(Namespace, Key));
}
