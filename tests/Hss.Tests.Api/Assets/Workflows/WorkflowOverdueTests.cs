using System.Net;
using Hss.Tests.Api.Identity;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>What should be back by now: the list of it, and the one reminder. The clock is the test's.</summary>
public sealed class WorkflowOverdueTests : IAsyncLifetime
{
    private readonly ClockServer _clock = new();

    private ApiServer Server => _clock.Server;

    public Task InitializeAsync() => _clock.InitializeAsync();

    public Task DisposeAsync() => _clock.DisposeAsync();

    private string In(int minutes) => _clock.Clock.GetUtcNow().AddMinutes(minutes).ToString("O");

    private static async Task<(string[] Ids, int Total)> Overdue(ApiClient client, string query = "")
    {
        var answer = await client.Get($"{Loans.Api}/overdue{query}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return ([.. answer.Json!["items"]!.AsArray().Select(w => (string)w!["id"]!)], (int)answer.Json["total"]!);
    }

    // The due worker looks every half second of the test's clock.
    private Task Comes(string workflow, string what) => Loans.Until(
        async () =>
        {
            _clock.Clock.Advance(TimeSpan.FromMilliseconds(500));
            return (await Loans.Events(Server, "workflow", workflow)).Contains(what);
        },
        $"{what} of {workflow}");

    [Fact]
    public async Task Checkouts_PastTheirExpectedReturn_AreListed_TheLongestOverdueFirst_UntilTheAssetIsBack()
    {
        var ((one, oneId), (two, _)) = (await Loans.Employee(Server), await Loans.Employee(Server));
        var manager = await Sams.Manager(Server.Client);
        var (first, second) = (await Loans.Asset(Server), await Loans.Asset(Server));
        var late = await Loans.Checkout(one, first, In(4));
        var later = await Loans.Checkout(two, second, In(2));
        var (inTime, open, pending) = (
            await Loans.Checkout(one, await Loans.Asset(Server), In(60)), await Loans.Checkout(one, await Loans.Asset(Server)), await Loans.Checkout(one, await Loans.Asset(Server), In(1)));
        foreach (var workflow in new[] { late, later, inTime, open })
            await Loans.Approve(Server, workflow);
        Assert.Equal(0, (await Overdue(manager)).Total);

        _clock.Clock.Advance(TimeSpan.FromMinutes(5));

        var (ids, total) = await Overdue(manager);
        Assert.Equal([later, late], ids);
        Assert.Equal(2, total);
        Assert.Equal((late, 2), ((await Overdue(manager, "?skip=1&limit=1")).Ids.Single(), (await Overdue(manager, "?skip=1&limit=1")).Total));
        Assert.Equal([late], (await Overdue(one)).Ids);
        Assert.Equal([later], (await Overdue(two)).Ids);
        Assert.Equal(["items", "total", "skip", "limit"], (await manager.Get($"{Loans.Api}/overdue")).Json!.AsObject().Select(p => p.Key));
        Assert.Equal("pending", (string?)(await one.Get($"{Loans.Api}/{pending}")).Json!["status"]);

        // One brings it back; the other's goes on to somebody else, by another workflow.
        await Loans.Approve(Server, (string)(await one.Post($"{Loans.Api}/checkin", new { asset_id = first })).Json!["id"]!);
        await Loans.Approve(Server, (string)(await two.Post(Loans.Api, new { type = "transfer", asset_id = second, assignee_id = oneId })).Json!["id"]!);
        Assert.Equal(0, (await Overdue(manager)).Total);
    }

    [Fact]
    public async Task AnOverdueCheckout_IsMailedOnceToItsHolder_NotAgainAfterRestarts()
    {
        var (employee, _) = await Loans.Employee(Server);
        var email = (string)(await employee.Get("/api/v1/auth/me")).Json!["email"]!;
        var asset = await Loans.Asset(Server);
        var workflow = await Loans.Checkout(employee, asset, In(3));
        await Loans.Approve(Server, workflow);
        await SentMails.Arrived(Server, $"{workflow}@2/mail");
        _clock.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("workflow.return_due", await Loans.Events(Server, "workflow", workflow));

        _clock.Clock.Advance(TimeSpan.FromMinutes(1));
        await Comes(workflow, "workflow.return_due");

        var (to, text) = await SentMails.Arrived(Server, $"{workflow}@3/mail");
        Assert.Contains(email, to, StringComparison.Ordinal);
        Assert.Contains((await Loans.Look(Server, asset)).Tag, text, StringComparison.Ordinal);
        Assert.Contains("was expected back by now", text, StringComparison.Ordinal);

        await Server.Restart();
        // Another one that comes due shows that due work has been looked for since.
        var other = await Loans.Checkout(await Sams.Employee(Server.Client), await Loans.Asset(Server), In(1));
        await Loans.Approve(Server, other);
        _clock.Clock.Advance(TimeSpan.FromMinutes(1));
        await Comes(other, "workflow.return_due");
        await SentMails.Arrived(Server, $"{other}@3/mail");
        Assert.Equal(["workflow.requested", "workflow.approved", "workflow.return_due"], await Loans.Events(Server, "workflow", workflow));
        Assert.Equal(2, SentMails.To(Server, email));
    }

    [Fact]
    public async Task AnAssetThatIsBackInTime_IsNotAskedFor()
    {
        var (employee, _) = await Loans.Employee(Server);
        var (asset, other) = (await Loans.Asset(Server), await Loans.Asset(Server));
        var (back, stays) = (await Loans.Checkout(employee, asset, In(2)), await Loans.Checkout(employee, other, In(2)));
        await Loans.Approve(Server, back);
        await Loans.Approve(Server, stays);
        await Loans.Approve(Server, (string)(await employee.Post($"{Loans.Api}/checkin", new { asset_id = asset })).Json!["id"]!);

        _clock.Clock.Advance(TimeSpan.FromMinutes(2));
        await Comes(back, "workflow.return_due");
        await Comes(stays, "workflow.return_due");

        await SentMails.Arrived(Server, $"{stays}@3/mail");
        // Its effect was carried out, too: none is left.
        await Loans.Until(async () => !(await Pending()).Any(), "all effects are carried out");
        Assert.Null(SentMails.Of(Server, $"{back}@3/mail"));
    }

    private async Task<IEnumerable<string>> Pending() =>
        (await (await ApiClient.Operator(Server.Client)).Get("/api/v1/admin/effects")).Json!["effects"]!.AsArray().Select(e => e!.ToJsonString());
}
