using System.Net;
using System.Net.Sockets;

namespace Hss.Tests.Journal.Postgres;

/// <summary>Where a connection is cut, counted from the next request that comes through it.</summary>
internal enum Cut
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Half of the request reaches the server.</summary>
    InTheRequest,

    /// <summary>The request reaches the server, and nobody waits for the answer.</summary>
    AfterTheRequest,

    /// <summary>The server has answered, and the answer is lost.</summary>
    BeforeTheAnswer,
}

/// <summary>Stands between a journal and its server, and cuts connections where a test says.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly Task _accepting;
    private volatile Cut _next;
    private volatile bool _refusing;

    public CuttingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>The port that clients use.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts the connection that the next request comes on.</summary>
    public void CutNext(Cut cut, bool thenRefuse = false) => (_next, _refusing) = (cut, thenRefuse);

    /// <summary>Lets new connections through again.</summary>
    public void Heal() => _refusing = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        if (_refusing && _next == Cut.None)
            return;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            var lost = new TaskCompletionSource();
            await Task.WhenAny(Requests(client.GetStream(), server.GetStream(), lost), Answers(server.GetStream(), client.GetStream(), lost.Task));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Requests(NetworkStream client, NetworkStream server, TaskCompletionSource lost)
    {
        var buffer = new byte[65536];
        while (await client.ReadAsync(buffer) is > 0 and var count)
        {
            var cut = _next;
            _next = Cut.None;
            if (cut == Cut.BeforeTheAnswer)
                lost.SetResult();
            await server.WriteAsync(buffer.AsMemory(0, cut == Cut.InTheRequest ? count / 2 : count));
            if (cut is Cut.InTheRequest or Cut.AfterTheRequest)
                return;
        }
    }

    private static async Task Answers(NetworkStream server, NetworkStream client, Task lost)
    {
        var buffer = new byte[65536];
        while (await server.ReadAsync(buffer) is > 0 and var count && !lost.IsCompleted)
            await client.WriteAsync(buffer.AsMemory(0, count));
    }
}
