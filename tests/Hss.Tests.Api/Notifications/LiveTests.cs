using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Hss.Interfaces.Robots;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Library.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Notifications;

/// <summary>LUNA's live connection over real WebSockets.</summary>
public sealed class LiveTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    [Fact]
    public async Task ANotification_ReachesItsReaderAsItIsListed_AndThatItWasReadAndDeleted()
    {
        var ((reader, id), (other, otherId)) = (await Notices.Reader(Server), await Notices.Reader(Server));
        using var live = await Live.Open(Server.Url, reader.Token);
        using var ofOther = await Live.Open(Server.Url, other.Token, path: "/luna/api/v1/notifications/ws");
        var row = Assert.Single(await Server.Receive(reader, Notices.To(id, "Arrived")));
        var frame = (await live.Next())!;
        Assert.Equal("notification", (string?)frame["type"]);
        Assert.True(JsonNode.DeepEquals(row, frame["payload"]));
        Assert.Equal((string?)row["created_at"], (string?)frame["timestamp"]);

        var read = (await reader.Put($"{Notices.Url}/{row["id"]}/read")).Data();
        frame = (await live.Next())!;
        Assert.Equal(
            ("status", "notification.read", (string?)row["id"], true, (string?)read["read_at"]),
            ((string?)frame["type"], (string?)frame["payload"]!["event"], (string?)frame["payload"]!["id"], (bool)frame["payload"]!["is_read"]!, (string?)frame["payload"]!["read_at"]));
        await reader.Delete($"{Notices.Url}/{row["id"]}");
        frame = (await live.Next())!;
        Assert.Equal(("status", "notification.deleted"), ((string?)frame["type"], (string?)frame["payload"]!["event"]));

        // Nobody else heard any of it.
        await Server.Raise(Notices.To(otherId, "Other"));
        Assert.Equal("Other", (string?)(await ofOther.Next())!["payload"]!["title"]);
    }

    [Fact]
    public async Task TheFirstFrame_MaySignIn_AndSayWhereToGoOn()
    {
        var (reader, id) = await Notices.Reader(Server);
        using var first = await Live.Open(Server.Url, reader.Token);
        await Server.Raise(Notices.To(id, "One"));
        Assert.Equal("One", await first.Hears());
        await first.Close();
        await Server.Receive(reader, Notices.To(id, "Two"));

        var (second, _) = await Live.Try(Server.Url, token: null);
        using (second)
        {
            await second!.Send("no JSON");
            Assert.Equal("MALFORMED_FRAME", await second.Error());
            await second.Send(new { type = "heartbeat" });
            Assert.Equal("UNAUTHORIZED", await second.Error());
            await second.Send(new { type = "auth", token = reader.Token, resume_from = first.LastId });
            await second.Begins("ready");
            Assert.Equal("Two", await second.Hears());
        }
    }

    [Fact]
    public async Task AFirstFrame_WithoutARight_IsRefusedInAFrame_AndTheConnectionEnds()
    {
        var (outsider, id) = await Notices.Reader(Server);
        await Notices.Give(Server, id, null);
        foreach (var (token, code) in ((string?, string)[])[("x.y.z", "UNAUTHORIZED"), (outsider.Token, "FORBIDDEN")])
        {
            var (live, _) = await Live.Try(Server.Url, token: null);
            using (live)
            {
                await live!.Send(new { type = "auth", token });
                Assert.Equal(code, await live.Error());
                Assert.Null(await live.Next());
                Assert.Equal(WebSocketCloseStatus.PolicyViolation, live.CloseStatus);
            }
        }
    }

    [Fact]
    public async Task AHandshake_WithoutARight_IsRefusedByHttp()
    {
        var (reader, id) = await Notices.Reader(Server);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Live.Try(Server.Url, "x.y.z")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Live.Try(Server.Url, null, headers: [("Cookie", $"access_token={reader.Token}"), ("Origin", "https://evil.example")])).Status);
        using (var own = (await Live.Try(Server.Url, null, headers: [("Cookie", $"access_token={reader.Token}"), ("Origin", Server.Url.GetLeftPart(UriPartial.Authority))])).Live)
            await own!.Begins("ready");
        await Notices.Give(Server, id, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await Live.Try(Server.Url, reader.Token)).Status);
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await reader.Get(Live.Path)).Status);
    }

    [Fact]
    public async Task WrongFrames_GetAnErrorFrame_AndTheConnectionStays()
    {
        var (reader, id) = await Notices.Reader(Server);
        using var live = await Live.Open(Server.Url, reader.Token);
        foreach (var (frame, code) in ((object, string)[])[
            ("", "MALFORMED_FRAME"), ("{", "MALFORMED_FRAME"), ("[]", "MALFORMED_FRAME"), ("{\"type\":1,\"type\":2}", "MALFORMED_FRAME"), ("{}", "UNKNOWN_TYPE"),
            (new { type = "dance" }, "UNKNOWN_TYPE"), (new { type = "auth", token = reader.Token }, "ALREADY_SIGNED_IN"), (new string(' ', 70_000), "MALFORMED_FRAME"),
        ])
        {
            await live.Send(frame);
            Assert.Equal(code, await live.Error());
        }

        await live.SendBytes([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Equal("MALFORMED_FRAME", await live.Error());
        await live.Send(new { type = "heartbeat" });
        Assert.Equal("heartbeat", (string?)(await live.Next())!["type"]);
        await Server.Raise(Notices.To(id, "Still here"));
        Assert.Equal("Still here", await live.Hears());
    }

    [Fact]
    public async Task SignOut_EndsTheConnection_AndALostRoleToo()
    {
        var ((reader, _), (other, id)) = (await Notices.Reader(Server), await Notices.Reader(Server));
        using var live = await Live.Open(Server.Url, reader.Token);
        using var ofOther = await Live.Open(Server.Url, other.Token);
        Assert.Equal(HttpStatusCode.NoContent, (await reader.Post("/api/v1/auth/logout")).Status);
        Assert.Null(await live.Next());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, live.CloseStatus);
        await Notices.Give(Server, id, null);
        Assert.Null(await ofOther.Next());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, ofOther.CloseStatus);
    }

    [Fact]
    public async Task AnAccount_HasSoManyConnections_AndOneMoreIsRefusedEitherWay()
    {
        var (reader, _) = await Notices.Reader(Server);
        var open = new List<Live>();
        for (var i = 0; i < 10; i++)
            open.Add(await Live.Open(Server.Url, reader.Token));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Live.Try(Server.Url, reader.Token)).Status);
        var (late, _) = await Live.Try(Server.Url, token: null);
        using (late)
        {
            await late!.Send(new { type = "auth", token = reader.Token });
            Assert.Equal("TOO_MANY_REQUESTS", await late.Error());
            Assert.Null(await late.Next());
        }

        foreach (var live in open)
            live.Dispose();
    }

    [Fact]
    public async Task AnUnknownPlace_GetsReset_AndHearsWhatComes()
    {
        var (reader, id) = await Notices.Reader(Server);
        foreach (var from in (string[])["none", "0000-5", "x-9999999"])
        {
            using var live = await Live.Open(Server.Url, reader.Token, from, first: "reset");
            await Server.Raise(Notices.To(id, from));
            Assert.Equal(from, await live.Hears());
        }
    }

    [Fact]
    public async Task WhereRobotsAre_IsForWhoKeepsTheLibrary_WithTheRoleOfTheMoment()
    {
        var ((librarian, _), (student, id)) = (await Notices.Reader(Server, "LIBRARIAN"), await Notices.Reader(Server));
        using var ofStaff = await Live.Open(Server.Url, librarian.Token);
        using var ofStudent = await Live.Open(Server.Url, student.Token);
        await Drive("r1", 1);
        var frame = await Position(ofStaff);
        Assert.Equal(
            ("status", null, "r1", 1.0),
            ((string?)frame["type"], (string?)frame["id"], (string?)frame["payload"]!["robot_id"], (double)frame["payload"]!["position"]!["x"]!));

        // A student hears none of it, until the student is made a librarian.
        await Server.Raise(Notices.To(id, "Own"));
        Assert.Equal("Own", (string?)(await ofStudent.Next())!["payload"]!["title"]);
        await Notices.Give(Server, id, "LIBRARIAN");
        await Server.Raise(Notices.To(id, "Promoted"));
        Assert.Equal("Promoted", await ofStudent.Hears());
        await Drive("r1", 2);
        Assert.Equal(2.0, (double)(await Position(ofStudent))["payload"]!["position"]!["x"]!);
    }

    [Fact]
    public async Task ADelivery_IsHeardByItsReaderAndByWhoKeepsTheLibrary_AndByNobodyElse()
    {
        var (reader, other) = (await Lending.Reader(api.Client), await Lending.Reader(api.Client));
        using var ofReader = await Live.Open(Server.Url, reader.Token);
        using var ofOther = await Live.Open(Server.Url, other.Token);
        using var ofStaff = await Live.Open(Server.Url, (await Luna.Librarian(api.Client)).Token);
        var request = await reader.Request(await Lending.Book(api.Client));
        foreach (var live in (Live[])[ofReader, ofStaff])
        {
            var frame = await Status(live, f => (string?)f["payload"]!["topic"] == $"luna.deliveries.{request}");
            Assert.Equal((request, 1L), ((string?)frame["payload"]!["id"], (long)frame["payload"]!["version"]!));
            Assert.NotNull(frame["id"]);
        }

        Assert.Equal("Request received", await ofReader.Hears());
        var own = await other.Request(await Lending.Book(api.Client));
        Assert.Equal($"luna.deliveries.{own}", (string?)(await ofOther.Next())!["payload"]!["topic"]);
    }

    // Who keeps the library hears of all robots and books besides.
    private static async Task<JsonNode> Status(Live live, Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            if (await live.Next("status") is var frame && wanted(frame))
                return frame;
        }
    }

    private static Task<JsonNode> Position(Live live) => Status(live, f => (string?)f["payload"]!["event"] == "robot.telemetry");

    private Task Drive(string robot, double x) => Server.Services.GetRequiredService<IClusterClient>().GetStreamProvider("live")
        .GetStream<RobotTelemetry>(StreamId.Create("robots", "telemetry"))
        .OnNextAsync(new(robot, "TurtleBot-4-001", RobotStatus.Navigating, new(x, 0, 0), 0.8, DateTimeOffset.UtcNow));
}
