using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Hss.Drill.Machines;

/// <summary>The callers' connections, which can be cut in the middle of whatever they carry.</summary>
internal sealed class Connections : IDisposable
{
    private readonly ConcurrentDictionary<Socket, bool> _open = new();

    public Connections()
    {
        Http = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 64, ConnectCallback = Connect }) { Timeout = TimeSpan.FromSeconds(30) };
        Sockets = new(new SocketsHttpHandler { UseCookies = false, ConnectCallback = Connect });
    }

    /// <summary>Sends over them.</summary>
    public HttpClient Http { get; }

    /// <summary>Opens WebSockets, each with a connection to itself.</summary>
    public HttpMessageInvoker Sockets { get; }

    /// <summary>Cuts some of the open connections, without a word to the server (RST).</summary>
    /// <returns>How many.</returns>
    public int Cut(Random random)
    {
        var cut = 0;
        foreach (var socket in _open.Keys)
        {
            if (random.Next(2) == 0 || !_open.TryRemove(socket, out _))
                continue;
            try
            {
                socket.LingerState = new(enable: true, seconds: 0);
                socket.Dispose();
                cut++;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It was gone already.
            }
        }

        return cut;
    }

    public void Dispose()
    {
        Http.Dispose();
        Sockets.Dispose();
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        foreach (var gone in _open.Keys.Where(s => !s.Connected))
            _open.TryRemove(gone, out _);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            _open[socket] = true;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
