using System.Net.WebSockets;
using Hss.Api.Events;
using Hss.Api.Notifications.Live;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Notifications;

/// <summary>What LUNA's live connection does as time passes. The clock is the test's.</summary>
public sealed class LiveClockTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.Start(configure: builder => builder.Services.AddSingleton<TimeProvider>(_time));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task AQuietConnection_GetsAHeartbeat_ThatSaysWhereToGoOn()
    {
        var (reader, id) = await Notices.Reader(_server);
        using var live = await Live.Open(_server.Url, reader.Token);
        _time.Advance(EventStreams.Heartbeat);
        var beat = (await live.Next())!;
        Assert.Equal("heartbeat", (string?)beat["type"]);

        await live.Close();
        await _server.Receive(reader, Notices.To(id, "Meanwhile"));
        using var back = await Live.Open(_server.Url, reader.Token, (string)beat["id"]!);
        Assert.Equal("Meanwhile", await back.Hears());
    }

    [Fact]
    public async Task AConnectionThatDoesNotSignIn_IsEndedAfterTenSeconds()
    {
        var (stranger, _) = await Live.Try(_server.Url, token: null);
        using (stranger)
        {
            // An answer shows that the server waits already.
            await stranger!.Send("?");
            Assert.Equal("MALFORMED_FRAME", await stranger.Error());
            _time.Advance(LiveSignIn.Patience);
            Assert.Equal("UNAUTHORIZED", await stranger.Error());
            Assert.Null(await stranger.Next());
            Assert.Equal(WebSocketCloseStatus.PolicyViolation, stranger.CloseStatus);
        }
    }
}
