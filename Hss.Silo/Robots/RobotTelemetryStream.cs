using System.Collections.Concurrent;
using Hss.Interfaces.Robots;
using Hss.Silo.Events;

namespace Hss.Silo.Robots;

/// <summary>Where robots are, for watchers: over a memory stream, at most ten times a second and robot, never journaled. What nobody hears is gone.</summary>
public sealed class RobotTelemetryStream(LiveStream<RobotTelemetry> stream)
{
    /// <summary>Between two of one robot.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    /// <summary>Tells whoever watches, unless that was done just now.</summary>
    public Task Publish(RobotView robot, DateTimeOffset now)
    {
        if (_last.TryGetValue(robot.Id, out var last) && now - last < Period && now >= last)
            return Task.CompletedTask;
        _last[robot.Id] = now;
        return stream.Publish(new(robot.Id, robot.Name, robot.Status, robot.Position, robot.Battery, now));
    }

    /// <summary>Hears of all robots until the listener is unsubscribed.</summary>
    public Task<LiveListener<RobotTelemetry>> Watch(Func<RobotTelemetry, Task> heard) => stream.Listen(heard);
}
