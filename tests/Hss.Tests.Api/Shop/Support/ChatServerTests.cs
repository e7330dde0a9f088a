using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Hss.Tests.Shared.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>The support chat when servers stop, on a port of its own, with dead peers, and with limits.</summary>
public sealed class ChatServerTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ARestart_SaysGoodbye_AndWhoeverComesBackMissesNothing()
    {
        await using var server = await ApiServer.Start();
        var agent = await Desk.Agent(server.Client);
        var conversation = await Desk.Open(new ApiClient(server.Client));
        using var chat = await Chat.Open(server.Url, Desk.Key(conversation));
        await chat.Says("Before");
        var last = (string)(await chat.Next("message"))["payload"]!["id"]!;

        var restart = server.Restart();
        Assert.Null(await chat.Next());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, chat.CloseStatus);
        await restart;

        using (var ofAgent = await Chat.Open(server.Url, $"conversation_id={conversation["id"]}", agent.Token))
        {
            Assert.Equal(["My parcel is late", "Before"], ofAgent.History["messages"]!.AsArray().Select(m => (string?)m!["body"]));
            await ofAgent.Says("After");
            Assert.Equal("After", await ofAgent.Hears());
        }

        using var back = await Chat.Open(server.Url, $"{Desk.Key(conversation)}&after={last}");
        Assert.Equal("After", (string?)Assert.Single(back.History["messages"]!.AsArray())!["body"]);
    }

    [Fact]
    public async Task AnOwnPort_HasTheSocketAtItsRoot()
    {
        var port = FreePort.Find();
        await using var server = await ApiServer.Start(new() { ["HSS_LISTENERS"] = $"{port}=/store" });
        var conversation = await Desk.Open(new ApiClient(server.Client));
        using var chat = await Chat.Open(new Uri($"http://127.0.0.1:{port}"), Desk.Key(conversation), path: "/api/v1/support/ws");
        await chat.Says("Hello");
        Assert.Equal("Hello", await chat.Hears());
    }

    [Fact]
    public async Task APeerThatAnswersNoPing_IsCutOff()
    {
        await using var server = await ApiServer.Start(
            new() { ["Limits:LiveConnections"] = "1" },
            configure: builder => builder.Services.Configure<WebSocketOptions>(
                o => (o.KeepAliveInterval, o.KeepAliveTimeout) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5))));
        var conversation = await Desk.Open(new ApiClient(server.Client));
        using var peer = new TcpClient();
        await peer.ConnectAsync(server.Url.Host, server.Url.Port);
        var stream = peer.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {Chat.Path}?{Desk.Key(conversation)} HTTP/1.1\r\nHost: {server.Url.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));

        // Reads all, answers nothing: history, pings, then the end.
        using var received = new MemoryStream();
        using var guard = new CancellationTokenSource(Guard);
        try
        {
            await stream.CopyToAsync(received, guard.Token);
        }
        catch (IOException)
        {
            // Cut off, not closed.
        }

        Assert.StartsWith("HTTP/1.1 101 ", Encoding.Latin1.GetString(received.ToArray()), StringComparison.Ordinal);
        Assert.True(received.ToArray().AsSpan().IndexOf((byte)0x89) >= 0, "There was no ping");

        // Its place is free again, and a peer that answers stays for many pings.
        var waited = Stopwatch.StartNew();
        (Chat? Chat, HttpStatusCode Status) next;
        while ((next = await Chat.Try(server.Url, Desk.Key(conversation))).Status == HttpStatusCode.TooManyRequests && waited.Elapsed < Guard)
        {
        }

        using var chat = next.Chat!;
        var hears = chat.Hears();
        Assert.NotEqual(hears, await Task.WhenAny(hears, Task.Delay(TimeSpan.FromSeconds(1))));
        await chat.Says("Still here");
        Assert.Equal("Still here", await hears);
    }

    [Fact]
    public async Task TooManyFrames_AreRefused_AndTheConnectionStays()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true", ["RateLimits:AddressPerMinute"] = "20" });
        var conversation = await Desk.Open(new ApiClient(server.Client), new { });
        using var chat = await Chat.Open(server.Url, Desk.Key(conversation));
        for (var i = 0; i < 20; i++)
        {
            await chat.Says($"{i}");
            Assert.Equal($"{i}", await chat.Hears());
        }

        for (var i = 0; i < 3; i++)
        {
            await chat.Says("One more");
            Assert.Equal("Too many frames; wait a minute", await chat.Error());
        }
    }
}
