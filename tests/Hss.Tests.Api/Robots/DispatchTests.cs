using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Robots.Dispatch;
using Hss.Tests.Api.Library;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>Who gets which task, and what becomes of it when a robot is lost.</summary>
public sealed class DispatchTests
{
    private static readonly Dictionary<string, string?> Patient = new() { ["Robots:OfflineSeconds"] = "3600" };

    [Fact]
    public async Task KillARobotMidTask_ExactlyOneDelivery()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FleetClock.Start(clock);
        var (first, second) = (await Fleet.Register(server.Client), await Fleet.Register(server.Client));
        using var killed = await RobotLink.Open(server.Url, first.Token);
        await killed.Beat(new { status = "IDLE" });
        var delivery = await Fleet.Queued(server);
        var old = await killed.Task();
        var report = Report(old, "IN_PROGRESS");
        Assert.Equal("orders", (string?)(await killed.Beat(new { status = "NAVIGATING", task = report }))["type"]);
        killed.Lose();

        // The second one is there all the time; the task is its own as soon as the first is lost.
        JsonNode? task = null;
        await Fleet.Until(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return (task = (await second.Beat(server.Client, new { status = "IDLE" })).Data()["task"]) is not null;
        });
        Assert.Equal(delivery, (string?)task!["task_id"]);
        Assert.True((long)task["fencing_token"]! > (long)old["fencing_token"]!);
        Assert.Equal("OFFLINE", (string?)(await Fleet.Status(server.Client, first.Id))["status"]);

        // The first comes back and thinks that it has the task still.
        using var back = await RobotLink.Open(server.Url, first.Token);
        var stale = await back.Beat(new { status = "BUSY", task = Report(old, "COMPLETED") });
        Assert.Equal("STALE_FENCING_TOKEN", (string?)stale["error"]!["code"]);
        Assert.Equal(HttpStatusCode.Conflict, (await first.Client(server.Client).Post($"{first.Path}/tasks/{delivery}/progress", Report(old, "COMPLETED"))).Status);
        Assert.Null((await back.Beat(new { status = "IDLE" }))["data"]!["task"]);

        (await second.Beat(server.Client, new { task = Report(task, "ARRIVED") })).Data();
        (await second.Beat(server.Client, new { task = Report(task, "COMPLETED") })).Data();
        (await second.Beat(server.Client, new { task = Report(task, "COMPLETED") })).Data();
        var events = await Events(server, delivery);
        Assert.Equal(1, events.Count(e => e == "delivery.task_completed"));
        Assert.Equal(2, events.Count(e => e == "delivery.assigned"));
        Assert.Equal(1, events.Count(e => e == "delivery.task_returned"));
        Assert.Equal(1, events.Count(e => e == "delivery.arrived"));
    }

    [Fact]
    public async Task ARobot_IsOffline_AfterFifteenSecondsOfSilence()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FleetClock.Start(clock);
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE" });
        for (var beats = 0; beats < 4; beats++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal("IDLE", (string?)(await robot.Beat(server.Client, new { })).Data()["robot"]!["status"]);
        }

        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal("IDLE", (string?)(await Fleet.Status(server.Client, robot.Id))["status"]);
        await Fleet.Until(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return (string?)(await Fleet.Status(server.Client, robot.Id))["status"] == "OFFLINE";
        });
        Assert.Equal("IDLE", (string?)(await robot.Beat(server.Client, new { })).Data()["robot"]!["status"]);
    }

    [Fact]
    public async Task Tasks_GoByPriority_AndALostOneGoesFirstAmongItsOwn()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FleetClock.Start(clock);
        List<string> expected = [];
        foreach (var priority in (string[])["NORMAL", "LOW", "NORMAL", "URGENT", "HIGH"])
            expected.Add(await Fleet.Queued(server, priority: priority));
        expected = [expected[3], expected[4], expected[0], expected[2], expected[1]];

        // Three take a task each; the one with the third, the first of NORMAL, is lost.
        var lost = await Fleet.Register(server.Client);
        var robot = await Fleet.Register(server.Client);
        var order = new List<string> { await Carry(server, robot), await Carry(server, robot) };
        await lost.Beat(server.Client, new { status = "IDLE" });
        await Fleet.Until(server.Client, lost.Id, r => (string?)r["current_task"]?["task_id"] == expected[2]);
        await FleetClock.IsLost(clock, server, lost.Id);
        // The task comes back by a commit of its own; before that the next one is the first.
        await Fleet.Until(async () => (await Fleet.Delivery(server, expected[2]).Get())!.Task!.Returned);
        while (order.Count < expected.Count)
            order.Add(await Carry(server, robot));
        Assert.Equal(expected, order);
    }

    [Fact]
    public async Task ARobotUnderTwentyPercent_GetsNoNewTask()
    {
        await using var server = await ApiServer.Start(Patient);
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE", battery_level = 0.19 });
        var delivery = await Fleet.Queued(server);
        Assert.Equal(0, await server.Services.GetRequiredService<Dispatcher>().RunOnce(default));
        Assert.Equal(RobotCodes.LowBattery, (await Fleet.Delivery(server, delivery).Assign(CallContext.System("test"), robot.Id)).Refusal!.Code);
        await robot.Beat(server.Client, new { battery_level = 0.2 });
        await Fleet.Until(server.Client, robot.Id, r => (string?)r["current_task"]?["task_id"] == delivery);
    }

    [Fact]
    public async Task TheNearestIdleRobot_GetsTheTask()
    {
        await using var server = await ApiServer.Start(Patient);
        var (far, near, unknown) = (await Fleet.Register(server.Client), await Fleet.Register(server.Client), await Fleet.Register(server.Client));
        await far.Beat(server.Client, new { status = "IDLE", current_location = "OFFICE" });
        await unknown.Beat(server.Client, new { status = "IDLE", current_location = "cellar" });
        await near.Beat(server.Client, new { status = "IDLE", current_location = "stacks b", battery_level = 0.3 });
        var delivery = await Fleet.Queued(server, "Circulation desk");
        await Fleet.Until(server.Client, near.Id, r => (string?)r["current_task"]?["task_id"] == delivery);
    }

    [Fact]
    public async Task TwoDispatchers_AssignEachTaskOnce_AndEachRobotOneTask()
    {
        await using var server = await ApiServer.Start(Patient);
        const int robots = 8;
        var fleet = new List<TestRobot>();
        for (var i = 0; i < robots; i++)
            fleet.Add(await Fleet.Register(server.Client));
        var tasks = new List<string>();
        for (var i = 0; i < robots + 4; i++)
            tasks.Add(await Fleet.Queued(server));

        // Beside the server's own: all see the robots come at once.
        var another = ActivatorUtilities.CreateInstance<Dispatcher>(server.Services);
        await Task.WhenAll(fleet.Select(r => r.Beat(server.Client, new { status = "IDLE" }))
            .Concat<Task>(Enumerable.Range(0, 20).Select(_ => Task.Run(() => another.RunOnce(default)))));
        await Fleet.Until(async () => (await Task.WhenAll(fleet.Select(r => Fleet.Status(server.Client, r.Id)))).All(r => r["current_task"] is not null));
        var held = (await Task.WhenAll(fleet.Select(r => Fleet.Status(server.Client, r.Id)))).Select(r => (string)r["current_task"]!["task_id"]!).ToList();
        Assert.Equal(robots, held.Distinct().Count());
        foreach (var task in tasks)
            Assert.Equal(held.Contains(task) ? 1 : 0, (await Events(server, task)).Count(e => e == "delivery.assigned"));
    }

    private static object Report(JsonNode task, string state) => new { task_id = (string)task["task_id"]!, fencing_token = (long)task["fencing_token"]!, state };

    // Takes the next task and carries it out.
    private static async Task<string> Carry(ApiServer server, TestRobot robot)
    {
        JsonNode? task = null;
        await Fleet.Until(async () => (task = (await robot.Beat(server.Client, new { status = "IDLE" })).Data()["task"]) is not null);
        // Until it is lost or has another task, this one must not look for the next.
        (await robot.Beat(server.Client, new { status = "MAINTENANCE", task = Report(task!, "COMPLETED") })).Data();
        return (string)task!["task_id"]!;
    }

    private static async Task<List<string>> Events(ApiServer server, string delivery)
    {
        var answer = await (await ApiClient.Operator(server.Client)).Get($"/api/v1/audit?entity={DeliveryKind.Instance.Name}/{delivery}&limit=500");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json!["events"]!.AsArray().Select(e => (string)e!["type"]!)];
    }
}
