using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Notifications;

/// <summary>One connection to LUNA's socket.</summary>
internal sealed class Live : IDisposable
{
    public const string Path = "/luna/ws";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();

    /// <summary>The id of the last frame that had one.</summary>
    public string LastId { get; private set; } = "";

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Connects with a token in the handshake and reads the first frame.</summary>
    /// <param name="first">What the first frame says: <c>ready</c> or <c>reset</c>.</param>
    public static async Task<Live> Open(Uri server, string? token, string resumeFrom = "", string first = "ready", string path = Path)
    {
        var (live, status) = await Try(server, token, resumeFrom, path);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
        await live!.Begins(first);
        return live;
    }

    /// <summary>Tries to connect; the status of a refused handshake.</summary>
    public static async Task<(Live? Live, HttpStatusCode Status)> Try(
        Uri server, string? token, string resumeFrom = "", string path = Path, params (string Name, string Value)[] headers)
    {
        var live = new Live();
        live._socket.Options.CollectHttpResponseDetails = true;
        if (token is not null)
            live._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
            live._socket.Options.SetRequestHeader(name, value);
        using var guard = new CancellationTokenSource(Guard);
        try
        {
            await live._socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}{(resumeFrom.Length > 0 ? $"?resume_from={resumeFrom}" : "")}"), guard.Token);
            return (live, HttpStatusCode.SwitchingProtocols);
        }
        catch (WebSocketException)
        {
            var status = live._socket.HttpStatusCode;
            live.Dispose();
            return (null, status);
        }
    }

    /// <summary>The first frame.</summary>
    public async Task Begins(string word)
    {
        var frame = (await Next())!;
        Assert.Equal(("status", word), ((string?)frame["type"], (string?)frame["payload"]!["event"]));
    }

    /// <summary>The next frame, or null when the server closed the connection.</summary>
    public async Task<JsonNode?> Next()
    {
        using var guard = new CancellationTokenSource(Guard);
        return await Next(guard.Token);
    }

    private async Task<JsonNode?> Next(CancellationToken guard)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, guard);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            var frame = JsonNode.Parse(text.ToArray())!;
            Assert.Equal(["type", "id", "timestamp", "payload"], frame.AsObject().Select(m => m.Key));
            LastId = (string?)frame["id"] ?? LastId;
            return frame;
        }
    }

    /// <summary>The next frame of a type; others on the way are passed over.</summary>
    public async Task<JsonNode> Next(string type)
    {
        // Heartbeats come for ever: the whole has one guard.
        using var guard = new CancellationTokenSource(Guard);
        while (await Next(guard.Token) is { } frame)
        {
            if ((string?)frame["type"] == type)
                return frame;
        }

        throw new InvalidOperationException($"The server closed the connection before a {type}");
    }

    /// <summary>The title of the next notification.</summary>
    public async Task<string> Hears() => (string)(await Next("notification"))["payload"]!["title"]!;

    /// <summary>The code of the next error.</summary>
    public async Task<string?> Error() => (string?)(await Next("error"))["payload"]!["code"];

    /// <summary>Sends a frame; a text goes as it is.</summary>
    public Task Send(object frame) => SendBytes(Encoding.UTF8.GetBytes(frame as string ?? JsonSerializer.Serialize(frame)));

    public async Task SendBytes(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var guard = new CancellationTokenSource(Guard);
        await _socket.SendAsync(bytes, type, endOfMessage: true, guard.Token);
    }

    /// <summary>Says goodbye.</summary>
    public async Task Close()
    {
        using var guard = new CancellationTokenSource(Guard);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", guard.Token);
    }

    public void Dispose() => _socket.Dispose();
}
