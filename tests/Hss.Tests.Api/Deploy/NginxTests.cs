using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Api.Events;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Notifications;
using Hss.Tests.Api.Robots;

namespace Hss.Tests.Api.Deploy;

/// <summary>The shipped gateway: a real nginx before the real server, beside which a second node is always away.</summary>
[Collection(GatewayFixture.Tests)]
public sealed class NginxTests(GatewayFixture fixture)
{
    private static string Healthy => Path.Combine(Deployment.Folder, "healthy");

    private NginxGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task TheShippedFiles_AreAccepted()
    {
        var (exitCode, said) = await Gateway.Check();
        Assert.True(exitCode == 0, said);
        Assert.DoesNotContain("[warn]", said, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePortsOfEarlierClients_AreOffered() => Assert.Equal([5000, 8000, 8001, 8002, 8003, 8004, 8005, 8080, 8081], Gateway.Ports.Order());

    [Theory]
    [InlineData(8080, "/health", "hss")]
    [InlineData(8080, "/hss/health", "hss-backend")]
    [InlineData(8080, "/store/health", "store")]
    [InlineData(8080, "/sams/health", "sams")]
    [InlineData(8080, "/reservia/health", "reservia")]
    [InlineData(8080, "/luna/health", "luna")]
    [InlineData(8081, "/health", "hss-backend")]
    [InlineData(8000, "/health", "store")]
    [InlineData(5000, "/health", "reservia")]
    [InlineData(8001, "/health", "luna")]
    [InlineData(8002, "/health", "luna")]
    [InlineData(8003, "/health", "luna")]
    [InlineData(8004, "/health", "luna")]
    [InlineData(8005, "/health", "luna")]
    public async Task EveryPort_LeadsToItsSystem(int port, string path, string service)
    {
        var health = JsonNode.Parse(await fixture.Client.GetStringAsync(new Uri(Gateway[port], path)))!;
        Assert.Equal(service, (string?)health["service"]);
    }

    [Fact]
    public async Task Headers_ComeOnce_AndNothingSaysWhichVersionsRun()
    {
        using var answer = await fixture.Client.GetAsync(new Uri("/store/api/v1/products", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var name in (string[])["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy", "X-Request-Id"])
            Assert.Single(answer.Headers.GetValues(name));
        Assert.Equal("nginx", answer.Headers.Server.ToString());
    }

    [Fact]
    public async Task Events_GoOutAsTheyCome()
    {
        var customer = await Sample.NewCustomer(fixture.Client);
        using var stream = await EventStream.Open(fixture.Client, customer.Token, "hss.bookings");
        // Nothing comes after either that could push it out of a buffer.
        Assert.Equal("ready", (await stream.Next())!.Value.Event);
        var id = await Sample.Create(customer);
        Assert.Equal(id, (string?)(await stream.Next())!.Value.Data["id"]);
    }

    [Theory]
    [InlineData(8080, "/luna/ws")]
    [InlineData(8002, "/ws")]
    public async Task LunasSocket_SpeaksBothWays(int port, string path)
    {
        var token = (await Luna.Student(fixture.Client)).Token;
        using var live = await Live.Open(Gateway[port], token, path: path);
        await live.Send(new { type = "heartbeat" });
        Assert.Equal("heartbeat", (string?)(await live.Next())!["type"]);
    }

    [Fact]
    public async Task ARobotsSession_SpeaksBothWays()
    {
        var robot = await Fleet.Register(fixture.Client);
        using var link = await RobotLink.Open(Gateway[8080], robot.Token);
        Assert.Equal("orders", (string?)(await link.Next())!["type"]);
        var answer = await link.Beat(new { battery_level = 0.5 });
        Assert.Equal(robot.Id, (string?)answer["data"]!["robot"]!["id"]);
    }

    [Fact]
    public async Task TheClientsAddress_IsItsOwn_WhateverItClaims()
    {
        using var from = Deployment.From("127.0.0.9", Gateway[8080]);
        var booking = await Sample.Create(await ApiClient.Customer(from));
        var events = (await (await ApiClient.Operator(fixture.Client)).Get($"/api/v1/audit?entity=booking/{booking}")).Json!["events"]!;
        Assert.Equal("127.0.0.9", (string?)events[0]!["ip"]);
    }

    [Fact]
    public async Task Links_LeadToTheAddressThatTheClientAsked()
    {
        var customer = await ApiClient.Customer(fixture.Client);
        using var own = new HttpClient { BaseAddress = Gateway[8081] };
        foreach (var (http, path) in ((HttpClient, string)[])[(fixture.Client, "/hss/api/v1/uploads"), (own, "/api/v1/uploads")])
        {
            var link = (await new ApiClient(http, customer.Token).Post($"{path}/presign", new { file_name = "a.png", content_type = "image/png", size = 100 })).Json!;
            Assert.StartsWith(new Uri(http.BaseAddress!, path).AbsoluteUri, (string)link["upload_url"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EscapedSlashes_ArriveAsTheyWereSent()
    {
        var answer = await (await ApiClient.Operator(fixture.Client)).Post("/api/v1/admin/effects/a%2Fb/retry", new { reason = "a test" });
        Assert.Equal((HttpStatusCode.NotFound, "No such effect"), (answer.Status, (string?)answer.Json!["detail"]));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/Metrics/")]
    public async Task Metrics_AreNotForThePublic(string path)
    {
        var answer = await new ApiClient(fixture.Client).Get(path);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, (string?)answer.Json!["code"]));
    }

    [Theory]
    [InlineData(8080, "/hss/api/v1/auth/login", 2, "error/message")]
    [InlineData(8080, "/hss/api/v1/auth/login", 21, "error/message")]
    [InlineData(8000, "/api/v1/auth/login", 21, "detail")]
    [InlineData(8080, "/sams/api/v1/auth/login", 21, "detail")]
    [InlineData(5000, "/session/login", 21, "error")]
    [InlineData(8001, "/api/v1/auth/login", 21, "error/message")]
    [InlineData(8080, "/api/v1/auth/login", 21, "detail")]
    public async Task ABodyThatIsTooLarge_Is413InTheWordsOfTheSystem_WhetherTheNodeRefusesItOrTheGateway(int port, string path, int mebibytes, string words)
    {
        using var content = new ByteArrayContent(new byte[mebibytes * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Gateway[port], path)) { Content = content };
        // The refusal comes before the body, which is never read.
        request.Headers.ExpectContinue = true;
        using var answer = await fixture.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("The body is too large", At(await answer.Content.ReadAsStringAsync(), words));
    }

    [Theory]
    [InlineData(8080, "/hss/api/v1/tariff", "error/message")]
    [InlineData(8000, "/api/v1/products", "detail")]
    [InlineData(8080, "/sams/api/v1/assets", "detail")]
    [InlineData(5000, "/info/resources", "error")]
    [InlineData(8001, "/api/v1/books", "error/message")]
    [InlineData(8080, "/api/v1/users", "detail")]
    public async Task WithoutAnyNode_TheAnswerIs503InTheWordsOfTheSystem(int port, string path, string words)
    {
        using var gateway = await fixture.WithoutNodes();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(gateway[port], path));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (answer.StatusCode, answer.Headers.RetryAfter!.ToString()));
        Assert.Equal("It is not known whether this was done; repeat it with the same Idempotency-Key", At(await answer.Content.ReadAsStringAsync(), words));
    }

    [Fact]
    public async Task WhatIsNoRequest_IsAnsweredInJson()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Gateway[8080].Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("NONSENSE\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Equal("The request could not be read", At(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..], "detail"));
    }

    [Theory]
    [InlineData("/health/ready", 0)]
    [InlineData("/nowhere", 1)]
    public async Task TheImagesHealthCheck_AsksTheServer(string path, int exitCode) =>
        Assert.Equal(exitCode, (await Deployment.Run(Healthy, "127.0.0.1", $"{fixture.Server.Url.Port}", path)).ExitCode);

    [Fact]
    public async Task TheImagesHealthCheck_TriesThePort()
    {
        Assert.Equal(0, (await Deployment.Run(Healthy, "127.0.0.1", $"{fixture.Server.Url.Port}")).ExitCode);
        Assert.Equal(1, (await Deployment.Run(Healthy, fixture.Away.Split(':'))).ExitCode);
    }

    private static string? At(string body, string words) => (string?)words.Split('/').Aggregate(JsonNode.Parse(body), (node, name) => node![name]);
}
