using System.Net.WebSockets;
using System.Text.Json;

namespace Hss.Api.Platform.Sockets;

/// <summary>
/// Sends frames one after the other: a socket takes one at a time. A reader that takes none for too long is cut off; nothing is kept for it, as it
/// comes back with the id of the last that it has.
/// </summary>
public sealed class FrameSender(WebSocket socket, TimeProvider time) : IDisposable
{
    /// <summary>How long one frame may take to be taken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends a frame as JSON text.</summary>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    /// <exception cref="OperationCanceledException">The reader was too slow; the connection is cut.</exception>
    public Task Send(object frame) => InTurn(cancellation => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(frame, frame.GetType(), JsonAnswer.Options), WebSocketMessageType.Text, endOfMessage: true, cancellation));

    /// <summary>Says goodbye, if the connection is still there.</summary>
    public async Task Close(WebSocketCloseStatus status, string reason)
    {
        try
        {
            await InTurn(cancellation => socket.State is WebSocketState.Open or WebSocketState.CloseReceived
                ? socket.CloseOutputAsync(status, reason, cancellation)
                : Task.CompletedTask);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Nobody is there to hear it.
        }
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort() => socket.Abort();

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    // Cancelling a send cuts the connection: half a frame cannot be taken back.
    private async Task InTurn(Func<CancellationToken, Task> send)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await _turn.WaitAsync(patience.Token);
        try
        {
            await send(patience.Token);
        }
        finally
        {
            _turn.Release();
        }
    }
}
