using System.Net.WebSockets;
using Hss.Api.Events;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Sockets;
using Hss.Silo.Events;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Robots;

namespace Hss.Api.Notifications.Live;

/// <summary>What LUNA's live connections need of the server.</summary>
public sealed class LiveSockets(
    LiveFrames frames,
    FeedTailer tailer,
    LiveConnections connections,
    IdentityService identity,
    IAccessCheck access,
    RobotTelemetryStream robots,
    HssSettings settings,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="caller">Who signed in with the handshake; null: the first frame does.</param>
    /// <param name="resumeFrom">The id of the last frame that the reader has; empty: from now on.</param>
    /// <param name="place">Its place among the connections of its account, or among the strangers of its address until it has signed in.</param>
    public async Task Serve(WebSocket socket, Caller? caller, string resumeFrom, IDisposable place, CancellationToken aborted)
    {
        using var sender = new FrameSender(socket, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var incoming = new FrameReader(socket);
        await SocketExchange.Serve(sender, async () =>
        {
            if (caller is not null)
            {
                await Exchange(sender, incoming, caller, resumeFrom, stop);
                return;
            }

            var signIn = new LiveSignIn(incoming, sender, access, time);
            if (await signIn.Receive(stop.Token) is not var (found, from))
                return;
            place.Dispose();
            using var connection = connections.TryOpen(found.Id, settings.Limits.LiveConnections);
            if (connection is null)
                await signIn.Refuse("TOO_MANY_REQUESTS", "Too many live connections", null);
            else
                await Exchange(sender, incoming, found, from ?? resumeFrom, stop);
        });
    }

    private async Task Exchange(FrameSender sender, FrameReader incoming, Caller caller, string resumeFrom, CancellationTokenSource stop)
    {
        using var rate = FrameReader.Rate(settings.Limits, settings.Limits.AccountPerMinute);
        var reader = new LiveReader(
            sender, new FeedCursor(tailer, time), frames, new SessionRights(caller, identity), new TelemetryRelay(sender, robots), time);
        var listener = new LiveListener(incoming, sender, rate, time);
        await SocketExchange.BothWays(sender, reader.Follow(resumeFrom, stop.Token), listener.Receive(), stop);
    }
}
