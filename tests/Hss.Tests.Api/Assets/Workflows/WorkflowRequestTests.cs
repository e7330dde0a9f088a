using System.Net;
using Hss.Interfaces.Assets;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>Asking: who may ask for what, and who sees it.</summary>
public sealed class WorkflowRequestTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    [Fact]
    public async Task ACheckout_IsPending_AndNamesAssetAndPeople()
    {
        var asset = await Loans.Asset(Server);
        var (employee, id) = await Loans.Employee(Server);

        var asked = await employee.Post($"{Loans.Api}/checkout", new { asset_id = asset, reason = " For the demo ", expected_return_date = "2027-01-05T09:00:00" });

        Assert.Equal(HttpStatusCode.Created, asked.Status);
        var workflow = asked.Json!;
        Assert.Equal(
            ["id", "type", "status", "asset_id", "asset", "requester_id", "requester", "assignee_id", "assignee", "approver_id", "approver", "reason", "expected_return_date",
             "approved_at", "rejected_at", "reject_reason", "completed_at", "completion_notes", "viewed_by_requester", "created_at", "updated_at"],
            workflow.AsObject().Select(p => p.Key));
        Assert.Equal(("checkout", "pending", asset, id, id), ((string?)workflow["type"], (string?)workflow["status"], (string?)workflow["asset_id"], (string?)workflow["requester_id"], (string?)workflow["assignee_id"]));
        Assert.Equal(("For the demo", "2027-01-05T09:00:00.000000Z"), ((string?)workflow["reason"], (string?)workflow["expected_return_date"]));
        Assert.Equal((asset, "Laptop", "available"), ((string?)workflow["asset"]!["id"], (string?)workflow["asset"]!["name"], (string?)workflow["asset"]!["status"]));
        Assert.Equal((id, "employee"), ((string?)workflow["requester"]!["id"], (string?)workflow["requester"]!["role"]));
        Assert.Null(workflow["approver"]);
        Assert.Equal($"{Loans.Api}/{workflow["id"]}", asked.Header("Location"));

        var read = await employee.Get($"{Loans.Api}/{workflow["id"]}");
        Assert.Equal((asked.Text, asked.Header("ETag")), (read.Text, read.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, (await employee.Get($"{Loans.Api}/{workflow["id"]}", ("If-None-Match", read.Header("ETag")!))).Status);
    }

    [Theory]
    [InlineData("2027-01-05", "2027-01-05T00:00:00.000000Z")]
    [InlineData("2027-01-05T09:00:00Z", "2027-01-05T09:00:00.000000Z")]
    [InlineData("2027-01-05T09:00:00", "2027-01-05T09:00:00.000000Z")]
    [InlineData("2027-01-05T09:00:00+09:00", "2027-01-05T00:00:00.000000Z")]
    public async Task Dates_WithAndWithoutZ_AreUtc(string sent, string answered)
    {
        var id = await Loans.Checkout(await Sams.Employee(Server.Client), await Loans.Asset(Server), sent);

        Assert.Equal(answered, (string?)(await (await Sams.Employee(Server.Client)).Get($"{Loans.Api}/{id}")).Json!["expected_return_date"]);
    }

    [Fact]
    public async Task AnAssetThatIsNotFree_CannotBeCheckedOut()
    {
        var asset = await Loans.Asset(Server);
        var employee = await Sams.Employee(Server.Client);
        await Loans.Approve(Server, await Loans.Checkout(employee, asset));

        foreach (var (path, body) in new (string, object)[] { ("/checkout", new { asset_id = asset }), ("", new { type = "checkout", asset_id = asset }) })
        {
            var refused = await employee.Post($"{Loans.Api}{path}", body);
            Assert.Equal((HttpStatusCode.BadRequest, "Asset is not available (current status: assigned)"), (refused.Status, refused.Detail()));
        }
    }

    [Fact]
    public async Task AnAssetThatSomebodyElseHas_CannotBeCheckedIn()
    {
        var asset = await Loans.Asset(Server);
        await Loans.Approve(Server, await Loans.Checkout(await Sams.Employee(Server.Client), asset));
        var (other, _) = await Loans.Employee(Server);

        var refused = await other.Post($"{Loans.Api}/checkin", new { asset_id = asset });

        Assert.Equal((HttpStatusCode.BadRequest, "Asset is not assigned to you"), (refused.Status, refused.Detail()));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task AnAssetThatDoesNotExist_IsNotFound(string asset)
    {
        var manager = await Sams.Manager(Server.Client);
        foreach (var (path, body) in new (string, object)[]
        {
            ("/checkout", new { asset_id = asset }),
            ("/checkin", new { asset_id = asset }),
            ("", new { type = "disposal", asset_id = asset }),
        })
        {
            var refused = await manager.Post($"{Loans.Api}{path}", body);
            Assert.Equal((HttpStatusCode.NotFound, "Asset not found"), (refused.Status, refused.Detail()));
        }
    }

    [Fact]
    public async Task ATransfer_NeedsAnActiveMember()
    {
        var asset = await Loans.Asset(Server);
        var employee = await Sams.Employee(Server.Client);
        var stranger = (string)(await (await ApiClient.Customer(Server.Client)).Get("/api/v1/auth/me")).Json!["id"]!;

        var without = await employee.Post(Loans.Api, new { type = "transfer", asset_id = asset });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal("""["body","assignee_id"]""", without.Json!["detail"]![0]!["loc"]!.ToJsonString());
        foreach (var assignee in new[] { "nope", stranger, "00000000-0000-4000-8000-000000000000" })
        {
            var refused = await employee.Post(Loans.Api, new { type = "transfer", asset_id = asset, assignee_id = assignee });
            Assert.Equal((HttpStatusCode.NotFound, "User not found"), (refused.Status, refused.Detail()));
        }

        var (_, member) = await Loans.Employee(Server);
        var asked = await employee.Post(Loans.Api, new { type = "transfer", asset_id = asset, assignee_id = member });
        Assert.Equal((HttpStatusCode.Created, member), (asked.Status, (string?)asked.Json!["assignee_id"]));
    }

    [Theory]
    [InlineData("maintenance")]
    [InlineData("disposal")]
    public async Task RepairAndDisposal_AreForManagersAndAdmins(string type)
    {
        var asset = await Loans.Asset(Server);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await Sams.Employee(Server.Client)).Post(Loans.Api, new { type, asset_id = asset })).Status);
        Assert.Equal(HttpStatusCode.Created, (await (await Sams.Manager(Server.Client)).Post(Loans.Api, new { type, asset_id = asset })).Status);
        Assert.Equal(HttpStatusCode.Created, (await (await Sams.Admin(Server.Client)).Post(Loans.Api, new { type, asset_id = asset })).Status);
    }

    [Fact]
    public async Task AWorkflow_IsForItsRequesterManagersAndAdmins_NotForItsAssignee()
    {
        var asset = await Loans.Asset(Server);
        var ((requester, _), (assignee, assigneeId)) = (await Loans.Employee(Server), await Loans.Employee(Server));
        var id = (string)(await requester.Post(Loans.Api, new { type = "transfer", asset_id = asset, assignee_id = assigneeId })).Json!["id"]!;

        var refused = await assignee.Get($"{Loans.Api}/{id}");
        Assert.Equal((HttpStatusCode.Forbidden, "Not authorized to view this workflow"), (refused.Status, refused.Detail()));
        foreach (var client in new[] { requester, await Sams.Manager(Server.Client), await Sams.Admin(Server.Client) })
            Assert.Equal(HttpStatusCode.OK, (await client.Get($"{Loans.Api}/{id}")).Status);
        foreach (var unknown in new[] { "nope", "00000000-0000-4000-8000-000000000000" })
        {
            var none = await requester.Get($"{Loans.Api}/{unknown}");
            Assert.Equal((HttpStatusCode.NotFound, "Workflow not found"), (none.Status, none.Detail()));
        }
    }

    [Fact]
    public async Task WhoIsNoMember_IsRefused()
    {
        var stranger = await ApiClient.Customer(Server.Client);

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(Loans.Api)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Post($"{Loans.Api}/checkout", new { asset_id = await Loans.Asset(Server) })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Server.Client).Get(Loans.Api)).Status);
    }

    [Fact]
    public async Task Lists_FilterPageAndAreNewestFirst_AndEmployeesSeeTheirOwn()
    {
        var (first, second) = (await Loans.Asset(Server), await Loans.Asset(Server));
        var (employee, id) = await Loans.Employee(Server);
        var ids = new List<string> { await Loans.Checkout(employee, first), await Loans.Checkout(employee, second), await Loans.Checkout(employee, first) };
        await employee.Post($"{Loans.Api}/{ids[1]}/cancel");
        var manager = await Sams.Manager(Server.Client);
        await manager.Post(Loans.Api, new { type = "maintenance", asset_id = first });

        var own = (await employee.Get(Loans.Api)).Json!;
        Assert.Equal([ids[2], ids[1], ids[0]], own["items"]!.AsArray().Select(w => (string)w!["id"]!));
        Assert.Equal((3, 0, 20), ((int)own["total"]!, (int)own["skip"]!, (int)own["limit"]!));
        Assert.Equal(own.ToJsonString(), (await employee.Get($"{Loans.Api}/my-requests")).Json!.ToJsonString());

        async Task<string[]> Of(ApiClient client, string query) => [.. (await client.Get($"{Loans.Api}?{query}")).Json!["items"]!.AsArray().Select(w => (string)w!["id"]!)];
        Assert.Equal([ids[1]], await Of(employee, "skip=1&limit=1"));
        Assert.Equal([ids[1]], await Of(employee, "status=cancelled"));
        Assert.Equal([ids[2], ids[0]], await Of(employee, $"asset_id={first}"));
        Assert.Empty(await Of(employee, "workflow_type=maintenance"));
        Assert.Equal(3, (await Of(employee, "workflow_type=checkout&limit=100")).Length);
        Assert.Equal([ids[2], ids[0]], await Of(manager, $"asset_id={first}&workflow_type=checkout"));
        Assert.Equal(3, (await Of(manager, $"asset_id={first}")).Length);
        Assert.DoesNotContain((await manager.Get($"{Loans.Api}/my-requests?limit=100")).Json!["items"]!.AsArray(), w => (string)w!["requester_id"]! == id);
        foreach (var wrong in new[] { "limit=0", "limit=101", "skip=-1", "status=lost", "workflow_type=rental" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Get($"{Loans.Api}?{wrong}")).Status);
    }

    [Theory]
    [InlineData("/checkout", "{}")]
    [InlineData("/checkout", """{"asset_id":7}""")]
    [InlineData("/checkout", """{"asset_id":"ASSET","expected_return_date":"soon"}""")]
    [InlineData("/checkin", """{"asset_id":null}""")]
    [InlineData("", """{"type":"rental","asset_id":"ASSET"}""")]
    [InlineData("", """{"asset_id":"ASSET"}""")]
    [InlineData("", """{"type":"checkout","asset_id":"ASSET","reason":"LONG"}""")]
    public async Task BadInput_IsRefused_AndAsksForNothing(string path, string body)
    {
        var (asset, admin) = (await Loans.Asset(Server), await Sams.Admin(Server.Client));

        var refused = await admin.Post(
            Loans.Api + path,
            body.Replace("ASSET", asset, StringComparison.Ordinal).Replace("LONG", new string('r', 1001), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, (int)(await admin.Get($"{Loans.Api}?asset_id={asset}")).Json!["total"]!);
        Assert.Equal(AssetStatus.Available, (await Loans.Look(Server, asset)).Status);
    }

    [Fact]
    public async Task TheSameKey_AsksOnce()
    {
        var (employee, asset) = (await Sams.Employee(Server.Client), await Loans.Asset(Server));
        foreach (var (path, body) in new (string, object)[] { ("/checkout", new { asset_id = asset }), ("", new { type = "checkout", asset_id = asset }) })
        {
            var first = await employee.Post(Loans.Api + path, body, ("Idempotency-Key", $"{asset}{path}"));
            var again = await employee.Post(Loans.Api + path, body, ("Idempotency-Key", $"{asset}{path}"));

            Assert.Equal((HttpStatusCode.Created, first.Text, "true"), (again.Status, again.Text, again.Header("Idempotent-Replayed")));
        }

        Assert.Equal(2, (int)(await employee.Get($"{Loans.Api}?asset_id={asset}")).Json!["total"]!);
    }
}
