using System.Net;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>Who is mailed about what, with a server of its own.</summary>
public sealed class WorkflowMailTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private async Task<(string Id, string Email)> Member(string role)
    {
        var (client, id) = await Loans.Employee(_server);
        await Roles(id, role);
        return (id, (string)(await client.Get("/api/v1/auth/me")).Json!["email"]!);
    }

    private async Task Roles(string id, string? role) => Assert.Equal(
        HttpStatusCode.OK, (await (await ApiClient.Operator(_server.Client)).Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { sams = role } })).Status);

    [Fact]
    public async Task ANewRequest_IsMailedToEveryActiveManager_AndTheDecisionToTheRequester()
    {
        var (asset, manager) = (await Loans.Asset(_server), (string)(await (await Sams.Manager(_server.Client)).Get("/api/v1/auth/me")).Json!["id"]!);
        var (second, admin, former) = (await Member("manager"), await Member("admin"), await Member("manager"));
        await Roles(former.Id, "employee");
        var (employee, id) = await Loans.Employee(_server);
        var email = (string)(await employee.Get("/api/v1/auth/me")).Json!["email"]!;
        var tag = (await Loans.Look(_server, asset)).Tag;

        var (approved, rejected) = (await Loans.Checkout(employee, asset, "2027-01-05T09:00:00Z"), await Loans.Checkout(employee, asset));

        foreach (var (who, address) in new[] { (manager, "manager@suresoft.com"), (second.Id, second.Email) })
        {
            var (to, text) = await SentMails.Arrived(_server, $"{approved}@1/mail/{who}");
            Assert.Contains(address, to, StringComparison.Ordinal);
            Assert.Contains("has requested a checkout.", text, StringComparison.Ordinal);
            Assert.Contains(tag, text, StringComparison.Ordinal);
            Assert.Contains("For the demo", text, StringComparison.Ordinal);
            Assert.Contains("2027-01-05 09:00 UTC", text, StringComparison.Ordinal);
            await SentMails.Arrived(_server, $"{rejected}@1/mail/{who}");
        }

        await (await Sams.Manager(_server.Client)).Post($"{Loans.Api}/{rejected}/reject", new { reason = "재고 부족" });
        await (await Sams.Manager(_server.Client)).Post($"{Loans.Api}/{approved}/approve", new { comment = "Take care" });

        var no = await SentMails.Arrived(_server, $"{rejected}@2/mail");
        Assert.Contains(email, no.To, StringComparison.Ordinal);
        Assert.Contains("was rejected.\n\n재고 부족", no.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var yes = await SentMails.Arrived(_server, $"{approved}@2/mail");
        Assert.Contains(email, yes.To, StringComparison.Ordinal);
        Assert.Contains("was approved.\n\nTake care", yes.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // Each once, and nobody else.
        Assert.Equal((2, 2, 2), (SentMails.To(_server, "manager@suresoft.com"), SentMails.To(_server, second.Email), SentMails.To(_server, email)));
        Assert.Equal((0, 0, 0), (SentMails.To(_server, admin.Email), SentMails.To(_server, former.Email), SentMails.To(_server, "employee@suresoft.com")));
    }
}
