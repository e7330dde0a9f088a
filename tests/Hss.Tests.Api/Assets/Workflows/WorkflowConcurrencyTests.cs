using System.Net;
using Hss.Interfaces.Assets;

namespace Hss.Tests.Api.Assets.Workflows;

public sealed class SqliteWorkflowConcurrencyTests(ApiFixture api) : WorkflowConcurrencyTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresWorkflowConcurrencyTests(PostgresApiFixture api) : WorkflowConcurrencyTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Many decisions at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public abstract class WorkflowConcurrencyTests(ApiServer server)
{
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public async Task PendingCheckoutsOfOneAsset_ApprovedAtOnce_GiveItToExactlyOne(int count)
    {
        var asset = await Loans.Asset(server);
        var employees = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Loans.Employee(server)));
        var workflows = await Task.WhenAll(employees.Select(e => Loans.Checkout(e.Client, asset)));
        var manager = await Sams.Manager(server.Client);

        var answers = await Sams.AtOnce(count, i => manager.Post($"{Loans.Api}/{workflows[i]}/approve", new { comment = $"{i}" }));

        var winner = Assert.Single(Enumerable.Range(0, count), i => answers[i].Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a =>
            Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Asset is not available (current status: assigned)"}"""), (a.Status, a.Text)));
        var held = await Loans.Look(server, asset);
        Assert.Equal((AssetStatus.Assigned, employees[winner].Id, workflows[winner]), (held.Status, held.AssignedTo, held.CheckoutWorkflow));
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(i == winner ? ["workflow.requested", "workflow.approved"] : ["workflow.requested"], await Loans.Events(server, "workflow", workflows[i]));
            Assert.Equal(i == winner ? "approved" : "pending", (string?)(await manager.Get($"{Loans.Api}/{workflows[i]}")).Json!["status"]);
        }

        Assert.Equal(["asset.created", "asset.held", "asset.assigned", "asset.released"], await Loans.Events(server, "asset", asset));
    }

    [Fact]
    public async Task ApproveAgainstCancel_HasOneWinner_AndTheOtherIsToldWhy()
    {
        var (employee, id) = await Loans.Employee(server);
        var manager = await Sams.Manager(server.Client);
        for (var i = 0; i < 10; i++)
        {
            var asset = await Loans.Asset(server);
            var workflow = await Loans.Checkout(employee, asset);

            var answers = await Sams.AtOnce(2, n => n == i % 2 ? employee.Post($"{Loans.Api}/{workflow}/cancel") : manager.Post($"{Loans.Api}/{workflow}/approve"));

            var winner = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            var status = (string)winner.Json!["status"]!;
            var loser = Assert.Single(answers, a => a.Status == HttpStatusCode.BadRequest);
            Assert.Equal($"Workflow is not pending (current status: {status})", loser.Detail());
            var held = await Loans.Look(server, asset);
            Assert.Equal(status == "approved" ? (AssetStatus.Assigned, id) : (AssetStatus.Available, null), (held.Status, held.AssignedTo));
            Assert.Equal(2, (await Loans.Events(server, "workflow", workflow)).Length);
        }
    }

    [Fact]
    public async Task OneRequest_ApprovedManyTimesAtOnce_TakesEffectOnce()
    {
        var asset = await Loans.Asset(server);
        var workflow = await Loans.Checkout(await Sams.Employee(server.Client), asset);
        var manager = await Sams.Manager(server.Client);

        var answers = await Sams.AtOnce(8, _ => manager.Post($"{Loans.Api}/{workflow}/approve"));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal("Workflow is not pending (current status: approved)", a.Detail()));
        Assert.Equal(["asset.created", "asset.held", "asset.assigned", "asset.released"], await Loans.Events(server, "asset", asset));
    }
}
