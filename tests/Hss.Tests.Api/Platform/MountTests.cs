using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Platform;

public sealed class MountTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/hss/nowhere", """{"error":{"code":"not_found","message":"Not found","details":[]},"request_id":"r-1"}""")]
    [InlineData("/store/nowhere", """{"detail":"Not found"}""")]
    [InlineData("/sams/nowhere", """{"detail":"Not found"}""")]
    [InlineData("/reservia/nowhere", """{"error":"Not found"}""")]
    [InlineData("/nowhere", """{"type":"about:blank","title":"Not Found","status":404,"detail":"Not found","code":"not_found","request_id":"r-1"}""")]
    public async Task UnknownPath_IsNotFoundInTheDialectOfTheMount(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Request-Id", "r-1" } } };
        using var response = await api.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(await response.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task UnknownPath_OnLuna_HasCapitalCodesAndMeta()
    {
        var body = JsonNode.Parse(await (await api.Client.GetAsync(new Uri("/luna/nowhere", UriKind.Relative))).Content.ReadAsStringAsync())!;
        Assert.False((bool)body["success"]!);
        Assert.Equal("NOT_FOUND", (string?)body["error"]!["code"]);
        Assert.NotNull(body["meta"]!["request_id"]);
    }

    [Theory]
    [InlineData("/health", "healthy")]
    [InlineData("/health/", "healthy")]
    [InlineData("/hss/health", "ok")]
    [InlineData("/store/health", "healthy")]
    [InlineData("/luna/health/", "healthy")]
    public async Task Health_NeedsNoSignIn(string path, string status)
    {
        var body = JsonNode.Parse(await api.Client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
        Assert.Equal(status, (string?)body["status"]);
        Assert.True(DateTimeOffset.TryParse((string?)body["timestamp"], out _));
    }

    [Fact]
    public async Task WrongMethod_Is405InTheDialectOfTheMount()
    {
        using var response = await api.Client.PutAsync(new Uri("/hss/health", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("method_not_allowed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/hss/api/v1/tariff", 200)]
    [InlineData("/store/api/v1/products", 200)]
    [InlineData("/store/nowhere", 404)]
    [InlineData("/hss/api/v1/auth/login", 405)]
    public async Task Head_IsAnsweredAsGet_WithoutTheBody(string path, int status)
    {
        using var get = await api.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await api.Client.SendAsync(request);
        Assert.Equal((status, status), ((int)get.StatusCode, (int)head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_OfALiveStream_Ends()
    {
        var operators = await ApiClient.Operator(api.Client);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/events?topics=hss.bookings") { Headers = { Authorization = new("Bearer", operators.Token) } };
        using var answer = await api.Client.SendAsync(request, guard.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("abc-1.2_3", true)]
    [InlineData("with blank", false)]
    [InlineData("", false)]
    public async Task RequestId_IsTheCallersWhenItIsValid(string sent, bool kept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.TryAddWithoutValidation("X-Request-Id", sent);
        using var response = await api.Client.SendAsync(request);
        var id = Assert.Single(response.Headers.GetValues("X-Request-Id"));
        Assert.Equal(kept, id == sent);
        Assert.Matches("^[A-Za-z0-9._-]{1,64}$", id);
    }

    [Fact]
    public async Task OwnPort_ServesOneMountAtItsRoot()
    {
        var port = FreePort.Find();
        await using var server = await ApiServer.Start(new() { ["HSS_LISTENERS"] = $"{port}=/hss" });
        var own = new Uri($"http://127.0.0.1:{port}");
        Assert.Equal("ok", (string?)JsonNode.Parse(await server.Client.GetStringAsync(new Uri(own, "/health")))!["status"]);
        using var platform = await server.Client.GetAsync(new Uri(own, "/api/v1/users"));
        Assert.Equal(HttpStatusCode.NotFound, platform.StatusCode);
        Assert.Contains("\"error\"", await platform.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5173", "http://localhost:5173", true)]
    [InlineData("http://elsewhere.example", "*", false)]
    public async Task Cors_KnownOriginsMaySendCredentials(string origin, string allowed, bool credentials)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/hss/api/v1/bookings");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,x-hss-role");
        using var response = await api.Client.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(credentials, response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task BareOptions_Is204()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/store/api/v1/anything");
        using var response = await api.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
