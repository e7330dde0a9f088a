using System.Net;
using Hss.Grains.Assets.Workflows;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Registry;
using Hss.Tests.Api.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>What a crash leaves between a workflow and its asset is settled by itself. The clock is the test's.</summary>
public sealed class WorkflowSettleTests : IAsyncLifetime
{
    private static readonly CallContext Context = CallContext.System("test");

    private readonly ClockServer _clock = new();

    private ApiServer Server => _clock.Server;

    public Task InitializeAsync() => _clock.InitializeAsync();

    public Task DisposeAsync() => _clock.DisposeAsync();

    private IAssetGrain Asset(string id) => Server.Services.GetRequiredService<AssetService>().Asset(id);

    private static WorkflowStep Step(string workflow, string requester) => new(WorkflowKind.Instance.Key(workflow), WorkflowTypes.Checkout, requester, requester, null);

    private async Task<bool> IsFree(string asset) =>
        (await Asset(asset).Check(Step("00000000-0000-4000-8000-000000000000", "nobody"))).Refusal?.Code != AssetCodes.Undecided;

    private Task Comes(string kind, string id, string what) => Loans.Until(
        async () =>
        {
            _clock.Clock.Advance(TimeSpan.FromMilliseconds(500));
            // The journal may have it a moment before its grain has heard so.
            return (await Loans.Events(Server, kind, id))[^1] == what && (kind != "asset" || await IsFree(id));
        },
        $"{what} of {kind}/{id}");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACrashBetweenHoldAndApproval_GivesTheAssetBack_AndTheRequestStaysPending(bool restart)
    {
        var (employee, id) = await Loans.Employee(Server);
        var asset = await Loans.Asset(Server);
        var workflow = await Loans.Checkout(employee, asset);
        // The approval took its hold, and then its process was gone.
        Assert.True((await Asset(asset).Hold(Context, Step(workflow, id))).Accepted);
        if (restart)
            await Server.Restart();
        Assert.Equal(AssetCodes.Undecided, (await Asset(asset).Check(Step("00000000-0000-4000-8000-000000000000", id))).Refusal?.Code);

        _clock.Clock.Advance(IAssetGrain.HoldTime);
        await Comes("asset", asset, "asset.released");

        Assert.Equal(["workflow.requested", "workflow.approval_given_up"], await Loans.Events(Server, "workflow", workflow));
        Assert.Equal((AssetStatus.Available, null), ((await Loans.Look(Server, asset)).Status, (await Loans.Look(Server, asset)).AssignedTo));
        Assert.Equal("pending", (string?)(await (await Sams.Manager(Server.Client)).Get($"{Loans.Api}/{workflow}")).Json!["status"]);
        Assert.Equal("approved", (string?)(await Loans.Approve(Server, workflow))["status"]);
        Assert.Equal(id, (await Loans.Look(Server, asset)).AssignedTo);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACrashBetweenApprovalAndConfirmation_GivesTheAssetToItsRequester(bool restart)
    {
        var (employee, id) = await Loans.Employee(Server);
        var asset = await Loans.Asset(Server);
        var workflow = await Loans.Checkout(employee, asset);
        await Loans.Approve(Server, workflow);
        // The same hold once more, as if it had never been confirmed: its approval is durable.
        await Asset(asset).Assign(Context, null, null);
        Assert.True((await Asset(asset).Hold(Context, Step(workflow, id))).Accepted);
        if (restart)
            await Server.Restart();

        _clock.Clock.Advance(IAssetGrain.HoldTime);
        await Comes("asset", asset, "asset.released");

        var held = await Loans.Look(Server, asset);
        Assert.Equal((AssetStatus.Assigned, id, workflow), (held.Status, held.AssignedTo, held.CheckoutWorkflow));
        Assert.Equal(["workflow.requested", "workflow.approved"], await Loans.Events(Server, "workflow", workflow));
    }

    [Fact]
    public async Task ARequestThatWasCalledOffAfterItsApprovalDied_LeavesTheAssetFree()
    {
        var (employee, id) = await Loans.Employee(Server);
        var asset = await Loans.Asset(Server);
        var workflow = await Loans.Checkout(employee, asset);
        await Asset(asset).Hold(Context, Step(workflow, id));
        Assert.Equal(HttpStatusCode.OK, (await employee.Post($"{Loans.Api}/{workflow}/cancel")).Status);

        _clock.Clock.Advance(IAssetGrain.HoldTime);
        await Comes("asset", asset, "asset.released");

        Assert.Equal(AssetStatus.Available, (await Loans.Look(Server, asset)).Status);
        Assert.Equal(["workflow.requested", "workflow.cancelled"], await Loans.Events(Server, "workflow", workflow));
    }
}
