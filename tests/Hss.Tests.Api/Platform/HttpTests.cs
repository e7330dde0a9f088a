using System.IO.Compression;
using System.Net;
using System.Text;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Platform;

/// <summary>What every answer has, and what proxies and plain HTTP are told.</summary>
public sealed class HttpTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task LongAnswers_AreCompressed_ShortOnesAreNot()
    {
        var customer = await Sample.NewCustomer(api.Client);
        for (var i = 0; i < 5; i++)
            await Sample.Create(customer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hss/api/v1/bookings") { Headers = { { "Accept-Encoding", "gzip" }, { "Authorization", $"Bearer {customer.Token}" } } };
        using var response = await api.Client.SendAsync(request);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.StartsWith("{\"bookings\":", await new StreamReader(gzip, Encoding.UTF8).ReadToEndAsync(), StringComparison.Ordinal);

        using var brief = new HttpRequestMessage(HttpMethod.Get, "/hss/api/v1/tariff") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var plain = await api.Client.SendAsync(brief);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task EveryAnswer_HasItsSafetyHeaders_ErrorsToo()
    {
        foreach (var path in (string[])["/hss/health", "/hss/nowhere", "/hss/api/v1/bookings"])
        {
            var answer = await new ApiClient(api.Client).Get(path);
            Assert.Equal(("nosniff", "DENY", "no-referrer"), (answer.Header("X-Content-Type-Options"), answer.Header("X-Frame-Options"), answer.Header("Referrer-Policy")));
            Assert.Contains("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.NotNull(answer.Header("X-Request-Id"));
        }
    }

    [Fact]
    public async Task RequireHttps_RedirectsWith308_AndATrustedProxysHttpsCounts()
    {
        await using var server = await ApiServer.Start(new() { ["HSS_REQUIRE_HTTPS"] = "true", ["HSS_TRUSTED_PROXIES"] = "127.0.0.1" });
        var nobody = new ApiClient(server.Client);
        var plain = await nobody.Get("/hss/health?x=1", ("Host", "hss.example"));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://hss.example/hss/health?x=1"), (plain.Status, plain.Header("Location")));
        var secure = await nobody.Get("/hss/health", ("Host", "hss.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, secure.Status);
        Assert.Contains("max-age=31536000", secure.Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForwardedHeaders_OfStrangers_MeanNothing()
    {
        await using var server = await ApiServer.Start(new() { ["HSS_REQUIRE_HTTPS"] = "true", ["HSS_TRUSTED_PROXIES"] = "10.0.0.0/8" });
        var answer = await new ApiClient(server.Client).Get("/hss/health", ("Host", "hss.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.Status);
    }

    [Fact]
    public async Task RequestLimits_AreHeldAnAccount()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true", ["RateLimits:AccountPerMinute"] = "5" });
        var customer = await ApiClient.Customer(server.Client);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await customer.Get("/hss/api/v1/bookings")).Status);
        var limited = await customer.Get("/hss/api/v1/bookings");
        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (limited.Status, (string?)limited.Json!["error"]!["code"]));
        Assert.NotNull(limited.Header("Retry-After"));
    }
}
