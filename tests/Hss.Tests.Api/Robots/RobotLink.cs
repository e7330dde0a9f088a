using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Robots;

/// <summary>A robot's WebSocket in a test. Every frame from the server is held to its JSON schema, and so is what it sends itself.</summary>
internal sealed class RobotLink : IDisposable
{
    public const string Path = "/luna/api/v1/robot/session";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>Connects with a robot's token, and reads the first orders.</summary>
    public static async Task<RobotLink> Open(Uri server, string token)
    {
        var (link, status) = await Try(server, token);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
        return link!;
    }

    /// <summary>Tries to connect; the status of a refused handshake.</summary>
    public static async Task<(RobotLink? Link, HttpStatusCode Status)> Try(Uri server, string? token)
    {
        var link = new RobotLink();
        link._socket.Options.CollectHttpResponseDetails = true;
        if (token is not null)
            link._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        using var guard = new CancellationTokenSource(Guard);
        try
        {
            await link._socket.ConnectAsync(new Uri($"ws://{server.Authority}{Path}"), guard.Token);
            return (link, HttpStatusCode.SwitchingProtocols);
        }
        catch (WebSocketException)
        {
            var status = link._socket.HttpStatusCode;
            link.Dispose();
            return (null, status);
        }
    }

    /// <summary>The next frame, or null when the server closed the connection.</summary>
    public async Task<JsonNode?> Next()
    {
        using var guard = new CancellationTokenSource(Guard);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, guard.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            var frame = JsonNode.Parse(text.ToArray())!;
            RobotFrameSchemas.Check(frame);
            return frame;
        }
    }

    /// <summary>The next frame for which something holds; others on the way are passed over.</summary>
    public async Task<JsonNode> Next(Func<JsonNode, bool> wanted)
    {
        while (await Next() is { } frame)
        {
            if (wanted(frame))
                return frame;
        }

        throw new InvalidOperationException($"The server closed the connection: {CloseReason}");
    }

    /// <summary>The answer to a heartbeat.</summary>
    public async Task<JsonNode> Beat(object data)
    {
        var id = Guid.NewGuid().ToString("N");
        await Send(new { type = "heartbeat", id, data });
        return await Next(f => (string?)f["reply_to"] == id);
    }

    /// <summary>The next orders with a task.</summary>
    public async Task<JsonNode> Task() => (await Next(f => f["data"]?["task"] is not null))["data"]!["task"]!;

    /// <summary>Sends a frame, which must be what its schema says.</summary>
    public Task Send(object frame)
    {
        var text = JsonSerializer.Serialize(frame);
        RobotFrameSchemas.Check(JsonNode.Parse(text)!);
        return SendText(text);
    }

    /// <summary>Sends anything.</summary>
    public async Task SendText(string text)
    {
        using var guard = new CancellationTokenSource(Guard);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, guard.Token);
    }

    /// <summary>Loses the connection without a word.</summary>
    public void Lose() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
