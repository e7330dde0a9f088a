using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Library.Deliveries;

namespace Hss.Tests.Api.Notifications;

/// <summary>
/// Readers request and cancel while the real process is killed: each acknowledged step has one notification in the inbox, and a tab that comes back
/// after every kill has heard each of them once.
/// </summary>
public sealed class LiveKillTests : IDisposable
{
    private const int Kills = 2;
    private const int Books = 6;

    // What was not sent before a kill is claimed again when its claim ends, half a minute later.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-live-");
    private readonly ConcurrentDictionary<string, bool> _requested = [];
    private readonly ConcurrentDictionary<string, bool> _cancelled = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ATab_ThatComesBackAfterKills_HearsEveryNotificationOnce()
    {
        using var stop = new CancellationTokenSource(Guard);
        var (token, place) = ("", "");
        var heard = new List<JsonNode>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>());
            using var http = Client(server.Url);
            if (kill == 0)
            {
                token = (await Lending.Reader(http)).Token!;
                using var first = await Live.Open(server.Url, token);
                place = first.LastId;
            }

            // A kill may leave a book reserved by a request whose answer was lost: each round has its own.
            var books = await Task.WhenAll(Enumerable.Range(0, Books).Select(_ => Lending.Book(http)));
            var listening = Listen(server.Url, token, place, heard);
            var asking = Task.WhenAll(books.Select(book => AskAndCancel(new(http, token), book)));
            var before = _requested.Count;
            while (_requested.Count < before + 40)
                await Task.Delay(1, stop.Token);
            server.Kill();
            await asking;
            place = await listening;
        }

        using var last = await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>());
        using var client = Client(last.Url);
        var inbox = await Inbox(new(client, token), await ApiClient.Operator(client), stop.Token);
        using (var live = await Live.Open(last.Url, token, place))
        {
            while (heard.Count < inbox.Count)
                heard.Add((await live.Next("notification"))["payload"]!);
        }

        Assert.Equal(inbox.Select(Id).Order(), heard.Select(Id).Order());
        foreach (var (title, acknowledged) in (IEnumerable<(string, ICollection<string>)>)[("Request received", _requested.Keys), ("Request cancelled", _cancelled.Keys)])
        {
            var told = inbox.Where(n => (string?)n["title"] == title).Select(n => (string)n["payload"]!["request_id"]!).ToList();
            Assert.Equal(told.Distinct().Count(), told.Count);
            Assert.Empty(acknowledged.Except(told));
        }
    }

    private async Task AskAndCancel(ApiClient reader, string book)
    {
        try
        {
            while (true)
            {
                var request = await reader.Request(book);
                _requested[request] = true;
                (await reader.Put($"{Luna.Api}/requests/{request}/cancel")).Data();
                _cancelled[request] = true;
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    // Hears until the server is killed; answers where to go on.
    private static async Task<string> Listen(Uri server, string token, string place, List<JsonNode> heard)
    {
        using var live = await Live.Open(server, token, place);
        try
        {
            while (true)
                heard.Add((await live.Next("notification"))["payload"]!);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException)
        {
            return live.LastId;
        }
    }

    // The whole inbox, once every acknowledged step is in it.
    private async Task<List<JsonNode>> Inbox(ApiClient reader, ApiClient operators, CancellationToken stop)
    {
        while (true)
        {
            // Pages are read once nothing moves their rows any more.
            var quiet = await NothingPends(operators);
            var all = new List<JsonNode>();
            for (var page = 1; await Notices.Rows(reader, $"page={page}") is { Length: > 0 } rows; page++)
                all.AddRange(rows);
            if (quiet && _requested.Keys.All(r => Has(all, r, "Request received")) && _cancelled.Keys.All(r => Has(all, r, "Request cancelled")))
                return all;
            await Task.Delay(100, stop);
        }
    }

    // A step without an answer may have its notification on the way.
    private static async Task<bool> NothingPends(ApiClient operators) =>
        (await operators.Get("/api/v1/admin/effects?state=pending")).Json!["effects"]!.AsArray().Count == 0;

    private static bool Has(List<JsonNode> inbox, string request, string title) =>
        inbox.Any(n => (string?)n["title"] == title && (string?)n["payload"]!["request_id"] == request);

    private static string Id(JsonNode notification) => (string)notification["id"]!;

    private static HttpClient Client(Uri url) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
