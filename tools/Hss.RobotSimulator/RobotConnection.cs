using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Hss.RobotSimulator;

/// <summary>A robot's session: frames both ways over its WebSocket.</summary>
internal sealed class RobotConnection : IAsyncDisposable
{
    private const string Path = "/luna/api/v1/robot/session";

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonNode> _received = Channel.CreateUnbounded<JsonNode>();
    private readonly string _robot;
    private readonly Simulation _simulation;
    private Task _reading = Task.CompletedTask;

    private RobotConnection(string robot, Simulation simulation) => (_robot, _simulation) = (robot, simulation);

    /// <summary>Whether the server, or the network, has ended it.</summary>
    public bool IsOver => _reading.IsCompleted;

    /// <summary>Connects and signs in with the first frame.</summary>
    public static async Task<RobotConnection> Open(string robot, string credential, Simulation simulation, CancellationToken cancellation)
    {
        var connection = new RobotConnection(robot, simulation);
        try
        {
            var address = new UriBuilder(new Uri(simulation.Url, Path)) { Scheme = simulation.Url.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" };
            await connection._socket.ConnectAsync(address.Uri, cancellation);
            await connection.Send(new { type = "sign_in", data = new { robot, credential } }, cancellation);
            connection._reading = connection.Read();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next frame that has come in, if one has.</summary>
    public bool TryReceive(out JsonNode? frame) => _received.Reader.TryRead(out frame);

    /// <summary>Ends when a frame has come in, or the connection is over.</summary>
    public async Task Received(CancellationToken cancellation) => await _received.Reader.WaitToReadAsync(cancellation);

    public async Task Send(object frame, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(frame);
        // A credential is nobody's business.
        _simulation.Keep(_robot, "sent", text.Contains("\"credential\"", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new { type = "sign_in", data = new { robot = _robot, credential = "***" } })
            : text);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellation);
    }

    /// <summary>Loses the connection without a word.</summary>
    public void Lose() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Goodbye);
            if (_socket.State == WebSocketState.Open)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
            await _reading.WaitAsync(patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Nobody is there to say goodbye to.
        }

        _socket.Dispose();
    }

    private async Task Read()
    {
        try
        {
            using var text = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                text.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                var frame = JsonNode.Parse(text.ToArray())!;
                text.SetLength(0);
                _simulation.Keep(_robot, "received", frame.ToJsonString());
                _received.Writer.TryWrite(frame);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It is over.
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }
}
