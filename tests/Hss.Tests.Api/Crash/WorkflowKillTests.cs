using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// The real process is killed within approvals: in turn between the hold and the approval, and between the approval and its confirmation. Afterwards asset and workflow agree, nothing stays held, and each asset has one holder.
/// </summary>
public sealed class WorkflowKillTests : IDisposable
{
    private const int Cases = 4;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-workflows-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task KillsWithinApprovals_OnSqlite_LeaveAssetsAndWorkflowsAgreed() => KillAndProve([]);

    [Fact]
    public async Task KillsWithinApprovals_OnPostgres_LeaveAssetsAndWorkflowsAgreed()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName));
    }

    // Once its asset is held and nothing decided; once it is approved, and its asset does not know.
    private static readonly string[] Worst = ["asset.held", "workflow.approved"];

    private sealed record Case(string Asset, string Workflow, string Rival);

    private async Task KillAndProve(Dictionary<string, string> settings)
    {
        var cases = new List<Case>();
        string employee, manager, operators;
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            (employee, manager, operators) = ((await Sams.Employee(http)).Token!, (await Sams.Manager(http)).Token!, (await ApiClient.Operator(http)).Token!);
            for (var i = 0; i < Cases; i++)
            {
                var made = await new ApiClient(http, manager).Post("/sams/api/v1/assets", new { name = "Laptop", category_id = await Sams.Category(http) });
                Assert.True(made.Status == HttpStatusCode.Created, made.Text);
                var asset = (string)made.Json!["id"]!;
                cases.Add(new(asset, await Loans.Checkout(new(http, employee), asset), await Loans.Checkout(new(http, manager), asset)));
            }
        }

        foreach (var (i, one) in cases.Index())
            await KilledServer.AtFirst(Worst[i % Worst.Length], _folder.FullName, settings, http => Approve(new(http, manager), one));

        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            await Prove(cases, new(http, employee), new(http, manager), new(http, operators));
        }
    }

    private static Task<ApiAnswer> Approve(ApiClient manager, Case one) => manager.Post($"{Loans.Api}/{one.Workflow}/approve", null, ("Idempotency-Key", one.Workflow));

    private static async Task Prove(List<Case> cases, ApiClient employee, ApiClient manager, ApiClient operators)
    {
        var requester = (string)(await employee.Get("/sams/api/v1/workflows/my-requests")).Json!["items"]![0]!["requester_id"]!;
        foreach (var (i, one) in cases.Index())
        {
            JsonNode[] events = [];
            using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (events.Length == 0 || Count(events, "asset.held") != Count(events, "asset.released"))
            {
                guard.Token.ThrowIfCancellationRequested();
                events = await Events(operators, $"asset/{one.Asset}");
            }

            var approved = Worst[i % Worst.Length] == "workflow.approved";
            var workflow = (await employee.Get($"{Loans.Api}/{one.Workflow}")).Json!;
            Assert.Equal(approved ? "approved" : "pending", (string?)workflow["status"]);
            Assert.Equal(approved ? 1 : 0, Count(events, "asset.assigned"));
            Assert.Equal(approved ? 0 : 1, Count(await Events(operators, $"workflow/{one.Workflow}"), "workflow.approval_given_up"));
            Assert.All(events.Where(e => (string?)e["type"] == "asset.assigned"), e => Assert.Equal("settle", (string?)e["request_id"]));
            // The journal may have it a moment before its grain has heard so.
            await Loans.Until(
                async () => (await employee.Get($"{Loans.Api}/{one.Workflow}")).Json!["asset"]! is var asset
                    && ((string?)asset["status"], (string?)asset["assigned_to"]) == (approved ? ("assigned", requester) : ("available", null)),
                $"{one.Asset} as its workflow says");
        }

        // The approval again, with its key: it is approved now, or was.
        foreach (var one in cases)
        {
            var again = await Approve(manager, one);
            Assert.Equal((HttpStatusCode.OK, "approved", "assigned", requester), (
                again.Status, (string?)again.Json!["status"], (string?)again.Json["asset"]!["status"], (string?)again.Json["asset"]!["assigned_to"]));
            var rival = await manager.Post($"{Loans.Api}/{one.Rival}/approve");
            Assert.Equal((HttpStatusCode.BadRequest, "Asset is not available (current status: assigned)"), (rival.Status, rival.Detail()));
            Assert.Equal(1, Count(await Events(operators, $"asset/{one.Asset}"), "asset.assigned"));
            Assert.Equal(1, Count(await Events(operators, $"workflow/{one.Workflow}"), "workflow.approved"));
        }

        await WholeJournal.IsClean(operators);
    }

    private static async Task<JsonNode[]> Events(ApiClient operators, string entity)
    {
        var answer = await operators.Get($"/api/v1/audit?entity={Uri.EscapeDataString(entity)}&limit=500");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json!["events"]!.AsArray().Select(e => e!)];
    }

    private static int Count(JsonNode[] events, string type) => events.Count(e => (string?)e["type"] == type);

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
