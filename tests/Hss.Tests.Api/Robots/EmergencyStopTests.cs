using System.Net;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Robots.Dispatch;
using Hss.Tests.Api.Library;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>Emergency stops: latched, told to everybody, acknowledged by each; nothing is assigned while one is in force.</summary>
public sealed class EmergencyStopTests
{
    private const string StopAll = Fleet.Robots + "/emergency-stop";

    private static readonly Dictionary<string, string?> Patient = new() { ["Robots:OfflineSeconds"] = "3600", ["Robots:StopAcknowledgeMs"] = "8000" };

    [Fact]
    public async Task EmergencyStop_WithFiftyConnectedRobots_AllAreToldAndAcknowledge_AndNothingIsAssigned_AlsoAfterARestart()
    {
        const int robots = 50;
        await using var server = await ApiServer.Start(Patient);
        var fleet = await Task.WhenAll(Enumerable.Range(0, robots).Select(_ => Fleet.Register(server.Client)));
        var links = new List<RobotLink>();
        foreach (var robot in fleet)
        {
            links.Add(await RobotLink.Open(server.Url, robot.Token));
            await links[^1].Beat(new { status = "IDLE" });
        }

        var acknowledging = links.Select(Acknowledge).ToList();
        var librarian = await Luna.Librarian(server.Client);
        var answered = (await librarian.Post(StopAll, new { reason = "fire drill" })).Data()["robots"]!.AsArray();
        await Task.WhenAll(acknowledging);
        var ours = answered.Where(r => fleet.Any(f => f.Id == (string?)r!["robot_id"])).ToList();
        Assert.Equal(robots, ours.Count);
        Assert.All(ours, r => Assert.Equal((true, true, true, "ERROR"), ((bool)r!["emergency_stop"]!, (bool)r["acknowledged"]!, (bool)r["connected"]!, (string?)r["status"])));

        var task = await Fleet.Queued(server, priority: "URGENT");
        await NothingIsAssigned(server, task, fleet[0].Id);
        var late = await Fleet.Register(server.Client);
        Assert.True((bool)(await late.Beat(server.Client, new { status = "IDLE" })).Data()["emergency_stop"]!);

        links.ForEach(l => l.Dispose());
        await server.Restart();
        librarian = await Luna.Librarian(server.Client);
        using (var again = await RobotLink.Open(server.Url, fleet[1].Token))
        {
            // The stop comes before anything else.
            Assert.Equal("emergency_stop", (string?)(await again.Next())!["type"]);
            await NothingIsAssigned(server, task, fleet[1].Id);
            Assert.True((bool)(await Fleet.Status(server.Client, fleet[1].Id))["emergency_stop_acknowledged"]!);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await librarian.Post($"{StopAll}/reset", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Luna.Student(server.Client)).Post($"{StopAll}/reset", new { reason = "over" })).Status);
        var reset = (await librarian.Post($"{StopAll}/reset", new { reason = "over" })).Data()["robots"]!.AsArray();
        Assert.All(reset, r => Assert.False((bool)r!["emergency_stop"]!));
        Assert.Equal("INVALID_STATE", (await librarian.Post($"{StopAll}/reset", new { reason = "over" })).Code());
        await late.Beat(server.Client, new { status = "IDLE" });
        await Fleet.Until(async () => (await Fleet.Delivery(server, task).Get())!.Task!.Status == "ASSIGNED");
    }

    [Fact]
    public async Task AStoppedRobot_KeepsItsTask_AndGoesOnAfterTheReset()
    {
        await using var server = await ApiServer.Start(Patient);
        var robot = await Fleet.Register(server.Client);
        using var link = await RobotLink.Open(server.Url, robot.Token);
        await link.Beat(new { status = "IDLE" });
        var delivery = await Fleet.Queued(server);
        var token = (long)(await link.Task())["fencing_token"]!;
        var acknowledging = Acknowledge(link);
        var librarian = await Luna.Librarian(server.Client);
        (await librarian.Post($"{StopAll}/{robot.Id}", new { reason = "spill" })).Data();
        await acknowledging;
        var status = await Fleet.Status(server.Client, robot.Id);
        Assert.Equal(("ERROR", delivery, "spill"), ((string?)status["status"], (string?)status["current_task"]!["task_id"], (string?)status["emergency_stop_reason"]));
        Assert.Equal("ASSIGNED", (await Fleet.Delivery(server, delivery).Get())!.Task!.Status);

        // Another robot works on.
        var other = await Fleet.Register(server.Client);
        await other.Beat(server.Client, new { status = "IDLE" });
        var second = await Fleet.Queued(server);
        await Fleet.Until(server.Client, other.Id, r => (string?)r["current_task"]?["task_id"] == second);

        Assert.Equal("INVALID_STATE", (await librarian.Post($"{StopAll}/reset", new { reason = "dry" })).Code());
        (await librarian.Post($"{StopAll}/{robot.Id}/reset", new { reason = "dry" })).Data();
        var done = await link.Beat(new { status = "IDLE", task = new { task_id = delivery, fencing_token = token, state = "COMPLETED" } });
        Assert.Null(done["data"]!["task"]);
        Assert.Equal("COMPLETED", (await Fleet.Delivery(server, delivery).Get())!.Task!.Status);
    }

    [Fact]
    public async Task SilenceWinsOverTheStop_TheTaskGoesBack_AndIsGivenOutAfterTheReset()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FleetClock.Start(clock, new() { ["Robots:StopAcknowledgeMs"] = "0" });
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE" });
        var delivery = await Fleet.Queued(server);
        await Fleet.Until(server.Client, robot.Id, r => r["current_task"] is not null);
        var librarian = await Luna.Librarian(server.Client);
        var stopped = Assert.Single((await librarian.Post(StopAll)).Data()["robots"]!.AsArray(), r => (string?)r!["robot_id"] == robot.Id)!;
        Assert.False((bool)stopped["acknowledged"]!);
        await FleetClock.IsLost(clock, server, robot.Id);
        await Fleet.Until(async () => (await Fleet.Delivery(server, delivery).Get())!.Task is { Status: "QUEUED", Returned: true });
        var other = await Fleet.Register(server.Client);
        await other.Beat(server.Client, new { status = "IDLE" });
        await NothingIsAssigned(server, delivery, other.Id);
        (await librarian.Post($"{StopAll}/reset", new { reason = "over" })).Data();
        await Fleet.Until(async () => (string?)(await other.Beat(server.Client, new { })).Data()["task"]?["task_id"] == delivery);
    }

    [Fact]
    public async Task ARobotThatHasNotHeardOfTheStopOfAll_GetsNoTask()
    {
        await using var server = await ApiServer.Start(Patient);
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE" });
        var (grains, context) = (server.Services.GetRequiredService<IGrainFactory>(), CallContext.System("test"));
        // It follows no change that is older than one it knows.
        await grains.GetGrain<IRobotGrain>($"robot/{robot.Id}").Follow(context, new(Stopped: false, Change: 1000, Reason: null));
        Assert.True((await grains.GetGrain<IRobotFleetGrain>($"robot_fleet/{IRobotFleetGrain.Id}").Stop(context, "fire")).Accepted);

        await NothingIsAssigned(server, await Fleet.Queued(server), robot.Id);
        Assert.False((bool)(await Fleet.Status(server.Client, robot.Id))["emergency_stop"]!);
    }

    [Fact]
    public async Task ARobotOnHttp_HearsOfTheStopWithItsNextHeartbeat_AndAcknowledgesIt()
    {
        await using var server = await ApiServer.Start(new() { ["Robots:StopAcknowledgeMs"] = "0" });
        var robot = await Fleet.Register(server.Client);
        await robot.Beat(server.Client, new { status = "IDLE" });
        (await (await Luna.Librarian(server.Client)).Post($"{StopAll}/{Uri.EscapeDataString(robot.Name)}")).Data();
        var orders = (await robot.Client(server.Client).Get($"{robot.Path}/next-task")).Data();
        Assert.True((bool)orders["emergency_stop"]!);
        await robot.Beat(server.Client, new { emergency_stop_acknowledged = (long)orders["emergency_stop_number"]! });
        Assert.True((bool)(await Fleet.Status(server.Client, robot.Id))["emergency_stop_acknowledged"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Luna.Librarian(server.Client)).Post($"{StopAll}/nobody")).Status);
    }

    private static async Task NothingIsAssigned(ApiServer server, string task, string robot)
    {
        Assert.Equal(0, await server.Services.GetRequiredService<Dispatcher>().RunOnce(default));
        Assert.Equal(RobotCodes.Stopped, (await Fleet.Delivery(server, task).Assign(CallContext.System("test"), robot)).Refusal!.Code);
        Assert.Equal("QUEUED", (await Fleet.Delivery(server, task).Get())!.Task!.Status);
    }

    private static async Task Acknowledge(RobotLink link)
    {
        var stop = await link.Next(f => (string?)f["type"] == "emergency_stop");
        await link.Beat(new { status = "IDLE", emergency_stop_acknowledged = (long)stop["data"]!["emergency_stop_number"]! });
    }
}
