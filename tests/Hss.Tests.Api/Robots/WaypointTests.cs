using System.Net;
using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Robots;

/// <summary>The places that robots know.</summary>
public sealed class WaypointTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    private static object Body(string name, string code) =>
        new { name, location_code = code, x_coordinate = 1.5, y_coordinate = -2, z_coordinate = 0.5, metadata = new { floor = 1 } };

    [Fact]
    public async Task TwelveWaypoints_AreThereInDevelopment()
    {
        await using var server = await ApiServer.Start();
        var list = await (await Luna.Librarian(server.Client)).Get($"{Fleet.Waypoints}?limit=100");
        Assert.Equal(12, list.Data().AsArray().Count);
        Assert.Contains(list.Data().AsArray(), w => (string?)w!["name"] == "Circulation desk");
        await server.Restart();
        Assert.Equal(12, (await (await Luna.Librarian(server.Client)).Get($"{Fleet.Waypoints}?limit=100")).Data().AsArray().Count);
    }

    [Fact]
    public async Task AWaypoint_IsMadeReadChangedAndDeleted()
    {
        var (librarian, code) = (await Luna.Librarian(Http), Guid.NewGuid().ToString("N"));
        var made = (await librarian.Post(Fleet.Waypoints, Body($"Place {code}", code))).Data(HttpStatusCode.Created);
        var path = $"{Fleet.Waypoints}/{(string)made["id"]!}";
        Assert.Equal((1.5, -2.0, 0.5, 1, true), (
            (double)made["x_coordinate"]!, (double)made["y_coordinate"]!, (double)made["z_coordinate"]!, (int)made["metadata"]!["floor"]!, (bool)made["is_active"]!));
        var changed = (await librarian.Put(path, new { x_coordinate = 9, metadata = (object?)null, is_active = false })).Data();
        Assert.Equal((9.0, -2.0, false, $"Place {code}"), ((double)changed["x_coordinate"]!, (double)changed["y_coordinate"]!, (bool)changed["is_active"]!, (string?)changed["name"]));
        Assert.Null(changed["metadata"]);
        Assert.Contains((await librarian.Get($"{Fleet.Waypoints}?is_active=false&limit=100")).Data().AsArray(), w => (string?)w!["location_code"] == code);
        Assert.Equal(HttpStatusCode.OK, (await librarian.Get(path)).Status);
        (await librarian.Delete(path)).Data();
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.Delete(path)).Status);
        (await librarian.Post(Fleet.Waypoints, Body($"Place {code}", code))).Data(HttpStatusCode.Created);
    }

    [Fact]
    public async Task NameAndCode_AreUnique()
    {
        var (librarian, code) = (await Luna.Librarian(Http), Guid.NewGuid().ToString("N"));
        var first = (await librarian.Post(Fleet.Waypoints, Body($"First {code}", $"1{code}"))).Data(HttpStatusCode.Created);
        var second = (await librarian.Post(Fleet.Waypoints, Body($"Second {code}", $"2{code}"))).Data(HttpStatusCode.Created);
        var byName = await librarian.Post(Fleet.Waypoints, Body($"FIRST {code}", $"3{code}"));
        Assert.Equal((HttpStatusCode.Conflict, "WAYPOINT_NAME_TAKEN"), (byName.Status, byName.Code()));
        var byCode = await librarian.Post(Fleet.Waypoints, Body($"Third {code}", $"1{code}"));
        Assert.Equal((HttpStatusCode.Conflict, "WAYPOINT_CODE_TAKEN"), (byCode.Status, byCode.Code()));
        var path = $"{Fleet.Waypoints}/{(string)second["id"]!}";
        Assert.Equal("WAYPOINT_NAME_TAKEN", (await librarian.Put(path, new { name = (string)first["name"]! })).Code());
        Assert.Equal("WAYPOINT_CODE_TAKEN", (await librarian.Put(path, new { location_code = (string)first["location_code"]! })).Code());
        (await librarian.Put(path, new { name = $"Third {code}", location_code = $"3{code}" })).Data();
        (await librarian.Post(Fleet.Waypoints, Body($"Second {code}", $"2{code}"))).Data(HttpStatusCode.Created);
        var race = await Luna.AtOnce(8, n => librarian.Post(Fleet.Waypoints, Body($"Race {code}", $"race {n} {code}")));
        Assert.Equal(1, race.Count(a => a.Status == HttpStatusCode.Created));
    }

    [Fact]
    public async Task AWaypointInUse_IsNotDeleted_AndItsUsersAreNamed()
    {
        var (librarian, code) = (await Luna.Librarian(Http), Guid.NewGuid().ToString("N"));
        var made = (await librarian.Post(Fleet.Waypoints, Body($"Used {code}", code))).Data(HttpStatusCode.Created);
        var path = $"{Fleet.Waypoints}/{(string)made["id"]!}";
        var robot = await Fleet.Register(Http);
        await robot.Beat(Http, new { status = "MAINTENANCE", current_location = code.ToUpperInvariant() });
        var task = await Fleet.Queued(api.Server, $"used  {code}");
        var refused = await librarian.Delete(path);
        Assert.Equal((HttpStatusCode.Conflict, "WAYPOINT_IN_USE"), (refused.Status, refused.Code()));
        var users = refused.Json!["error"]!["details"]!["users"]!.AsArray().Select(u => ((string?)u!["kind"], (string?)u["id"])).ToHashSet();
        Assert.Equal([("robot", robot.Id), ("task", task)], users.Order());

        await robot.Beat(Http, new { current_location = "elsewhere" });
        Assert.Null((await Fleet.Delivery(api.Server, task).ChangeStatus(new("test", "LIBRARIAN", "test"), "CANCELLED", null)).Refusal);
        (await librarian.Delete(path)).Data();
    }
}
