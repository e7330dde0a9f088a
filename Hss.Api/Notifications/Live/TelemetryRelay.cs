using System.Collections.Concurrent;
using System.Threading.Channels;
using Hss.Api.Platform.Sockets;
using Hss.Interfaces.Robots;
using Hss.Silo.Events;
using Hss.Silo.Robots;

namespace Hss.Api.Notifications.Live;

/// <summary>
/// Brings one connection where robots are. A reader that is slower than the robots gets the newest position of each, and nothing is kept for it.
/// </summary>
public sealed class TelemetryRelay(FrameSender sender, RobotTelemetryStream robots)
{
    private readonly ConcurrentDictionary<string, RobotTelemetry> _newest = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private LiveListener<RobotTelemetry>? _subscription;

    /// <summary>Begins or ends to watch, as the caller's role says.</summary>
    public async Task Watch(bool wanted)
    {
        if (wanted && _subscription is null)
        {
            _subscription = await robots.Watch(Take);
        }
        else if (!wanted && _subscription is { } subscription)
        {
            _subscription = null;
            await subscription.UnsubscribeAsync();
            _newest.Clear();
        }
    }

    /// <summary>Sends what comes.</summary>
    public async Task Run(CancellationToken stop)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(stop))
        {
            foreach (var robot in _newest.Keys)
            {
                if (_newest.TryRemove(robot, out var telemetry))
                    await sender.Send(LiveFrames.Of(telemetry));
            }
        }
    }

    // The stream does not wait for a reader's connection.
    private Task Take(RobotTelemetry telemetry)
    {
        _newest[telemetry.RobotId] = telemetry;
        _wake.Writer.TryWrite(true);
        return Task.CompletedTask;
    }
}
