using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Library.Deliveries;
using Hss.Tests.Api.Robots;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// Kill the server mid-task: the same tasks in the same order, the robot resumes. Each task is assigned once and completed once, whatever was under way
/// when the process died.
/// </summary>
public sealed class RobotKillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-robots-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task KillTheServerMidTask_TheSameTasksInTheSameOrder_TheRobotResumes_OnSqlite() => KillAndProve([]);

    [Fact]
    public async Task KillTheServerMidTask_TheSameTasksInTheSameOrder_TheRobotResumes_OnPostgres()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName));
    }

    private async Task KillAndProve(Dictionary<string, string> settings)
    {
        // A slow start of the server must not look like a silent robot.
        settings["Robots__OfflineSeconds"] = "300";
        JsonNode task;
        List<string> queue;
        TestRobot robot;
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            var librarian = await Luna.Librarian(http);
            foreach (var priority in (string[])["LOW", "NORMAL", "URGENT", "NORMAL", "HIGH"])
            {
                var made = await librarian.Post($"{Lending.Deliveries}/transfer", new { source_location = "DESK", destination_location = "OFFICE", priority });
                (await librarian.Put($"{Lending.Deliveries}/{(string)made.Data(HttpStatusCode.Created)["id"]!}/book-placed")).Data();
            }

            robot = await Fleet.Register(http);
            using var link = await RobotLink.Open(server.Url, robot.Token);
            await link.Beat(new { status = "IDLE" });
            task = await link.Task();
            await link.Beat(new { status = "NAVIGATING", task = Report(task, "IN_PROGRESS", 0.3) });
            queue = await Queue(http);
            Assert.Equal(4, queue.Count);
            server.Kill();
        }

        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            Assert.Equal(queue, await Queue(http));
            using var link = await RobotLink.Open(server.Url, robot.Token);
            var resumed = await link.Task();
            Assert.Equal(task.ToJsonString(), resumed.ToJsonString());
            var carried = new List<string>();
            while (carried.Count < queue.Count)
            {
                await link.Beat(new { status = "IDLE", task = Report(resumed, "COMPLETED", 1) });
                var last = (string)resumed["task_id"]!;
                resumed = await Next(link, last);
                carried.Add((string)resumed["task_id"]!);
            }

            await link.Beat(new { status = "IDLE", task = Report(resumed, "COMPLETED", 1) });
            Assert.Equal(queue, carried);
            var operators = await ApiClient.Operator(http);
            foreach (var id in queue.Append((string)task["task_id"]!))
            {
                var events = (await operators.Get($"/api/v1/audit?entity=delivery/{id}&limit=500")).Json!["events"]!.AsArray().Select(e => (string)e!["type"]!).ToList();
                Assert.Equal(1, events.Count(e => e == "delivery.assigned"));
                Assert.Equal(1, events.Count(e => e == "delivery.started"));
                Assert.Equal(1, events.Count(e => e == "delivery.task_completed"));
            }

            await WholeJournal.IsClean(operators);
        }
    }

    private static async Task<JsonNode> Next(RobotLink link, string last)
    {
        while (true)
        {
            var task = await link.Task();
            if ((string?)task["task_id"] != last)
                return task;
        }
    }

    private static object Report(JsonNode task, string state, double progress) =>
        new { task_id = (string)task["task_id"]!, fencing_token = (long)task["fencing_token"]!, state, progress };

    private static async Task<List<string>> Queue(HttpClient http) =>
        [.. (await (await Luna.Librarian(http)).Get($"{Lending.Deliveries}?status=QUEUED&sort=priority&order=asc")).Data().AsArray().Select(d => (string)d!["id"]!)];

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
