using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Robots;

/// <summary>Robots over HTTP: registration, sign-in, heartbeat, and what librarians see of them.</summary>
public sealed class RobotTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    [Fact]
    public async Task Registration_ShowsTheCredentialOnce_AndStoresOnlyADigest()
    {
        var robot = await Fleet.Register(Http);
        Assert.True(robot.Credential.Length >= 40);
        var status = await (await Luna.Librarian(Http)).Get($"{Fleet.Robots}/status/{robot.Id}");
        Assert.DoesNotContain(robot.Credential, status.Text, StringComparison.Ordinal);
        var audit = await (await ApiClient.Operator(Http)).Get($"/api/v1/audit?entity=robot/{robot.Id}");
        Assert.Equal(HttpStatusCode.OK, audit.Status);
        Assert.DoesNotContain(robot.Credential, audit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("credential_digest\":\"", audit.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CredentialDigest\":\"", audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_OfATakenName_Is409_WhateverTheCase()
    {
        var robot = await Fleet.Register(Http, $"Robot {Guid.NewGuid():N}");
        var librarian = await Luna.Librarian(Http);
        var again = await librarian.Post(Fleet.Robots, new { robot_name = robot.Name.ToUpperInvariant() });
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), (again.Status, again.Code()));
        var race = await Luna.AtOnce(8, n => librarian.Post(Fleet.Robots, new { robot_name = $"{robot.Name} race" }));
        Assert.Equal(1, race.Count(a => a.Status == HttpStatusCode.Created));
        Assert.All(race.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
    }

    [Fact]
    public async Task OnlyLibrariansAndAdmins_ControlRobots()
    {
        var student = await Luna.Student(Http);
        foreach (var path in (string[])["/status", "/status/TurtleBot-4-001", "/tasks", "/waypoints"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await student.Get(Fleet.Robots + path)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Get(Fleet.Robots + path)).Status);
        }

        foreach (var path in (string[])["", "/emergency-stop", "/emergency-stop/reset", "/waypoints"])
            Assert.Equal(HttpStatusCode.Forbidden, (await student.Post(Fleet.Robots + path, new { reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await Luna.Admin(Http)).Get($"{Fleet.Robots}/status")).Status);
    }

    [Fact]
    public async Task TheDemonstrationRobots_SignInByName_WithTheirCredentials()
    {
        for (var n = 1; n <= 3; n++)
        {
            var token = (await new ApiClient(Http).Post($"{Fleet.Robots}/TurtleBot-4-00{n}/sign-in", new { credential = $"demo-robot-00{n}" })).Data();
            Assert.Equal(900, (int)token["expires_in"]!);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post($"{Fleet.Robots}/TurtleBot-4-001/sign-in", new { credential = "demo-robot-002" })).Status);
        foreach (var unknown in (string[])["nobody", Guid.NewGuid().ToString()])
            Assert.Equal(HttpStatusCode.NotFound, (await new ApiClient(Http).Post($"{Fleet.Robots}/{unknown}/sign-in", new { credential = "demo-robot-001" })).Status);
    }

    [Fact]
    public async Task ARobotsToken_IsGoodForItsOwnRoutesOnly()
    {
        var (one, other) = (await Fleet.Register(Http), await Fleet.Register(Http));
        foreach (var path in (string[])[$"{Fleet.Robots}/status", $"{Luna.Api}/books", "/api/v1/auth/me", "/hss/api/v1/bookings", "/store/api/v1/orders"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await one.Client(Http).Get(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.Client(Http).Get($"{other.Path}/next-task")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await one.Client(Http).Post($"{other.Path}/heartbeat", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await Luna.Admin(Http)).Post($"{one.Path}/heartbeat", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post($"{one.Path}/heartbeat", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http, one.Token + "x").Get($"{one.Path}/next-task")).Status);
        Assert.Equal(HttpStatusCode.OK, (await one.Client(Http).Get($"{Fleet.Robots}/{Uri.EscapeDataString(one.Name)}/next-task")).Status);
    }

    [Fact]
    public async Task AHeartbeat_IsTakenOver_AndAnswersWhatTheRobotHasToDo()
    {
        var robot = await Fleet.Register(Http);
        Assert.Equal("OFFLINE", (string?)(await Fleet.Status(Http, robot.Id))["status"]);
        var answer = (await robot.Beat(Http, new
        {
            status = "MAINTENANCE",
            current_location = "Robot dock",
            battery_level = 0.55,
            position = new { x = 1.5, y = 2, z = 0.25 },
            sensor_data = new { lidar = new[] { 1, 2 } },
        })).Data();
        Assert.Null(answer["task"]);
        Assert.False((bool)answer["emergency_stop"]!);
        Assert.Equal(robot.Id, (string?)answer["robot"]!["id"]);

        var status = await Fleet.Status(Http, robot.Name);
        Assert.Equal(("MAINTENANCE", "Robot dock", 0.55), ((string?)status["status"], (string?)status["current_location"], (double)status["battery_level"]!));
        Assert.Equal((1.5, 2.0, 0.25), ((double)status["position"]!["x"]!, (double)status["position"]!["y"]!, (double)status["position"]!["z"]!));
        Assert.InRange((double)status["position_age_seconds"]!, 0, 60);
        Assert.Equal(2, (int)status["sensor_data"]!["lidar"]![1]!);
        Assert.NotNull(status["last_heartbeat"]);
        await robot.Beat(Http, new { battery_level = 0.5501 });
        status = await Fleet.Status(Http, robot.Id);
        Assert.Equal(("MAINTENANCE", 0.5501), ((string?)status["status"], (double)status["battery_level"]!));
    }

    [Theory]
    [InlineData("""{"status":"OFFLINE"}""", "status")]
    [InlineData("""{"battery_level":1.01}""", "battery_level")]
    [InlineData("""{"position":{"x":1}}""", "position.y")]
    [InlineData("""{"current_location":""}""", "current_location")]
    [InlineData("""{"task":{"task_id":"1","fencing_token":0,"state":"DONE"}}""", "task.task_id")]
    [InlineData("""{"sensor_data":[]}""", "sensor_data")]
    public async Task ABadHeartbeat_NamesItsFields(string body, string field)
    {
        var robot = await Fleet.Register(Http);
        var answer = await robot.Beat(Http, body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (answer.Status, answer.Code()));
        Assert.NotNull(answer.Json!["error"]!["details"]!["fields"]![field]);
    }

    [Fact]
    public async Task StatusList_IsPaged_ByName()
    {
        await Fleet.Register(Http);
        var answer = await (await Luna.Librarian(Http)).Get($"{Fleet.Robots}/status?limit=2&page=1");
        var names = answer.Data().AsArray().Select(r => (string)r!["robot_name"]!).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.True((long)answer.Json!["pagination"]!["total"]! >= 4);
    }

    [Fact]
    public async Task ATask_GoesToTheRobot_WhichCarriesItOutOverHttp()
    {
        await using var server = await ApiServer.Start();
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE", current_location = "DESK" });
        var delivery = await Fleet.Queued(server);
        JsonNode? task = null;
        await Fleet.Until(async () => (task = (await robot.Client(server.Client).Get($"{robot.Path}/next-task")).Data()["task"]) is not null);
        Assert.Equal((delivery, "TRANSFER", "Circulation desk", "Staff office", "NORMAL"), (
            (string?)task!["task_id"], (string?)task["task_type"], (string?)task["source_location"], (string?)task["destination_location"], (string?)task["priority"]));
        var token = (long)task["fencing_token"]!;
        var listed = Assert.Single((await (await Luna.Librarian(server.Client)).Get($"{Fleet.Robots}/tasks")).Data().AsArray())!;
        Assert.Equal((delivery, robot.Id, "ASSIGNED"), ((string?)listed["task_id"], (string?)listed["robot_id"], (string?)listed["status"]));

        var progress = $"{robot.Path}/tasks/{delivery}/progress";
        (await robot.Client(server.Client).Post(progress, new { fencing_token = token, state = "IN_PROGRESS", progress = 0.5 })).Data();
        Assert.Equal("BUSY", (string?)(await Fleet.Status(server.Client, robot.Id))["status"]);
        var stale = await robot.Client(server.Client).Post(progress, new { fencing_token = token + 1, state = "COMPLETED" });
        Assert.Equal((HttpStatusCode.Conflict, "STALE_FENCING_TOKEN"), (stale.Status, stale.Code()));
        var done = (await robot.Beat(server.Client, new { status = "IDLE", task = new { task_id = delivery, fencing_token = token, state = "COMPLETED" } })).Data();
        Assert.Null(done["task"]);
        Assert.Equal("IDLE", (string?)done["robot"]!["status"]);
        Assert.Equal("COMPLETED", (await Fleet.Delivery(server, delivery).Get())!.Task!.Status);
    }
}
