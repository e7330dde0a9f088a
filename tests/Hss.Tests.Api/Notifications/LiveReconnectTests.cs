namespace Hss.Tests.Api.Notifications;

/// <summary>No duplicate and no loss across reconnects and tabs.</summary>
public sealed class LiveReconnectTests
{
    private const int Made = 200;

    // A connection that was closed may be counted for a moment after the next is open.
    private static readonly Dictionary<string, string?> ManyConnections = new() { ["Limits:LiveConnections"] = "100" };

    [Fact]
    public async Task AReader_ThatReconnectsWhile200NotificationsAreMade_MissesNothingAndHearsNothingTwice_OnSqlite() =>
        await Prove(await ApiServer.Start(ManyConnections), seed: 61);

    [Fact]
    public async Task AReader_ThatReconnectsWhile200NotificationsAreMade_MissesNothingAndHearsNothingTwice_OnPostgres() =>
        await Prove(await ApiServer.StartOnPostgres(ManyConnections), seed: 62);

    [Fact]
    public async Task ARestart_SaysGoodbye_AndWhoeverComesBackMissesNothing()
    {
        await using var server = await ApiServer.Start();
        var (reader, id) = await Notices.Reader(server);
        using var live = await Live.Open(server.Url, reader.Token);
        await server.Raise(Notices.To(id, "Before"));
        Assert.Equal("Before", await live.Hears());

        var restart = server.Restart();
        Assert.Null(await live.Next());
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, live.CloseStatus);
        await restart;

        await server.Receive(new(server.Client, reader.Token), Notices.To(id, "After"));
        using var back = await Live.Open(server.Url, reader.Token, live.LastId);
        Assert.Equal("After", await back.Hears());
    }

    private static async Task Prove(ApiServer started, int seed)
    {
        await using var server = started;
        var (reader, id) = await Notices.Reader(server);
        var random = new Random(seed);
        // One tab stays, two come and go at times of their own.
        using var steady = await Live.Open(server.Url, reader.Token);
        var tabs = new[] { Wander(server, reader, steady.LastId, random.Next()), Wander(server, reader, steady.LastId, random.Next()) };
        var making = server.Raise([.. Enumerable.Range(0, Made).Select(n => Notices.To(id, $"N{n}"))]);

        var heard = new List<string>();
        while (heard.Count < Made)
            heard.Add(await steady.Hears());
        await making;

        // Each heard each once, in one and the same order, and the inbox holds them all.
        Assert.Equal(Enumerable.Range(0, Made).Select(n => $"N{n}").Order(), heard.Order());
        foreach (var tab in await Task.WhenAll(tabs))
            Assert.Equal(heard, tab);
        Assert.Equal(Made, (int)(await reader.Get(Notices.Url)).Json!["unread_count"]!);
    }

    private static async Task<List<string>> Wander(ApiServer server, ApiClient reader, string from, int seed)
    {
        var random = new Random(seed);
        var (heard, lastId) = (new List<string>(), from);
        while (heard.Count < Made)
        {
            using var live = await Live.Open(server.Url, reader.Token, lastId);
            for (var i = random.Next(1, 25); i > 0 && heard.Count < Made; i--)
                heard.Add(await live.Hears());
            lastId = live.LastId;
        }

        return heard;
    }
}
