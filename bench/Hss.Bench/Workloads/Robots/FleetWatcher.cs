using System.Net.WebSockets;

namespace Hss.Bench.Workloads.Robots;

/// <summary>Somebody who looks at the map of robots: the live connection of a librarian, which hears all positions.</summary>
internal sealed class FleetWatcher : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;
    private long _frames;

    /// <summary>Frames that it heard.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    public static async Task<FleetWatcher> Open(Uri server, string token)
    {
        var watcher = new FleetWatcher();
        watcher._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await watcher._socket.ConnectAsync(new UriBuilder(new Uri(server, "/luna/ws")) { Scheme = "ws" }.Uri, CancellationToken.None);
        watcher._reading = watcher.Read();
        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Read()
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                if (part.EndOfMessage)
                    Interlocked.Increment(ref _frames);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It was ended.
        }
    }
}
