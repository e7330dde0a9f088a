using System.Net;

namespace Hss.Tests.Api.Files;

/// <summary>A server with a bucket on a real S3 server, behind a proxy that checks every signature.</summary>
public sealed class S3UploadServer : UploadServer
{
    private const string AccessKey = "TESTACCESSKEY";
    private const string SecretKey = "test/secret+key";

    private S3Server? _s3;
    private SigningProxy? _proxy;

    /// <summary>Where the bucket is.</summary>
    public Uri Endpoint { get; private set; } = null!;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await StopS3();
        _s3?.Dispose();
    }

    public async Task StopS3()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
    }

    public async Task StartS3()
    {
        _s3 ??= await S3Server.Start();
        _proxy = await SigningProxy.Start(_s3.Url, new(AccessKey, SecretKey, Clock), Endpoint?.Port ?? 0);
        Endpoint = _proxy.Url;
    }

    protected override async Task<Dictionary<string, string?>> Settings()
    {
        await StartS3();
        return new()
        {
            ["S3_BUCKET"] = S3Server.Bucket,
            ["S3_ENDPOINT"] = Endpoint.ToString(),
            ["AWS_REGION"] = "af-south-1",
            ["AWS_ACCESS_KEY_ID"] = AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        };
    }
}

/// <summary>Uploads to S3.</summary>
public sealed class S3UploadTests(S3UploadServer uploads) : UploadContract(uploads), IClassFixture<S3UploadServer>
{
    protected override string WithLaterEnd(string url) => Replace(url, "X-Amz-Expires=", "86400");

    protected override string WithAnotherSize(string url)
    {
        Assert.Contains("content-length%3B", url, StringComparison.Ordinal);
        return url.Replace("content-length%3B", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_IsTheBucketsOwn_AndNothingOfTheFileGoesThroughTheServer()
    {
        var link = await Presign(await uploads.Customer());

        Assert.StartsWith($"{uploads.Endpoint}{S3Server.Bucket}/{link["s3_key"]}?", (string?)link["upload_url"], StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/hss/api/v1/{link["s3_key"]}") { Content = new ByteArrayContent(SampleFile.Png()) };
        Assert.Equal(HttpStatusCode.NotFound, (await Server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Complete_WhileS3DoesNotAnswer_Is503_AndWorksLater()
    {
        var customer = await uploads.Customer();
        var link = await Presign(customer);
        await Send(Request(link, SampleFile.Png()));
        await uploads.StopS3();

        var answer = await customer.Post("/hss/api/v1/uploads/complete", new { s3_key = (string?)link["s3_key"] });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
        Assert.NotNull(answer.Header("Retry-After"));

        await uploads.StartS3();
        Assert.Equal(HttpStatusCode.OK, (await customer.Post("/hss/api/v1/uploads/complete", new { s3_key = (string?)link["s3_key"] })).Status);
    }

    private static string Replace(string url, string name, string value)
    {
        var start = url.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var end = url.IndexOf('&', start);
        return url[..start] + value + url[end..];
    }
}
