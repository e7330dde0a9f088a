using System.Net;
using System.Text.Json;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>Deciding: verbs and bodies, who may, and that each decision is the last word.</summary>
public sealed class WorkflowDecisionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    [Theory]
    [InlineData("PATCH", """{"comment":"Fine"}""", "Fine")]
    [InlineData("POST", """{"comment":"Fine"}""", "Fine")]
    [InlineData("PATCH", """{"reason":"Fine"}""", "Fine")]
    [InlineData("POST", """{"reason":"Fine"}""", "Fine")]
    [InlineData("PATCH", "{}", null)]
    [InlineData("POST", "{}", null)]
    [InlineData("POST", null, null)]
    public async Task Approve_TakesBothVerbs_AndBothBodies(string verb, string? body, string? notes)
    {
        var id = await Loans.Checkout(await Sams.Employee(Server.Client), await Loans.Asset(Server));

        var approved = await (await Sams.Manager(Server.Client)).Send(new(verb), $"{Loans.Api}/{id}/approve", body);

        Assert.Equal((HttpStatusCode.OK, notes), (approved.Status, (string?)approved.Json!["completion_notes"]));
    }

    [Theory]
    [InlineData("PATCH", "\"Not now\"", "Not now")]
    [InlineData("POST", "\"Not now\"", "Not now")]
    [InlineData("PATCH", """{"reason":"Not now"}""", "Not now")]
    [InlineData("POST", """{"reason":"Not now"}""", "Not now")]
    [InlineData("PATCH", """{"comment":"Not now"}""", "Not now")]
    [InlineData("POST", "{}", null)]
    [InlineData("POST", null, null)]
    public async Task Reject_TakesBothVerbs_AndAllBodies_AndLeavesTheAsset(string verb, string? body, string? reason)
    {
        var asset = await Loans.Asset(Server);
        var id = await Loans.Checkout(await Sams.Employee(Server.Client), asset);

        var rejected = await (await Sams.Admin(Server.Client)).Send(new(verb), $"{Loans.Api}/{id}/reject", body);

        Assert.Equal((HttpStatusCode.OK, "rejected", reason), (rejected.Status, (string?)rejected.Json!["status"], (string?)rejected.Json["reject_reason"]));
        Assert.NotNull(rejected.Json["rejected_at"]);
        Assert.NotNull(rejected.Json["approver_id"]);
        Assert.Equal(["asset.created"], await Loans.Events(Server, "asset", asset));
    }

    [Theory]
    [InlineData("PATCH", "approve", null)]
    [InlineData("PATCH", "approve", "\"text\"")]
    [InlineData("POST", "approve", """{"comment":7}""")]
    [InlineData("POST", "approve", "500+")]
    [InlineData("PATCH", "reject", null)]
    [InlineData("PATCH", "reject", "7")]
    [InlineData("POST", "reject", "1000+")]
    [InlineData("PATCH", "reject", "1000+text")]
    public async Task ABadBody_IsRefused_AndDecidesNothing(string verb, string what, string? body)
    {
        var id = await Loans.Checkout(await Sams.Employee(Server.Client), await Loans.Asset(Server));
        body = body switch
        {
            "500+" => JsonSerializer.Serialize(new { comment = new string('c', 501) }),
            "1000+" => JsonSerializer.Serialize(new { reason = new string('c', 1001) }),
            "1000+text" => JsonSerializer.Serialize(new string('c', 1001)),
            _ => body,
        };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Sams.Manager(Server.Client)).Send(new(verb), $"{Loans.Api}/{id}/{what}", body)).Status);
        Assert.Equal(["workflow.requested"], await Loans.Events(Server, "workflow", id));
    }

    [Fact]
    public async Task LongTexts_UpToTheirBounds_AreKept()
    {
        var (employee, manager) = (await Sams.Employee(Server.Client), await Sams.Manager(Server.Client));
        var (first, second) = (await Loans.Checkout(employee, await Loans.Asset(Server)), await Loans.Checkout(employee, await Loans.Asset(Server)));
        var (comment, reason) = (new string('승', 500), new string('반', 1000));

        Assert.Equal(comment, (string?)(await manager.Post($"{Loans.Api}/{first}/approve", new { comment })).Json!["completion_notes"]);
        Assert.Equal(reason, (string?)(await manager.Patch($"{Loans.Api}/{second}/reject", JsonSerializer.Serialize(reason))).Json!["reject_reason"]);
    }

    [Theory]
    [InlineData("approve", "approved")]
    [InlineData("reject", "rejected")]
    [InlineData("cancel", "cancelled")]
    public async Task AfterADecision_ThereIsNoOther(string decision, string status)
    {
        var (employee, manager) = (await Sams.Employee(Server.Client), await Sams.Manager(Server.Client));
        var id = await Loans.Checkout(employee, await Loans.Asset(Server));
        Assert.Equal(HttpStatusCode.OK, (await (decision == "cancel" ? employee : manager).Post($"{Loans.Api}/{id}/{decision}")).Status);

        foreach (var (client, other) in new[] { (manager, "approve"), (manager, "reject"), (employee, "cancel") })
        {
            foreach (var verb in new[] { "PATCH", "POST" })
            {
                var refused = await client.Send(new(verb), $"{Loans.Api}/{id}/{other}", "{}");
                Assert.Equal((HttpStatusCode.BadRequest, $"Workflow is not pending (current status: {status})"), (refused.Status, refused.Detail()));
            }
        }
    }

    [Fact]
    public async Task Deciding_IsForManagersAndAdmins_AndCancelling_ForTheRequester()
    {
        var (employee, manager) = (await Sams.Employee(Server.Client), await Sams.Manager(Server.Client));
        var id = await Loans.Checkout(employee, await Loans.Asset(Server));

        foreach (var what in new[] { "approve", "reject" })
        {
            var refused = await employee.Post($"{Loans.Api}/{id}/{what}");
            Assert.Equal((HttpStatusCode.Forbidden, "Insufficient permissions. Required roles: ['admin', 'manager']"), (refused.Status, refused.Detail()));
        }

        foreach (var verb in new[] { "PATCH", "POST" })
        {
            var refused = await manager.Send(new(verb), $"{Loans.Api}/{id}/cancel", null);
            Assert.Equal((HttpStatusCode.Forbidden, "Only the requester can cancel this workflow"), (refused.Status, refused.Detail()));
        }

        var viewed = await manager.Patch($"{Loans.Api}/{id}/mark-viewed", null);
        Assert.Equal((HttpStatusCode.Forbidden, "Only the requester can mark this workflow as viewed"), (viewed.Status, viewed.Detail()));
        Assert.Equal((HttpStatusCode.OK, "cancelled"), ((await employee.Patch($"{Loans.Api}/{id}/cancel", null)).Status, (string?)(await employee.Get($"{Loans.Api}/{id}")).Json!["status"]));
    }

    [Fact]
    public async Task WhatWasDecided_CountsAsUnviewed_UntilItsRequesterMarksIt()
    {
        var (employee, _) = await Loans.Employee(Server);
        var manager = await Sams.Manager(Server.Client);
        async Task<int> Count() => (int)(await employee.Get($"{Loans.Api}/my-unviewed-count")).Json!["count"]!;
        var (first, second) = (await Loans.Checkout(employee, await Loans.Asset(Server)), await Loans.Checkout(employee, await Loans.Asset(Server)));
        await employee.Post($"{Loans.Api}/{await Loans.Checkout(employee, await Loans.Asset(Server))}/cancel");
        Assert.Equal(0, await Count());

        await Loans.Approve(Server, first);
        await manager.Post($"{Loans.Api}/{second}/reject");
        Assert.Equal(2, await Count());

        for (var i = 0; i < 2; i++)
        {
            var viewed = await employee.Patch($"{Loans.Api}/{first}/mark-viewed", null);
            Assert.Equal((HttpStatusCode.OK, true), (viewed.Status, (bool)viewed.Json!["viewed_by_requester"]!));
        }

        Assert.Equal(1, await Count());
        Assert.Equal(["workflow.requested", "workflow.approved", "workflow.viewed"], await Loans.Events(Server, "workflow", first));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("cancel")]
    [InlineData("mark-viewed")]
    public async Task AStaleVersion_Is412_AndDecidesNothing(string what)
    {
        var (employee, asset) = (await Sams.Employee(Server.Client), await Loans.Asset(Server));
        var id = await Loans.Checkout(employee, asset);
        var client = what is "cancel" or "mark-viewed" ? employee : await Sams.Manager(Server.Client);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.Patch($"{Loans.Api}/{id}/{what}", "{}", ("If-Match", "\"7\""))).Status);
        Assert.Equal(["workflow.requested"], await Loans.Events(Server, "workflow", id));
        Assert.Equal(["asset.created"], await Loans.Events(Server, "asset", asset));
        Assert.Equal(HttpStatusCode.OK, (await client.Patch($"{Loans.Api}/{id}/{what}", "{}", ("If-Match", "\"1\""))).Status);
    }

    [Theory]
    [InlineData("PATCH", "approve")]
    [InlineData("POST", "approve")]
    [InlineData("PATCH", "reject")]
    [InlineData("POST", "reject")]
    [InlineData("PATCH", "cancel")]
    [InlineData("POST", "cancel")]
    [InlineData("PATCH", "mark-viewed")]
    public async Task TheSameKey_DecidesOnce_AndGivesTheFirstAnswerAgain(string verb, string what)
    {
        var (employee, asset) = (await Sams.Employee(Server.Client), await Loans.Asset(Server));
        var id = await Loans.Checkout(employee, asset);
        var client = what is "cancel" or "mark-viewed" ? employee : await Sams.Manager(Server.Client);

        var first = await client.Send(new(verb), $"{Loans.Api}/{id}/{what}", "{}", ("Idempotency-Key", "one"));
        var again = await client.Send(new(verb), $"{Loans.Api}/{id}/{what}", "{}", ("Idempotency-Key", "one"));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((first.Status, first.Text, first.Header("ETag"), "true"), (again.Status, again.Text, again.Header("ETag"), again.Header("Idempotent-Replayed")));
        Assert.Equal(2, (await Loans.Events(Server, "workflow", id)).Length);
        Assert.Equal(what == "approve" ? 4 : 1, (await Loans.Events(Server, "asset", asset)).Length);
    }
}
