using System.Net;
using System.Text;
using Xunit.Sdk;

namespace Hss.Tests.Api.Documents;

/// <summary>An answer that is not the document's fails the test that got it.</summary>
public sealed class DocumentWatchTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Tariff = """{"currency":"ZAR","monthly":{"bed":250},"handlingFee":350,"durations":{"min":1,"max":12}}""";

    private const string Changed = """{"booking_id":"HSS-1","status":"submitted","request_id":"r"}""";

    [Fact]
    public async Task Answer_AsDocumented_Passes() => Assert.Equal(Tariff, await Get(HttpStatusCode.OK, Tariff));

    [Theory]
    [InlineData(HttpStatusCode.OK, "{}", "application/json", "currency is missing")]
    [InlineData(HttpStatusCode.OK, """{"currency":"ZAR","monthly":{"bed":"250"},"handlingFee":350,"durations":{"min":1,"max":12}}""", "application/json", "$.monthly.bed")]
    [InlineData(HttpStatusCode.OK, Tariff, "text/html", "text/html is not among")]
    [InlineData(HttpStatusCode.Ambiguous, Tariff, "application/json", "no such answer")]
    [InlineData(HttpStatusCode.TooManyRequests, """{"detail":"slow down"}""", "application/json", "error is missing")]
    public async Task Answer_ThatIsNotDocumented_Fails(HttpStatusCode status, string body, string type, string fault) =>
        Assert.Contains(fault, (await Assert.ThrowsAnyAsync<XunitException>(() => Get(status, body, type))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Error_OfAPathThatNobodyHas_HasTheMountsShape() =>
        await Assert.ThrowsAnyAsync<XunitException>(() => Get(HttpStatusCode.NotFound, """{"detail":"Not found"}""", path: "/hss/nowhere"));

    [Fact]
    public async Task Body_ThatTheServerTook_IsAsDocumented()
    {
        using var client = Client(HttpStatusCode.Created, Changed);
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        var fault = await Assert.ThrowsAnyAsync<XunitException>(() => client.PostAsync(new Uri(api.Server.Url, "/hss/api/v1/bookings"), body));
        Assert.Contains("body $: pickup_date is missing", fault.Message, StringComparison.Ordinal);
    }

    private async Task<string> Get(HttpStatusCode status, string body, string type = "application/json", string path = "/api/v1/tariff")
    {
        using var client = Client(status, body, type);
        return await client.GetStringAsync(new Uri(api.Server.Url, path));
    }

    private HttpClient Client(HttpStatusCode status, string body, string type = "application/json") =>
        new(new DocumentWatch(new Canned(status, body, type), api.Server.Url, () => api.Server.Services));

    private sealed class Canned(HttpStatusCode status, string body, string type) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) });
    }
}
