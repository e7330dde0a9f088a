using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>One connection to the support chat.</summary>
internal sealed class Chat : IDisposable
{
    public const string Path = "/store/api/v1/support/ws";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();

    /// <summary>The first frame.</summary>
    public JsonNode History { get; private set; } = null!;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Connects and reads the history.</summary>
    public static async Task<Chat> Open(Uri server, string query, string? token = null, string path = Path, params (string Name, string Value)[] headers)
    {
        var (chat, status) = await Try(server, query, token, path, headers);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, status);
        return chat!;
    }

    /// <summary>Tries to connect; the status of a refused handshake.</summary>
    public static async Task<(Chat? Chat, HttpStatusCode Status)> Try(
        Uri server, string query, string? token = null, string path = Path, params (string Name, string Value)[] headers)
    {
        var chat = new Chat();
        chat._socket.Options.CollectHttpResponseDetails = true;
        if (token is not null)
            chat._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
            chat._socket.Options.SetRequestHeader(name, value);
        using var guard = new CancellationTokenSource(Guard);
        try
        {
            await chat._socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}?{query}"), guard.Token);
        }
        catch (WebSocketException)
        {
            var status = chat._socket.HttpStatusCode;
            chat.Dispose();
            return (null, status);
        }

        chat.History = (await chat.Next())!;
        Assert.Equal("history", (string?)chat.History["type"]);
        return (chat, HttpStatusCode.SwitchingProtocols);
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
            if (part.EndOfMessage)
                return JsonNode.Parse(text.ToArray());
        }
    }

    /// <summary>The next frame of a type; others on the way are passed over.</summary>
    public async Task<JsonNode> Next(string type)
    {
        while (await Next() is { } frame)
        {
            if ((string?)frame["type"] == type)
                return frame;
        }

        throw new InvalidOperationException($"The server closed the connection before a {type}");
    }

    /// <summary>The body of the next message.</summary>
    public async Task<string?> Hears() => (string?)(await Next("message"))["payload"]!["body"];

    /// <summary>What the next error says.</summary>
    public async Task<string?> Error() => (string?)(await Next("error"))["detail"];

    public Task Says(string body) => Send(new { action = "send_message", body });

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

    /// <summary>Loses the connection without a word.</summary>
    public void Lose() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
