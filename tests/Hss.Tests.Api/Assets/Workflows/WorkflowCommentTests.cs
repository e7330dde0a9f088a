using System.Net;
using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>Comments on workflows: who sees, writes and changes them.</summary>
public sealed class WorkflowCommentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    private async Task<(ApiClient Employee, string Id, string Comments)> Asked()
    {
        var (employee, id) = await Loans.Employee(Server);
        var workflow = await Loans.Checkout(employee, await Loans.Asset(Server));
        return (employee, id, $"{Loans.Api}/{workflow}/comments");
    }

    [Fact]
    public async Task Comments_AreAnsweredWithTheirAuthor_NewestFirst()
    {
        var (employee, id, comments) = await Asked();
        var manager = await Sams.Manager(Server.Client);

        var first = await employee.Post(comments, new { comment = " 언제까지? " });
        var second = await manager.Post(comments, new { comment = "Until Friday" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.Equal(["id", "workflow_id", "user_id", "user", "comment", "created_at", "updated_at"], first.Json!.AsObject().Select(p => p.Key));
        Assert.Equal(["id", "name", "email", "role"], first.Json!["user"]!.AsObject().Select(p => p.Key));
        Assert.Equal((id, "언제까지?", "employee"), ((string?)first.Json["user"]!["id"], (string?)first.Json["comment"], (string?)first.Json["user"]!["role"]));
        var list = (await employee.Get(comments)).Json!.AsArray();
        Assert.Equal([second.Text, first.Text], list.Select(c => c!.ToJsonString(Hss.Api.Platform.JsonAnswer.Options)));
        Assert.Equal([(string?)first.Json["id"]], (await employee.Get($"{comments}?skip=1&limit=1")).Json!.AsArray().Select(c => (string?)c!["id"]));
        foreach (var wrong in new[] { "limit=0", "limit=501", "skip=-1" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Get($"{comments}?{wrong}")).Status);
    }

    [Fact]
    public async Task ItsAuthorAndAdmins_ChangeAComment_AndNobodyElse()
    {
        var (employee, _, comments) = await Asked();
        var path = $"{comments}/{(await employee.Post(comments, new { comment = "When?" })).Json!["id"]}";
        var (manager, admin) = (await Sams.Manager(Server.Client), await Sams.Admin(Server.Client));

        var refused = await manager.Put(path, new { comment = "x" });
        Assert.Equal((HttpStatusCode.Forbidden, "You can only update your own comments"), (refused.Status, refused.Detail()));
        refused = await manager.Delete(path);
        Assert.Equal((HttpStatusCode.Forbidden, "You can only delete your own comments"), (refused.Status, refused.Detail()));
        foreach (var client in new[] { employee, admin })
        {
            var text = $"by {client.Token![^8..]}";
            var edited = await client.Put(path, new { comment = text });
            Assert.Equal((HttpStatusCode.OK, text), (edited.Status, (string?)edited.Json!["comment"]));
        }

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await employee.Put(path, new { comment = "late" }, ("If-Match", "\"1\""))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete(path)).Status);
        var gone = await employee.Delete(path);
        Assert.Equal((HttpStatusCode.NotFound, "Comment not found"), (gone.Status, gone.Detail()));
        Assert.Empty((await employee.Get(comments)).Json!.AsArray());
    }

    [Fact]
    public async Task SomebodyElsesWorkflow_AndAnotherWorkflowsComment_AreNotReached()
    {
        var (employee, _, comments) = await Asked();
        var (other, _, others) = await Asked();
        var id = (string)(await employee.Post(comments, new { comment = "When?" })).Json!["id"]!;

        foreach (var refused in new[] { await other.Get(comments), await other.Post(comments, new { comment = "Me too" }), await other.Put($"{comments}/{id}", new { comment = "x" }), await other.Delete($"{comments}/{id}") })
            Assert.Equal((HttpStatusCode.Forbidden, "Access denied to this workflow"), (refused.Status, refused.Detail()));
        var misplaced = await (await Sams.Admin(Server.Client)).Put($"{others}/{id}", new { comment = "x" });
        Assert.Equal((HttpStatusCode.BadRequest, "Comment does not belong to this workflow"), (misplaced.Status, misplaced.Detail()));
        var unknown = await employee.Get($"{Loans.Api}/00000000-0000-4000-8000-000000000000/comments");
        Assert.Equal((HttpStatusCode.NotFound, "Workflow not found"), (unknown.Status, unknown.Detail()));
    }

    [Fact]
    public async Task LongComments_UpToTheirBound_AreKept_AndLeaveTheWorkflowSmall()
    {
        var (employee, _, comments) = await Asked();
        var text = new string('글', 5000);

        for (var i = 0; i < 10; i++)
            Assert.Equal(text, (string?)(await employee.Post(comments, new { comment = text })).Json!["comment"]);
        foreach (var wrong in new[] { text + "글", "", "  " })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Post(comments, new { comment = wrong })).Status);

        Assert.Equal(10, (await employee.Get(comments)).Json!.AsArray().Count);
        var row = await Server.Services.GetRequiredService<IJournal>().Load(WorkflowKind.Instance.Key(comments.Split('/')[^2]));
        Assert.InRange(row!.State.Length, 1, 1000);
    }

    [Fact]
    public async Task TheSameKey_CommentsOnce()
    {
        var (employee, _, comments) = await Asked();

        var first = await employee.Post(comments, new { comment = "When?" }, ("Idempotency-Key", "one"));
        var again = await employee.Post(comments, new { comment = "When?" }, ("Idempotency-Key", "one"));

        Assert.Equal((HttpStatusCode.Created, first.Text, "true"), (again.Status, again.Text, again.Header("Idempotent-Replayed")));
        Assert.Single((await employee.Get(comments)).Json!.AsArray());
    }
}
