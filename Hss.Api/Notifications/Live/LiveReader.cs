using Hss.Api.Events;
using Hss.Api.Library;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Sockets;

namespace Hss.Api.Notifications.Live;

/// <summary>
/// Brings one connection what its caller hears, in the order of the journal and each once. It pulls by its own cursor; whoever comes back with the id
/// of the last frame goes on right behind it.
/// </summary>
public sealed class LiveReader(FrameSender sender, FeedCursor cursor, LiveFrames frames, SessionRights rights, TelemetryRelay telemetry, TimeProvider time)
{
    // Rights are looked at again after this many events, however slowly they go out.
    private const int Page = 100;

    private Caller? _caller;

    /// <summary>Sends what happens; ends when the caller's session or role does.</summary>
    /// <param name="resumeFrom">The id of the last frame that the reader has; empty: from now on.</param>
    public async Task Follow(string resumeFrom, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var relay = Task.CompletedTask;
        try
        {
            var known = await cursor.Begin(resumeFrom, end.Token);
            if (!await Admit())
                return;
            // Before the reader has the first frame: for whoever waits for that, the quiet time has begun.
            var begun = time.GetTimestamp();
            await sender.Send(new LiveFrame(LiveFrame.Status, cursor.Id, time.GetUtcNow(), new { @event = known ? "ready" : "reset" }));
            relay = telemetry.Run(end.Token);
            await Events(begun, end.Token);
        }
        finally
        {
            await end.CancelAsync();
            await SocketExchange.Quietly(relay);
            await telemetry.Watch(false);
        }
    }

    private async Task Events(long begun, CancellationToken stop)
    {
        var (written, looked) = (begun, begun);
        while (true)
        {
            await cursor.Wait(EventStreams.Heartbeat - time.GetElapsedTime(written), stop);
            var events = await cursor.Next(Page, stop);
            if (events.Any(rights.MayChangeBy) || time.GetElapsedTime(looked) >= EventStreams.Heartbeat)
            {
                if (!await Admit())
                    return;
                looked = time.GetTimestamp();
            }

            foreach (var e in events)
            {
                cursor.Pass(e);
                if (!frames.Hears(_caller!, e) || frames.Of(cursor.Id, e) is not { } frame)
                    continue;
                await sender.Send(frame);
                written = time.GetTimestamp();
            }

            if (time.GetElapsedTime(written) < EventStreams.Heartbeat)
                continue;
            // The id goes on over what this reader does not hear.
            await sender.Send(new LiveFrame(LiveFrame.Heartbeat, cursor.Id, time.GetUtcNow(), new { }));
            written = time.GetTimestamp();
        }
    }

    // Another role hears other events; without one there is nothing to hear.
    private async Task<bool> Admit()
    {
        _caller = await rights.Now();
        if (_caller is null || _caller.RoleOn(Mounts.Luna).Length == 0)
            return false;
        await telemetry.Watch(_caller.IsLibrarian());
        return true;
    }
}
