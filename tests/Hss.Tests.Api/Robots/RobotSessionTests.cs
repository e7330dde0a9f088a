using System.Net;
using System.Net.WebSockets;
using Hss.Tests.Api.Library;
using Hss.Tests.Shared;

namespace Hss.Tests.Api.Robots;

/// <summary>Robots over their WebSocket; every frame both ways is held to the published JSON schemas.</summary>
public sealed class RobotSessionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    private Uri Url => api.Server.Url;

    [Fact]
    public void EveryFrame_HasASchema() =>
        Assert.Equal(["emergency_stop", "error", "heartbeat", "orders", "sign_in"], RobotFrameSchemas.Types.Order(StringComparer.Ordinal));

    [Fact]
    public async Task ASession_BeginsWithOrders_AndAnswersHeartbeats()
    {
        var robot = await Fleet.Register(Http);
        using var link = await RobotLink.Open(Url, robot.Token);
        Assert.Equal("orders", (string?)(await link.Next())!["type"]);
        var answer = await link.Beat(new { status = "MAINTENANCE", battery_level = 0.5, position = new { x = 1, y = 2 }, sensor_data = new { a = 1 } });
        Assert.Equal("MAINTENANCE", (string?)answer["data"]!["robot"]!["status"]);
        var status = await Fleet.Status(Http, robot.Id);
        Assert.True((bool)status["connected"]!);
        Assert.Equal(("MAINTENANCE", 0.5), ((string?)status["status"], (double)status["battery_level"]!));
        link.Lose();
        await Fleet.Until(Http, robot.Id, s => !(bool)s["connected"]!);
    }

    [Fact]
    public async Task TheFirstFrame_MaySignTheRobotIn()
    {
        var robot = await Fleet.Register(Http);
        foreach (var data in (object[])[new { access_token = robot.Token }, new { robot = robot.Name, credential = robot.Credential }])
        {
            var (link, _) = await RobotLink.Try(Url, null);
            using (link)
            {
                await link!.Send(new { type = "sign_in", data });
                Assert.Equal(robot.Id, (string?)(await link.Next())!["data"]!["robot"]!["id"]);
            }
        }
    }

    [Theory]
    [InlineData("""{"type":"sign_in","data":{"access_token":"x"}}""")]
    [InlineData("""{"type":"sign_in","data":{"robot":"TurtleBot-4-001","credential":"demo-robot-002"}}""")]
    [InlineData("""{"type":"sign_in","data":{}}""")]
    [InlineData("""{"type":"heartbeat","data":{}}""")]
    [InlineData("nonsense")]
    public async Task ABadSignIn_ClosesTheConnection(string frame)
    {
        var (link, _) = await RobotLink.Try(Url, null);
        using (link)
        {
            await link!.SendText(frame);
            while (await link.Next() is { } answer)
                Assert.Equal("error", (string?)answer["type"]);
            Assert.Equal(WebSocketCloseStatus.PolicyViolation, link.CloseStatus);
        }
    }

    [Fact]
    public async Task AHandshake_WithATokenThatIsNoRobots_Is401()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await RobotLink.Try(Url, (await Luna.Admin(Http)).Token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RobotLink.Try(Url, "x.y.z")).Status);
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await new ApiClient(Http).Get(RobotLink.Path)).Status);
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("[1]", null)]
    [InlineData("{}", "type")]
    [InlineData("""{"type":"dance","data":{}}""", "type")]
    [InlineData("""{"type":"heartbeat"}""", "data")]
    [InlineData("""{"type":"heartbeat","data":{"battery_level":"full"}}""", "battery_level")]
    [InlineData("""{"type":"heartbeat","data":{"task":{"task_id":"d","state":"DONE"}}}""", "task.fencing_token")]
    public async Task AMalformedFrame_IsAnsweredByAnError_AndTheConnectionStays(string frame, string? field)
    {
        var robot = await Fleet.Register(Http);
        using var link = await RobotLink.Open(Url, robot.Token);
        await link.SendText(frame);
        var error = await link.Next(f => (string?)f["type"] == "error");
        Assert.Equal("VALIDATION_ERROR", (string?)error["error"]!["code"]);
        if (field is not null)
            Assert.NotNull(error["error"]!["details"]!["fields"]![field]);
        Assert.Equal("orders", (string?)(await link.Beat(new { battery_level = 0.9 }))["type"]);
    }

    [Fact]
    public async Task ANewerConnection_TakesThePlaceOfTheOlder()
    {
        var robot = await Fleet.Register(Http);
        using var older = await RobotLink.Open(Url, robot.Token);
        await older.Next();
        using var newer = await RobotLink.Open(Url, robot.Token);
        await newer.Next();
        while (await older.Next() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, older.CloseStatus);
        Assert.Equal("orders", (string?)(await newer.Beat(new { }))["type"]);
        Assert.True((bool)(await Fleet.Status(Http, robot.Id))["connected"]!);
    }

    [Fact]
    public async Task AStop_IsPushed_AndItsAcknowledgementSeen()
    {
        // On this clock the answer has all the time that the acknowledgement takes.
        await using var server = await FleetClock.Start(new FakeTimeProvider());
        var (http, robot) = (server.Client, await Fleet.Register(server.Client));
        using var link = await RobotLink.Open(server.Url, robot.Token);
        await link.Beat(new { status = "IDLE" });
        var stopping = (await Luna.Librarian(http)).Post($"{Fleet.Robots}/emergency-stop/{robot.Id}", new { reason = "smoke" });
        var stop = await link.Next(f => (string?)f["type"] == "emergency_stop");
        Assert.Equal((1, "smoke"), ((int)stop["data"]!["emergency_stop_number"]!, (string?)stop["data"]!["reason"]));
        var orders = await link.Beat(new { emergency_stop_acknowledged = 1 });
        Assert.True((bool)orders["data"]!["emergency_stop"]!);
        var answered = Assert.Single((await stopping).Data()["robots"]!.AsArray())!;
        Assert.Equal((robot.Id, true, true, "ERROR"), ((string?)answered["robot_id"], (bool)answered["acknowledged"]!, (bool)answered["connected"]!, (string?)answered["status"]));
        Assert.True((bool)(await Fleet.Status(http, robot.Id))["emergency_stop_acknowledged"]!);

        (await (await Luna.Librarian(http)).Post($"{Fleet.Robots}/emergency-stop/{robot.Id}/reset", new { reason = "aired" })).Data();
        Assert.False((bool)(await link.Next(f => !(bool)(f["data"]?["emergency_stop"] ?? true)))["data"]!["emergency_stop"]!);
    }
}
