using System.ComponentModel.DataAnnotations;
using System.Net.WebSockets;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Sockets;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Robots;

namespace Hss.Api.Robots.Sessions;

/// <summary>How a robot signs in with its first frame: its token, or its id (or name) and credential.</summary>
public sealed record SessionSignIn
{
    /// <summary>The token of an earlier sign-in.</summary>
    [StringLength(4096, MinimumLength = 1)]
    public string? AccessToken { get; init; }

    /// <summary>The robot's id or name.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Robot { get; init; }

    /// <summary>As it was shown at registration.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Credential { get; init; }
}

/// <summary>Serves the WebSockets of robots. A robot has one: a newer one takes the place of an older, whose network may be long dead.</summary>
public sealed class RobotSockets(RobotService robots, AccessTokens tokens, HssSettings settings, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>How long a connection without a token in its handshake may take to sign in.</summary>
    public static readonly TimeSpan SignInTime = TimeSpan.FromSeconds(10);

    // Ten positions a second, and what else there is to say.
    private const int FramesPerMinute = 1200;

    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="robotId">Whose token came with the handshake, or null.</param>
    public async Task Serve(WebSocket socket, string? robotId, CallContext call, CancellationToken aborted)
    {
        using var sender = new FrameSender(socket, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var reader = new FrameReader(socket);
        await SocketExchange.Serve(sender, async () =>
        {
            if ((robotId ?? await SignIn(reader, sender, stop.Token)) is not { } robot)
            {
                await sender.Close(WebSocketCloseStatus.PolicyViolation, "The robot did not sign in");
                return;
            }

            var (session, grain) = (Guid.NewGuid().ToString("N"), robots.Robot(robot));
            try
            {
                await SocketExchange.BothWays(sender, Follow(sender, grain, session, stop.Token), Receive(reader, sender, robot, call with { Actor = robot, Role = "ROBOT" }), stop);
            }
            finally
            {
                await SocketExchange.Quietly(grain.Leave(session));
            }
        });
    }

    private async Task<string?> SignIn(FrameReader reader, FrameSender sender, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(SignInTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            var frame = await reader.Read(either.Token);
            if (!frame.IsWholeText || RobotFrames.Parse(frame.Bytes) is not { Type: "sign_in" } incoming)
                return null;
            var body = RobotFrames.Read<SessionSignIn>(incoming.Data);
            if (body.AccessToken is { } token)
                return tokens.RobotOf(token);
            return body is { Robot: { } name, Credential: { } credential } && await robots.Find(name, stop) is { } robot && await robots.SignIn(robot, credential) is not null
                ? robot
                : null;
        }
        catch (ApiException e)
        {
            await sender.Send(RobotFrames.Error(e.Error, null, time.GetUtcNow()));
            return null;
        }
    }

    // Tells the robot what changes, the stop before anything else. What it is told is always the newest: nothing waits in a queue.
    private async Task Follow(FrameSender sender, IRobotGrain grain, string session, CancellationToken stop)
    {
        RobotKnown? known = null;
        while (true)
        {
            RobotSignal signal;
            try
            {
                signal = await grain.Signal(session, known).WaitAsync(stop);
            }
            catch (TimeoutException)
            {
                continue;
            }

            if (signal.Replaced)
            {
                await sender.Close(WebSocketCloseStatus.PolicyViolation, "Another connection of this robot has taken the place of this one");
                return;
            }

            if (signal.Orders is not { } orders)
                return;
            var now = RobotKnown.Of(orders);
            if (now == known)
                continue;
            if (now.StopNumber is not null && now.StopNumber != known?.StopNumber)
                await sender.Send(RobotFrames.Stop(orders.Robot, time.GetUtcNow()));
            await sender.Send(RobotFrames.Orders(orders, null, time.GetUtcNow()));
            known = now;
        }
    }

    private async Task<WebSocketCloseStatus> Receive(FrameReader reader, FrameSender sender, string robot, CallContext call)
    {
        using var rate = FrameReader.Rate(settings.Limits, FramesPerMinute);
        while (true)
        {
            var frame = await reader.Read();
            if (frame.IsLast)
                return frame.Goodbye;
            await sender.Send(rate?.AttemptAcquire() is { IsAcquired: false }
                ? RobotFrames.Error(new(StatusCodes.Status429TooManyRequests, RefusalCodes.TooMany, "Too many frames; wait a minute"), null, time.GetUtcNow())
                : await Answer(frame, robot, call));
        }
    }

    private async Task<object> Answer(Frame frame, string robot, CallContext call)
    {
        string? id = null;
        try
        {
            if (!frame.IsWholeText)
                throw new ApiException(ApiError.Invalid(frame.IsTooLong ? FrameReader.TooLong : "Malformed frame: it must be text"));
            var incoming = RobotFrames.Parse(frame.Bytes);
            id = incoming.Id;
            if (incoming.Type != "heartbeat")
                throw new ApiException(ApiError.Invalid("Unknown frame type", new FieldFault(FieldFaultKind.Choice, ["type"], "must be one of ['heartbeat']", null)));
            var body = RobotFrames.Read<HeartbeatBody>(incoming.Data);
            var outcome = await robots.Beat(call, robot, body.Beat(), body.Task?.TaskId.ToString(), body.Task?.Report(robot));
            return outcome.Accepted ? RobotFrames.Orders(outcome.Value, id, time.GetUtcNow()) : RobotFrames.Error(outcome.Refusal.ToError(), id, time.GetUtcNow());
        }
        catch (ApiException e)
        {
            return RobotFrames.Error(e.Error, id, time.GetUtcNow());
        }
        catch (Exception e) when (e is JournalException or TimeoutException or LimitExceededException)
        {
            // The robot says it again with its next frame: what it reports is taken once.
            return RobotFrames.Error(ApiError.Busy("The service is busy; say it again"), id, time.GetUtcNow());
        }
    }
}
