using System.Net;
using Hss.Interfaces.Assets;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>What approvals do to assets, and that each is checked again.</summary>
public sealed class WorkflowApprovalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    [Fact]
    public async Task AnApprovedCheckout_GivesTheAsset_AndACheckinTakesItBack()
    {
        var asset = await Loans.Asset(Server);
        var (employee, id) = await Loans.Employee(Server);
        var checkout = await Loans.Checkout(employee, asset, "2027-01-05T09:00:00Z");
        var manager = await Sams.Manager(Server.Client);

        var approved = await manager.Patch($"{Loans.Api}/{checkout}/approve", new { comment = "Take care" });

        Assert.Equal(HttpStatusCode.OK, approved.Status);
        var workflow = approved.Json!;
        Assert.Equal(("approved", "Take care", "manager"), ((string?)workflow["status"], (string?)workflow["completion_notes"], (string?)workflow["approver"]!["role"]));
        Assert.Equal((string?)workflow["approver_id"], (string?)workflow["approver"]!["id"]);
        Assert.NotNull(workflow["approved_at"]);
        Assert.Null(workflow["completed_at"]);
        Assert.Equal(("assigned", id), ((string?)workflow["asset"]!["status"], (string?)workflow["asset"]!["assigned_to"]));
        var held = await Loans.Look(Server, asset);
        Assert.Equal((AssetStatus.Assigned, id, checkout, new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero)), (held.Status, held.AssignedTo, held.CheckoutWorkflow, held.DueBack));

        var back = await employee.Post($"{Loans.Api}/checkin", new { asset_id = asset, reason = "Done" });
        Assert.Equal((HttpStatusCode.Created, null), (back.Status, (string?)back.Json!["assignee_id"]));
        await Loans.Approve(Server, (string)back.Json["id"]!);
        var free = await Loans.Look(Server, asset);
        Assert.Equal((AssetStatus.Available, null, null, null), (free.Status, free.AssignedTo, free.CheckoutWorkflow, free.DueBack));
        Assert.Equal(
            ["asset.created", "asset.held", "asset.assigned", "asset.released", "asset.held", "asset.unassigned", "asset.released"],
            await Loans.Events(Server, "asset", asset));
    }

    [Fact]
    public async Task APostWithoutBody_IsNoComment_AlsoWhenItNamesAContentType()
    {
        var workflow = await Loans.Checkout((await Loans.Employee(Server)).Client, await Loans.Asset(Server));

        var approved = await (await Sams.Manager(Server.Client)).Post($"{Loans.Api}/{workflow}/approve", "", ("Content-Type", "application/json"));

        Assert.True(approved.Status == HttpStatusCode.OK, approved.Text);
        Assert.Null(approved.Json!["completion_notes"]);
    }

    [Fact]
    public async Task ATransfer_Repair_AndDisposal_TakeEffectWhenApproved()
    {
        var asset = await Loans.Asset(Server);
        var ((employee, _), (_, other)) = (await Loans.Employee(Server), await Loans.Employee(Server));
        await Loans.Approve(Server, await Loans.Checkout(employee, asset));
        var admin = await Sams.Admin(Server.Client);

        async Task<AssetView> After(ApiClient client, object body)
        {
            await Loans.Approve(Server, (string)(await client.Post(Loans.Api, body)).Json!["id"]!);
            return await Loans.Look(Server, asset);
        }

        var moved = await After(employee, new { type = "transfer", asset_id = asset, assignee_id = other });
        Assert.Equal((AssetStatus.Assigned, other), (moved.Status, moved.AssignedTo));
        var broken = await After(admin, new { type = "maintenance", asset_id = asset });
        Assert.Equal((AssetStatus.Maintenance, null), (broken.Status, broken.AssignedTo));
        var gone = await After(admin, new { type = "disposal", asset_id = asset });
        Assert.Equal((AssetStatus.Disposed, null), (gone.Status, gone.AssignedTo));
    }

    [Fact]
    public async Task OfTwoPendingCheckouts_OneApprovalWins_AndTheOtherStaysPending()
    {
        var asset = await Loans.Asset(Server);
        var ((one, oneId), (two, _)) = (await Loans.Employee(Server), await Loans.Employee(Server));
        var (first, second) = (await Loans.Checkout(one, asset), await Loans.Checkout(two, asset));
        var manager = await Sams.Manager(Server.Client);

        await Loans.Approve(Server, first);
        var refused = await manager.Patch($"{Loans.Api}/{second}/approve", new { });

        Assert.Equal((HttpStatusCode.BadRequest, "Asset is not available (current status: assigned)"), (refused.Status, refused.Detail()));
        Assert.Equal("pending", (string?)(await two.Get($"{Loans.Api}/{second}")).Json!["status"]);
        Assert.Equal(oneId, (await Loans.Look(Server, asset)).AssignedTo);
        Assert.Equal(["workflow.requested"], await Loans.Events(Server, "workflow", second));

        // When it is free again, the other can be approved after all.
        await Loans.Approve(Server, (string)(await one.Post($"{Loans.Api}/checkin", new { asset_id = asset })).Json!["id"]!);
        await Loans.Approve(Server, second);
    }

    [Fact]
    public async Task ACheckin_IsCheckedAgainAtItsApproval()
    {
        var asset = await Loans.Asset(Server);
        var ((employee, _), (_, other)) = (await Loans.Employee(Server), await Loans.Employee(Server));
        await Loans.Approve(Server, await Loans.Checkout(employee, asset));
        var back = (string)(await employee.Post($"{Loans.Api}/checkin", new { asset_id = asset })).Json!["id"]!;
        await Loans.Approve(Server, (string)(await employee.Post(Loans.Api, new { type = "transfer", asset_id = asset, assignee_id = other })).Json!["id"]!);

        var refused = await (await Sams.Manager(Server.Client)).Post($"{Loans.Api}/{back}/approve");

        Assert.Equal((HttpStatusCode.BadRequest, "Asset is not assigned to you"), (refused.Status, refused.Detail()));
        Assert.Equal(other, (await Loans.Look(Server, asset)).AssignedTo);
    }
}
