using System.Net.WebSockets;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Sockets;
using Hss.Silo.Identity;

namespace Hss.Api.Notifications.Live;

/// <summary>
/// The sign-in of a connection whose handshake had no token: its first frame. A token in the address would stand in the logs of every proxy on the
/// way, and browsers cannot send the header.
/// </summary>
public sealed class LiveSignIn(FrameReader frames, FrameSender sender, IAccessCheck access, TimeProvider time)
{
    /// <summary>How long a connection may be there without sign-in.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Waits for it. Null: the connection was refused, and is closed.</summary>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    public async Task<(Caller Caller, string? ResumeFrom)?> Receive(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        while (true)
        {
            // Cutting a read off would cut the connection, and nobody could say why.
            var reading = frames.Read(CancellationToken.None);
            if (await InTime(reading, patience.Token, stop) is not { } frame)
            {
                await Refuse("UNAUTHORIZED", "No sign-in came", reading);
                return null;
            }

            if (frame.IsLast)
            {
                await sender.Close(frame.Goodbye, "");
                return null;
            }

            switch (ClientFrame.Read(frame))
            {
                case { Type: ClientFrame.Auth, Token: { Length: > 0 } token } signIn:
                    if (AccessTokens.IsHandle(token) || await access.Check(token) is not { } account)
                    {
                        await Refuse("UNAUTHORIZED", "The token is invalid or has expired", null);
                        return null;
                    }

                    var caller = new Caller(account);
                    if (caller.RoleOn(Mounts.Luna).Length > 0)
                        return (caller, signIn.ResumeFrom);
                    await Refuse("FORBIDDEN", "Insufficient permissions", null);
                    return null;
                case null:
                    await sender.Send(LiveListener.Malformed(frame, time.GetUtcNow()));
                    break;
                default:
                    await sender.Send(LiveFrame.Fault(time.GetUtcNow(), "UNAUTHORIZED", "The first frame must be {\"type\":\"auth\",\"token\":…}"));
                    break;
            }
        }
    }

    /// <summary>Says why not, and ends the connection.</summary>
    /// <param name="reading">A read that goes on, or null when none does.</param>
    public async Task Refuse(string code, string message, Task? reading)
    {
        await sender.Send(LiveFrame.Fault(time.GetUtcNow(), code, message));
        await SocketExchange.Part(sender, WebSocketCloseStatus.PolicyViolation, message, reading ?? frames.Read());
    }

    private static async Task<Frame?> InTime(Task<Frame> reading, CancellationToken patience, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, stop);
        try
        {
            return await reading.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
