using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Files;
using Hss.Silo.Files;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Files;

/// <summary>A server with the built-in store.</summary>
public sealed class LocalUploadServer : UploadServer
{
    protected override Task<Dictionary<string, string?>> Settings() => Task.FromResult(new Dictionary<string, string?>());
}

/// <summary>Uploads to the built-in store.</summary>
public sealed class LocalUploadTests(LocalUploadServer uploads) : UploadContract(uploads), IClassFixture<LocalUploadServer>
{
    private string Folder => Path.Combine(Server.DataFolder, FileServices.Folder);

    protected override string WithLaterEnd(string url) => Replace(url, "expires", $"{DateTimeOffset.UtcNow.AddYears(1).ToUnixTimeSeconds()}");

    protected override string WithAnotherSize(string url) => Replace(url, "size", "1234");

    [Theory]
    [InlineData("type", "image%2Fjpeg")]
    [InlineData("key", "other")]
    [InlineData("size", "100000&size=100000")]
    [InlineData("size", "")]
    [InlineData("expires", "99999999999999999999999999")]
    [InlineData("signature", "")]
    [InlineData("signature", "zz")]
    public async Task Link_WithAnotherQuery_Is403_InTheMountsShape(string name, string value)
    {
        var link = await Presign(await uploads.Customer());
        var request = Request(link, SampleFile.Png());
        request.RequestUri = new(Replace(request.RequestUri!.ToString(), name, value));

        using var response = await Server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("\"code\":\"forbidden\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreReadableInTheDataFolder_AndNothingHalfWrittenStays()
    {
        var customer = await uploads.Customer();
        var link = await Presign(customer);
        await Send(Request(link, SampleFile.Png()));

        var name = Path.GetFileName((string)link["s3_key"]!);
        var file = Assert.Single(Directory.GetFiles(Folder, name, SearchOption.AllDirectories));
        Assert.Equal(SampleFile.Png(), await File.ReadAllBytesAsync(file));
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, ".incoming")));
    }

    [Fact]
    public async Task Upload_WhenTheDiskRefuses_Is503_AndMayBeRepeated()
    {
        var link = await Presign(await uploads.Customer());
        var folder = Path.Combine(Folder, ((string)link["s3_key"]!)[UploadKey.Folder.Length..][..2]);
        var aside = folder + ".aside";
        if (Directory.Exists(folder))
            Directory.Move(folder, aside);
        await File.WriteAllTextAsync(folder, "where the folder should be"); // Works as root too, which no permission stops.

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send(Request(link, SampleFile.Png())));

        File.Delete(folder);
        if (Directory.Exists(aside))
            Directory.Move(aside, folder);
        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, SampleFile.Png())));
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, ".incoming")));
    }

    [Fact]
    public async Task ManyAtOnceOnOneLink_OneIsTaken()
    {
        var link = await Presign(await uploads.Customer());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Send(Request(link, SampleFile.Png()))));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(a => a == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Restart_KeepsFilesAndLinks_AndClearsWhatWasHalfWritten()
    {
        await using var server = await ApiServer.Start();
        var customer = await ApiClient.Customer(server.Client);
        var (sent, open) = (await Presign(customer), await Presign(customer));
        Assert.Equal(HttpStatusCode.OK, await Send(Request(sent, SampleFile.Png())));
        var half = Path.Combine(server.DataFolder, FileServices.Folder, ".incoming", "half");
        await File.WriteAllBytesAsync(half, SampleFile.Png(10));

        await server.Restart();

        Assert.False(File.Exists(half));
        var moved = Request(open, SampleFile.Png());
        moved.RequestUri = new(server.Url, moved.RequestUri!.PathAndQuery); // The port is another one now.
        Assert.Equal(HttpStatusCode.OK, await Send(moved));
        customer = await ApiClient.Customer(server.Client);
        foreach (var link in (JsonNode[])[sent, open])
            Assert.Equal(HttpStatusCode.OK, (await customer.Post("/hss/api/v1/uploads/complete", new { s3_key = (string?)link["s3_key"] })).Status);
    }

    [Fact]
    public async Task Link_GivenOutOnAPortOfTheMountsOwn_LeadsThere()
    {
        var port = FreePort.Find();
        await using var server = await ApiServer.Start(new() { ["HSS_LISTENERS"] = $"{port}=/hss" });
        var customer = await ApiClient.Customer(server.Client);
        using var own = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        var link = (await new ApiClient(own, customer.Token).Post("/api/v1/uploads/presign", new { file_name = "a", content_type = "image/png", size = 100 })).Json!;

        Assert.StartsWith($"http://127.0.0.1:{port}/api/v1/uploads/", (string?)link["upload_url"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Send(Request(link, SampleFile.Png(100))));
    }

    [Fact]
    public async Task Browsers_OfAKnownSite_MaySendToTheLink()
    {
        var link = await Presign(await uploads.Customer());
        using var preflight = new HttpRequestMessage(HttpMethod.Options, (string)link["upload_url"]!);
        preflight.Headers.Add("Origin", "http://localhost:5173");
        preflight.Headers.Add("Access-Control-Request-Method", "PUT");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await Server.Client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("PUT", string.Join(",", response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("Content-Type", string.Join(",", response.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
    }

    private static string Replace(string url, string name, string value) =>
        System.Text.RegularExpressions.Regex.Replace(url, $"([?&]{name}=)[^&]*", m => m.Groups[1].Value + value);
}
