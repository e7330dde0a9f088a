using System.Net;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Robots;

namespace Hss.Tests.Api.Documents;

/// <summary>Robots and waypoints.</summary>
internal static class LunaRobotScenarios
{
    public static Scenarios All => new()
    {
        [$"POST {Fleet.Robots}"] = async s => await (await Luna.Librarian(s.Http)).Post(Fleet.Robots, new { robot_name = $"R {Guid.NewGuid():N}" }),
        [$"POST {Fleet.Robots}/{{id}}/sign-in"] = async s =>
        {
            var robot = await Fleet.Register(s.Http);
            return await s.Nobody.Post($"{robot.Path}/sign-in", new { credential = robot.Credential });
        },
        [$"POST {Fleet.Robots}/{{id}}/heartbeat"] = async s => await (await Fleet.Register(s.Http)).Beat(s.Http, new
        {
            status = "MAINTENANCE",
            current_location = "DESK",
            battery_level = 0.5,
            position = new { x = 1, y = 2, z = 3 },
            sensor_data = new { lidar = 1 },
        }),
        [$"GET {Fleet.Robots}/{{id}}/next-task"] = async s =>
        {
            var robot = await Fleet.Register(s.Http);
            await robot.Beat(s.Http, new { status = "MAINTENANCE" });
            return await robot.Client(s.Http).Get($"{robot.Path}/next-task");
        },
        [$"POST {Fleet.Robots}/{{id}}/tasks/{{task}}/progress"] = async s =>
        {
            var (robot, task) = await Busy(s);
            return await robot.Client(s.Http).Post($"{robot.Path}/tasks/{task.Id}/progress", new { fencing_token = task.Token, state = "IN_PROGRESS", progress = 0.5, reason = "on its way" });
        },
        [$"GET {Fleet.Robots}/status"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Fleet.Robots}/status?page=1&limit=2"),
        [$"GET {Fleet.Robots}/status/{{robot}}"] = async s =>
        {
            var (robot, _) = await Busy(s);
            return await (await Luna.Librarian(s.Http)).Get($"{Fleet.Robots}/status/{robot.Id}");
        },
        [$"GET {Fleet.Robots}/tasks"] = async s =>
        {
            await Busy(s);
            return await (await Luna.Librarian(s.Http)).Get($"{Fleet.Robots}/tasks?page=1&limit=5");
        },
        // Each undoes it again: nobody else is stopped for longer than that.
        [$"POST {Fleet.Robots}/emergency-stop"] = async s =>
        {
            var librarian = await Luna.Librarian(s.Http);
            var stopped = await librarian.Post($"{Fleet.Robots}/emergency-stop", new { reason = "drill" });
            await librarian.Post($"{Fleet.Robots}/emergency-stop/reset", new { reason = "over" });
            return stopped;
        },
        [$"POST {Fleet.Robots}/emergency-stop/reset"] = async s =>
        {
            var librarian = await Luna.Librarian(s.Http);
            await librarian.Post($"{Fleet.Robots}/emergency-stop");
            return await librarian.Post($"{Fleet.Robots}/emergency-stop/reset", new { reason = "over" });
        },
        [$"POST {Fleet.Robots}/emergency-stop/{{id}}"] = async s =>
            await (await Luna.Librarian(s.Http)).Post($"{Fleet.Robots}/emergency-stop/{(await Fleet.Register(s.Http)).Id}", new { reason = "drill" }),
        [$"POST {Fleet.Robots}/emergency-stop/{{id}}/reset"] = async s =>
        {
            var (librarian, robot) = (await Luna.Librarian(s.Http), await Fleet.Register(s.Http));
            await librarian.Post($"{Fleet.Robots}/emergency-stop/{robot.Id}");
            return await librarian.Post($"{Fleet.Robots}/emergency-stop/{robot.Id}/reset", new { reason = "over" });
        },
        [$"GET {Fleet.Waypoints}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Fleet.Waypoints}?page=1&limit=3&is_active=true"),
        [$"POST {Fleet.Waypoints}"] = async s => await Waypoint(s),
        [$"GET {Fleet.Waypoints}/{{id}}"] = async s => await (await Luna.Librarian(s.Http)).Get(await PathOf(s)),
        [$"PUT {Fleet.Waypoints}/{{id}}"] = async s => await (await Luna.Librarian(s.Http)).Put(
            await PathOf(s),
            new { name = $"W {Guid.NewGuid():N}", location_code = $"{Guid.NewGuid():N}", x_coordinate = 1.5, y_coordinate = 2, z_coordinate = 0, metadata = (object?)null, is_active = false }),
        [$"DELETE {Fleet.Waypoints}/{{id}}"] = async s => await (await Luna.Librarian(s.Http)).Delete(await PathOf(s)),
    };

    private static async Task<ApiAnswer> Waypoint(Stage s) => await (await Luna.Librarian(s.Http)).Post(
        Fleet.Waypoints,
        new { name = $"W {Guid.NewGuid():N}", location_code = $"{Guid.NewGuid():N}", x_coordinate = 1.5, y_coordinate = 2, z_coordinate = 0.5, metadata = new { floor = 1 }, is_active = true });

    private static async Task<string> PathOf(Stage s) => $"{Fleet.Waypoints}/{(string)(await Waypoint(s)).Data(HttpStatusCode.Created)["id"]!}";

    // Which task a robot gets is the dispatcher's choice: the robot says what it has got.
    private static async Task<(TestRobot Robot, (string Id, long Token) Task)> Busy(Stage s)
    {
        var robot = await Fleet.Register(s.Http);
        await robot.Beat(s.Http, new { status = "IDLE", battery_level = 1, position = new { x = 1, y = 2 }, sensor_data = new { lidar = 1 } });
        await Fleet.Queued(s.Server);
        (string Id, long Token)? task = null;
        await Fleet.Until(async () =>
        {
            var got = (await robot.Client(s.Http).Get($"{robot.Path}/next-task")).Data()["task"];
            task = got is null ? null : ((string)got["task_id"]!, (long)got["fencing_token"]!);
            return task is not null;
        });
        return (robot, task!.Value);
    }
}
