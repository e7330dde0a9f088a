using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Hss.Api.Platform.Http;
using Hss.Tests.Api.Library;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Platform;

/// <summary>Bodies above the limit, from clients that read nothing before they have sent everything.</summary>
public sealed class LargeBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // More than the two ends of a connection hold.
    private const int Megabytes = 32;

    private const string GoOn = "HTTP/1.1 100 Continue\r\n\r\n";

    private const string Bookings = "/hss/api/v1/bookings";

    private static readonly byte[] Megabyte = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task ALength_IsRefused_AndAnsweredToAClientThatSendsAllOfItFirst(bool signedIn, HttpStatusCode status)
    {
        using var client = await Begin(api.Client, signedIn, $"Content-Length: {Megabytes * Megabyte.Length}");
        for (var sent = 0; sent < Megabytes; sent++)
            await client.GetStream().WriteAsync(Megabyte);
        using var answer = new StreamReader(client.GetStream());
        Assert.StartsWith($"HTTP/1.1 {(int)status} ", await answer.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task Chunks_AreRefused_AndAnsweredToAClientThatSendsAllOfThemFirst_AndTheConnectionGoesOn(bool signedIn, HttpStatusCode status) =>
        await SendChunksAndThenAsk(signedIn, asksFirst: false, status);

    [Fact]
    public async Task Chunks_OfAClientThatIsToldToGoOn_AreAnsweredLikewise() =>
        await SendChunksAndThenAsk(signedIn: true, asksFirst: true, HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Chunks_ToARouteWithALimitOfItsOwn_AreTakenUpToThat()
    {
        var librarian = await Luna.Librarian(api.Client);
        var csv = $"isbn,title,author\r\n{Luna.NewIsbn()},{new string('x', 400)},Ann\r\n" + string.Concat(Enumerable.Repeat($"{new string('9', 240)},,\r\n", 9_000));
        Assert.True(csv.Length > Megabyte.Length);
        using var request = new HttpRequestMessage(HttpMethod.Post, Luna.Books + "/bulk-import?dry_run=true")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(csv))) { Headers = { { "Content-Type", "text/csv" } } },
            Headers = { { "Authorization", $"Bearer {librarian.Token}" }, { "Transfer-Encoding", "chunked" } },
        };
        using var answer = await api.Client.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Bookings)]
    [InlineData(Luna.Books + "/bulk-import")]
    public async Task ABodyWithoutEnd_IsCutOffAfterHalfAMinute(string path)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await ApiServer.Start(configure: builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var client = await Begin(server.Client, signedIn: false, "Transfer-Encoding: chunked", path);
        var stream = client.GetStream();
        using var guard = new CancellationTokenSource(Guard);
        await stream.WriteAsync("1\r\n \r\n"u8.ToArray(), guard.Token);
        var answer = new byte[4096];
        Assert.StartsWith("HTTP/1.1 401 ", Encoding.ASCII.GetString(answer, 0, await stream.ReadAsync(answer, guard.Token)), StringComparison.Ordinal);

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (true)
            {
                time.Advance(LargeBodies.Patience);
                await stream.WriteAsync("1\r\n \r\n"u8.ToArray(), guard.Token);
            }
        });
    }

    private async Task SendChunksAndThenAsk(bool signedIn, bool asksFirst, HttpStatusCode status)
    {
        using var client = await Begin(api.Client, signedIn, $"Transfer-Encoding: chunked{(asksFirst ? "\r\nExpect: 100-continue" : "")}");
        var stream = client.GetStream();
        if (asksFirst)
        {
            var goOn = new byte[GoOn.Length];
            await stream.ReadExactlyAsync(goOn);
            Assert.Equal(GoOn, Encoding.ASCII.GetString(goOn));
        }

        for (var sent = 0; sent < Megabytes; sent++)
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{Megabyte.Length:x}\r\n"), .. Megabyte, .. "\r\n"u8]);
        await stream.WriteAsync("0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray());
        using var answers = new StreamReader(stream);
        var answered = Regex.Matches(await answers.ReadToEndAsync(), "HTTP/1.1 ([0-9]{3})").Select(m => (HttpStatusCode)int.Parse(m.Groups[1].ValueSpan));
        Assert.Equal([status, HttpStatusCode.OK], answered);
    }

    private static async Task<TcpClient> Begin(HttpClient http, bool signedIn, string headers, string path = Bookings)
    {
        var token = signedIn ? (await ApiClient.Customer(http)).Token : "none";
        var client = new TcpClient();
        await client.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n{headers}\r\n\r\n"));
        return client;
    }
}
