using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Hss.Grains.Files;
using Hss.Silo.Files;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Files;

/// <summary>What an upload must do over HTTP whatever the store is. The same table of forged requests goes to both.</summary>
public abstract class UploadContract(UploadServer uploads) : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly HttpClient _outside = new();

    protected ApiServer Server => uploads.Server;

    private FakeTimeProvider Clock => uploads.Clock;

    private UploadService Uploads => Server.Services.GetRequiredService<UploadService>();

    private IFileStore Files => Server.Services.GetRequiredService<IFileStore>();

    public void Dispose() => _outside.Dispose();

    /// <summary>The link with a later end.</summary>
    protected abstract string WithLaterEnd(string url);

    /// <summary>The link with another size, or with none bound.</summary>
    protected abstract string WithAnotherSize(string url);

    protected static async Task<JsonNode> Presign(ApiClient client, string type = "image/png", int size = SampleFile.Size)
    {
        var answer = await client.Post("/hss/api/v1/uploads/presign", new { file_name = "My bed.png", content_type = type, size });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Json!;
    }

    protected static HttpRequestMessage Request(JsonNode link, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, (string)link["upload_url"]!) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in link["headers"]!.AsObject().Where(h => h.Key != "Content-Length"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?)value))
                Assert.True(request.Content.Headers.TryAddWithoutValidation(name, (string?)value));
        }

        return request;
    }

    protected async Task<HttpStatusCode> Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _outside.SendAsync(request))
            return response.StatusCode;
    }

    private async Task<string> Upload(ApiClient client, byte[] body, string type = "image/png")
    {
        var link = await Presign(client, type, body.Length);
        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, body)));
        return (string)link["s3_key"]!;
    }

    private static Task<ApiAnswer> Complete(ApiClient client, string key) => client.Post("/hss/api/v1/uploads/complete", new { s3_key = key });

    private async Task Until(Func<Task<bool>> condition)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!await condition())
        {
            guard.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromMilliseconds(500)); // The workers look at the fake clock.
            await Task.Delay(10, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Presign_SaysWhereAndHowToSend()
    {
        var link = await Presign(await uploads.Customer());

        Assert.Matches("^uploads/[0-9a-f]{32}\\.png$", (string)link["s3_key"]!);
        Assert.Equal(("PUT", 900), ((string?)link["method"], (int)link["expires_in"]!));
        Assert.Equal("image/png", (string?)link["headers"]!["Content-Type"]);
        Assert.Equal($"{SampleFile.Size}", (string?)link["headers"]!["Content-Length"]);
    }

    [Fact]
    public async Task Upload_OfWhatWasDeclared_IsCompleted_AndReadByItsOwnerAndStaffAlone()
    {
        var customer = await uploads.Customer();
        var body = SampleFile.Png();
        var key = await Upload(customer, body);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Get($"/hss/api/v1/{key}")).Status);

        for (var time = 0; time < 2; time++)
        {
            var completed = await Complete(customer, key);
            Assert.Equal((HttpStatusCode.OK, "completed", SampleFile.Size), (completed.Status, (string?)completed.Json!["status"], (int)completed.Json["size"]!));
        }

        foreach (var reader in (ApiClient[])[customer, await uploads.Staff()])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/hss/api/v1/{key}") { Headers = { Authorization = new("Bearer", reader.Token) } };
            using var response = await Server.Client.SendAsync(request);
            Assert.Equal(body, await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(("image/png", "attachment"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal("My bed.png", response.Content.Headers.ContentDisposition.FileNameStar);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Server.Client).Get($"/hss/api/v1/{key}")).Status);
        var other = await Sample.NewCustomer(Server.Client);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/hss/api/v1/{key}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Complete(other, key)).Status);
    }

    [Fact]
    public async Task Upload_OfTheLargestSize_IsTaken()
    {
        var customer = await uploads.Customer();
        var body = SampleFile.Png(10 * 1024 * 1024);
        var key = await Upload(customer, body);

        Assert.Equal(HttpStatusCode.OK, (await Complete(customer, key)).Status);
        await using var stored = await Files.Open(key, default);
        var read = new byte[body.Length];
        await stored!.ReadExactlyAsync(read);
        Assert.Equal(body, read);
    }

    [Fact]
    public async Task Link_WritesOnce()
    {
        var customer = await uploads.Customer();
        var link = await Presign(customer);
        var (first, second) = (SampleFile.Png(), SampleFile.Pdf());

        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, first)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Send(Request(link, second)));
        var sly = Request(link, second);
        sly.Headers.Remove("If-None-Match");
        Assert.True(await Send(sly) is HttpStatusCode.PreconditionFailed or HttpStatusCode.Forbidden);

        await using var stored = await Files.Open((string)link["s3_key"]!, default);
        var read = new byte[first.Length];
        await stored!.ReadExactlyAsync(read);
        Assert.Equal(first, read);
    }

    [Theory]
    [InlineData("shorter body")]
    [InlineData("longer body")]
    [InlineData("body of unknown length")]
    [InlineData("another type")]
    [InlineData("no type")]
    [InlineData("another key")]
    [InlineData("another type of key")]
    [InlineData("later end")]
    [InlineData("another size in the link")]
    [InlineData("another signature")]
    [InlineData("no signature")]
    [InlineData("unsigned header")]
    [InlineData("expired link")]
    public async Task Upload_ThatIsNotWhatWasSigned_Is403_AndNothingIsStored(string what)
    {
        var link = await Presign(await uploads.Customer());
        var (url, key) = ((string)link["upload_url"]!, (string)link["s3_key"]!);
        var written = key;
        var request = Request(link, what switch
        {
            "shorter body" => SampleFile.Png(SampleFile.Size - 1),
            "longer body" => SampleFile.Png(SampleFile.Size + 1),
            _ => SampleFile.Png(),
        });
        switch (what)
        {
            case "body of unknown length":
                request.Headers.TransferEncodingChunked = true;
                break;
            case "another type":
                request.Content!.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
                break;
            case "no type":
                request.Content!.Headers.ContentType = null;
                break;
            case "another key":
                written = UploadKey.Folder + Flip(key[UploadKey.Folder.Length]) + key[(UploadKey.Folder.Length + 1)..];
                request.RequestUri = new(url.Replace(key, written, StringComparison.Ordinal));
                break;
            case "another type of key":
                written = Path.ChangeExtension(key, "pdf");
                request.RequestUri = new(url.Replace(key, written, StringComparison.Ordinal));
                break;
            case "later end":
                request.RequestUri = new(WithLaterEnd(url));
                break;
            case "another size in the link":
                request.RequestUri = new(WithAnotherSize(url));
                request.Content = new ByteArrayContent(SampleFile.Png(1234)) { Headers = { ContentType = new("image/png") } };
                break;
            case "another signature":
                request.RequestUri = new(url[..^1] + Flip(url[^1]));
                break;
            case "no signature":
                request.RequestUri = new(url[..url.IndexOf('?', StringComparison.Ordinal)]);
                break;
            case "unsigned header":
                request.Headers.Add("x-amz-acl", "public-read");
                break;
            case "expired link":
                Clock.Advance(TimeSpan.FromSeconds(901));
                break;
        }

        var changesLink = what.Contains("key", StringComparison.Ordinal) || what.Contains("signature", StringComparison.Ordinal) || what is "later end" or "another size in the link";
        Assert.Equal(changesLink, request.RequestUri!.OriginalString != url);
        Assert.Equal(HttpStatusCode.Forbidden, await Send(request));
        Assert.Null(await Files.Head(key, default));
        Assert.Null(await Files.Head(written, default));
    }

    // Proves that the table's requests are refused for their change alone.
    [Fact]
    public async Task Upload_JustBeforeTheLinkEnds_IsTaken()
    {
        var link = await Presign(await uploads.Customer());
        Clock.Advance(TimeSpan.FromSeconds(890));

        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, SampleFile.Png())));
    }

    [Fact]
    public async Task Upload_CutShort_StoresNothing_AndMayBeRepeated()
    {
        var link = await Presign(await uploads.Customer());
        var url = new Uri((string)link["upload_url"]!);
        var head = new StringBuilder($"PUT {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\n");
        foreach (var (name, value) in link["headers"]!.AsObject())
            head.Append($"{name}: {value}\r\n");
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(IPAddress.Loopback, url.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
            await socket.SendAsync(SampleFile.Png(SampleFile.Size / 2));
            socket.Shutdown(SocketShutdown.Send);
            await Closed(socket);
        }

        Assert.Null(await Files.Head((string)link["s3_key"]!, default));
        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, SampleFile.Png())));
    }

    [Theory]
    [InlineData("..%2F..%2Fhss.db")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("..%5C..%5Chss.db")]
    [InlineData(".incoming%2Fx.png")]
    [InlineData("00112233445566778899aabbccddeeff.png%00.txt")]
    public async Task Upload_ToAKeyThatIsNoKeyOfOurs_IsRefused(string file)
    {
        var link = await Presign(await uploads.Customer());
        var request = Request(link, SampleFile.Png());
        var name = ((string)link["s3_key"]!)[UploadKey.Folder.Length..];
        request.RequestUri = new(((string)link["upload_url"]!).Replace(name, file, StringComparison.Ordinal));

        Assert.True((int)await Send(request) is >= 400 and < 500);
        var secret = Path.Combine(Server.DataFolder, "hss.db");
        Assert.NotEqual(SampleFile.Size, new FileInfo(secret).Length);
        Assert.Null(await Files.Head((string)link["s3_key"]!, default));
    }

    [Fact]
    public async Task Upload_ThatLiesAboutItsType_IsRefusedAtCompletionAndRemoved()
    {
        var customer = await uploads.Customer();
        var key = await Upload(customer, SampleFile.Pdf());

        var refused = await Complete(customer, key);

        Assert.Equal((HttpStatusCode.BadRequest, "validation_error"), (refused.Status, (string?)refused.Json!["error"]!["code"]));
        Assert.Contains("The file is application/pdf, not image/png", refused.Text, StringComparison.Ordinal);
        await Until(async () => await Files.Head(key, default) is null);
        Assert.Equal(HttpStatusCode.Conflict, (await Complete(customer, key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Get($"/hss/api/v1/{key}")).Status);
    }

    [Fact]
    public async Task Complete_BeforeTheFileIsThere_IsAConflict_AndWorksLater()
    {
        var customer = await uploads.Customer();
        var link = await Presign(customer);
        var key = (string)link["s3_key"]!;

        Assert.Equal(HttpStatusCode.Conflict, (await Complete(customer, key)).Status);
        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, SampleFile.Png())));
        Assert.Equal(HttpStatusCode.OK, (await Complete(customer, key)).Status);
    }

    [Fact]
    public async Task Uploads_ThatNoBookingClaims_ArePurgedAfter24Hours_AndClaimedOnesStay()
    {
        var customer = await uploads.Customer();
        var keys = new Dictionary<string, string>
        {
            ["sent"] = await Upload(customer, SampleFile.Png()),
            ["completed"] = await Upload(customer, SampleFile.Png()),
            ["claimed"] = await Upload(customer, SampleFile.Png()),
        };
        await Complete(customer, keys["completed"]);
        await Complete(customer, keys["claimed"]);
        await Book(customer, keys["claimed"]);
        await Until(async () => await StatusOf(keys["claimed"]) == UploadStatus.Claimed);

        var first = await Uploads.Find(keys["sent"]);
        Assert.Equal(TimeSpan.FromHours(24), first!.PurgeAt - first.PresignedAt);
        Clock.SetUtcNow(first.PurgeAt - TimeSpan.FromSeconds(1));
        foreach (var key in keys.Values)
            Assert.NotNull(await Files.Head(key, default));

        Clock.SetUtcNow((await Uploads.Find(keys["completed"]))!.PurgeAt);
        await Until(async () => await Files.Head(keys["sent"], default) is null && await Files.Head(keys["completed"], default) is null);

        Assert.Equal(
            (UploadStatus.Purged, UploadStatus.Purged, UploadStatus.Claimed),
            (await StatusOf(keys["sent"]), await StatusOf(keys["completed"]), await StatusOf(keys["claimed"])));
        Assert.NotNull(await Files.Head(keys["claimed"], default));
    }

    [Fact]
    public async Task BookingItems_KeepTheirKeyAsGiven_AndSayWhetherItNamesACompletedUploadOfTheCaller()
    {
        var (customer, other) = (await uploads.Customer(), await Sample.NewCustomer(Server.Client));
        var (mine, foreign, unfinished) = (await Upload(customer, SampleFile.Png()), await Upload(other, SampleFile.Png()), await Upload(customer, SampleFile.Png()));
        await Complete(customer, mine);
        await Complete(other, foreign);

        foreach (var (key, verified) in ((string, bool)[])[(mine, true), (foreign, false), (unfinished, false), ("photos/old client's key.jpg", false)])
        {
            var booking = await customer.Get($"/hss/api/v1/bookings/{await Book(customer, key)}");
            var item = booking.Json!["items"]![0]!;
            Assert.Equal((key, verified), ((string?)item["s3_key"], (bool)item["s3_verified"]!));
        }
    }

    // The server closes, gently or not, when it has seen that no more is coming.
    private static async Task Closed(Socket socket)
    {
        var rest = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(rest) > 0)
            {
                // What it says on the way does not matter.
            }
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
        }
    }

    private static async Task<string> Book(ApiClient customer, string key)
    {
        var answer = await customer.Post("/hss/api/v1/bookings", Sample.Booking(b => b["items"]![0]!["s3Key"] = key));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (string)answer.Json!["booking_id"]!;
    }

    private async Task<string?> StatusOf(string key) => (await Uploads.Find(key))?.Status;

    private static char Flip(char hex) => hex == '0' ? '1' : '0';
}
