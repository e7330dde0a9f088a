using System.Net;
using Hss.Interfaces.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Accounts;

/// <summary>Users of asset management over real HTTP: what admins do, and what one may do with one's own record.</summary>
public sealed class AssetUserTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string Nobody = $"{People.Users}/{Guid.NewGuid()}";

    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    [Fact]
    public async Task Create_MakesAUser_WithTheRole_WhoCanSignIn()
    {
        var email = People.NewEmail();
        var made = await (await Admin()).Post(People.Users, new { email, password = People.Password, name = "Lee Ji", role = "manager", department = "IT", employee_id = "E-9" });
        Assert.Equal((HttpStatusCode.Created, email, "Lee Ji", "manager"), (made.Status, (string?)made.Json!["email"], (string?)made.Json["name"], (string?)made.Json["role"]));
        Assert.Equal(("IT", "E-9", true), ((string?)made.Json["department"], (string?)made.Json["employee_id"], (bool)made.Json["is_active"]!));
        var person = await People.SignIn(api.Client, email);
        Assert.Equal(made.Text, (await (await Admin()).Get($"{People.Users}/{person.Id}")).Text);

        var again = await (await Admin()).Post(People.Users, new { email = email.ToUpperInvariant(), password = People.Password, name = "x" });
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Email already registered"}"""), (again.Status, again.Text));
        var plain = await (await Admin()).Post(People.Users, new { email = People.NewEmail(), password = People.Password, name = "x" });
        Assert.Equal(("employee", null), ((string?)plain.Json!["role"], (string?)plain.Json["department"]));
    }

    [Theory]
    [InlineData("""{"email":"a@b.org","password":"12345678"}""")]
    [InlineData("""{"email":"a@b.org","password":"1234567","name":"x"}""")]
    [InlineData("""{"email":"a@b.org","password":"12345678","name":"x","role":"king"}""")]
    [InlineData("""{"email":"a@b.org","password":"12345678","name":"x","department":7}""")]
    public async Task Create_WithBadInput_Is422_AndMakesNobody(string body)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Admin()).Post(People.Users, body)).Status);
        Assert.Equal(0, (int)(await (await Admin()).Get($"{People.Users}?search=a@b.org")).Json!["total"]!);
    }

    [Fact]
    public async Task List_IsNewestFirst_Paged_Filtered_AndSearchedInNameEmailAndDepartment()
    {
        var word = Sams.Unique("w");
        var admin = await Admin();
        var ids = new List<string>();
        foreach (var (name, email, department, role) in new[]
        {
            ($"{word.ToUpperInvariant()} One", People.NewEmail(), (string?)null, "employee"),
            ("Two", $"{word}@example.org", null, "manager"),
            ("Three", People.NewEmail(), $"The {word} unit", "employee"),
        })
            ids.Insert(0, (string)(await admin.Post(People.Users, new { email, password = People.Password, name, department, role })).Json!["id"]!);
        await admin.Put($"{People.Users}/{ids[0]}", new { is_active = false });

        async Task<(string Ids, int Total, int Skip, int Limit)> Listed(string query)
        {
            var answer = (await admin.Get($"{People.Users}?{query}")).Json!;
            return (string.Join(' ', answer["items"]!.AsArray().Select(u => (string)u!["id"]!)), (int)answer["total"]!, (int)answer["skip"]!, (int)answer["limit"]!);
        }

        Assert.Equal((Line(ids), 3, 0, 20), await Listed($"search={word}"));
        Assert.Equal((Line(ids[1..2]), 3, 1, 1), await Listed($"search={word.ToUpperInvariant()}&skip=1&limit=1"));
        Assert.Equal((Line(ids[1..2]), 1, 0, 20), await Listed($"search={word}&role=manager"));
        Assert.Equal((Line(ids[..1]), 1, 0, 20), await Listed($"search={word}&is_active=false"));
        Assert.Equal((Line(ids[1..]), 2, 0, 20), await Listed($"search={word}&is_active=true"));
        Assert.Equal((Line(ids[1..2]), 1, 0, 20), await Listed($"search={word}%40example"));
        Assert.Equal(0, (await Listed($"search=two%20{word}")).Total);
        Assert.Equal(ids, (await Listed("limit=100")).Ids.Split(' ').Where(ids.Contains));
        static string Line(IEnumerable<string> all) => string.Join(' ', all);
        Assert.DoesNotContain((await admin.Get($"{People.Users}?limit=100")).Json!["items"]!.AsArray(), u => (string?)u!["email"] == "customer@hss.local");
    }

    [Theory]
    [InlineData("skip=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("role=king")]
    [InlineData("is_active=maybe")]
    public async Task List_WithParametersOutOfBounds_Is422(string query) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Admin()).Get($"{People.Users}?{query}")).Status);

    [Fact]
    public async Task OwnRecordRules()
    {
        var person = await People.Member(api.Client, "manager");
        var stranger = await People.Register(api.Client);
        var own = await person.Client.Get($"{People.Users}/{person.Id}");
        Assert.Equal((HttpStatusCode.OK, person.Email), (own.Status, (string?)own.Json!["email"]));
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Get($"{People.Users}/{person.Id.ToUpperInvariant()}")).Status);
        foreach (var path in new[] { $"{People.Users}/{stranger.Id}", Nobody })
        {
            var refused = await person.Client.Get(path);
            Assert.Equal((HttpStatusCode.Forbidden, """{"detail":"Not authorized to view this user"}"""), (refused.Status, refused.Text));
        }

        var admin = await People.Member(api.Client, "admin");
        foreach (var id in new[] { admin.Id, admin.Id.ToUpperInvariant() })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "Cannot delete your own account"), Of(await admin.Client.Delete($"{People.Users}/{id}")));
            Assert.Equal((HttpStatusCode.BadRequest, "Cannot change your own role"), Of(await admin.Client.Patch($"{People.Users}/{id}/role?role=employee", null)));
            Assert.Equal((HttpStatusCode.BadRequest, "Cannot change your own role"), Of(await admin.Client.Put($"{People.Users}/{id}", new { role = "employee" })));
            Assert.Equal((HttpStatusCode.BadRequest, "Cannot deactivate your own account"), Of(await admin.Client.Put($"{People.Users}/{id}", new { is_active = false })));
        }

        var named = await admin.Client.Put($"{People.Users}/{admin.Id}", new { name = "Me", role = "admin" });
        Assert.Equal((HttpStatusCode.OK, "Me", "admin"), (named.Status, (string?)named.Json!["name"], (string?)named.Json["role"]));
    }

    [Fact]
    public async Task EmployeesAndManagers_CannotCreateOrChange()
    {
        var victim = await People.Register(api.Client);
        var before = (await (await Admin()).Get($"{People.Users}/{victim.Id}")).Text;
        foreach (var caller in new[] { await Sams.Employee(api.Client), await Sams.Manager(api.Client), await ApiClient.Customer(api.Client) })
        {
            foreach (var answer in new[]
            {
                await caller.Get(People.Users),
                await caller.Post(People.Users, new { email = People.NewEmail(), password = People.Password, name = "x" }),
                await caller.Put($"{People.Users}/{victim.Id}", new { name = "x" }),
                await caller.Delete($"{People.Users}/{victim.Id}"),
                await caller.Patch($"{People.Users}/{victim.Id}/role?role=admin", null),
            })
                Assert.Equal((HttpStatusCode.Forbidden, "Insufficient permissions. Required roles: ['admin']"), Of(answer));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await victim.Client.Put($"{People.Users}/{victim.Id}", new { role = "admin" })).Status);
        Assert.Equal(before, (await (await Admin()).Get($"{People.Users}/{victim.Id}")).Text);
    }

    [Fact]
    public async Task Update_ChangesWhatIsNamed_NullTakesAway_TheSameAgainChangesNothing()
    {
        var admin = await Admin();
        var person = await People.Register(api.Client, "Old Name", "Sales");
        var path = $"{People.Users}/{person.Id}";

        Assert.Equal(("New Name", "employee", "Sales", null, true), Shown(await admin.Put(path, new { name = "New Name" })));
        Assert.Equal(("New Name", "manager", null, "E-1", true), Shown(await admin.Put(path, """{"role":"manager","department":null,"employee_id":"E-1","name":null}""")));
        var same = await admin.Put(path, new { name = "New Name", role = "manager" });
        var read = await admin.Get(path);
        Assert.Equal((read.Text, read.Header("ETag")), (same.Text, same.Header("ETag")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Put(path, new { role = "king" })).Status);
        Assert.Equal(read.Text, (await admin.Get(path)).Text);
        // At once, with the token of before.
        Assert.Equal("manager", (string?)(await person.Client.Get($"{People.Auth}/me")).Json!["role"]);
    }

    [Fact]
    public async Task Role_CountsAtOnce_UnknownOrMissingIs422()
    {
        var admin = await Admin();
        var person = await People.Register(api.Client);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Client.Get(People.Users)).Status);
        var changed = await admin.Patch($"{People.Users}/{person.Id}/role?role=admin", null);
        Assert.Equal((HttpStatusCode.OK, "admin"), (changed.Status, (string?)changed.Json!["role"]));
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Get(People.Users)).Status);

        foreach (var query in new[] { "", "?role=", "?role=king" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Patch($"{People.Users}/{person.Id}/role{query}", null)).Status);
        Assert.Equal("admin", (string?)(await admin.Get($"{People.Users}/{person.Id}")).Json!["role"]);
    }

    [Fact]
    public async Task WhoIsNoUser_IsNotFound()
    {
        var admin = await Admin();
        var outsider = (await Account("customer@hss.local"))!.Id;
        foreach (var path in new[] { Nobody, $"{People.Users}/7", $"{People.Users}/{outsider}" })
        {
            foreach (var answer in new[] { await admin.Get(path), await admin.Put(path, new { name = "x" }), await admin.Delete(path), await admin.Patch($"{path}/role?role=admin", null) })
                Assert.Equal((HttpStatusCode.NotFound, """{"detail":"User not found"}"""), (answer.Status, answer.Text));
        }
    }

    [Fact]
    public async Task IfMatch_OfAnOldVersion_Is412_AndChangesNothing()
    {
        var admin = await Admin();
        var path = $"{People.Users}/{(await People.Register(api.Client)).Id}";
        var tag = (await admin.Get(path)).Header("ETag")!;
        var changed = await admin.Put(path, new { name = "First" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Put(path, new { name = "Late" }, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Patch($"{path}/role?role=admin", null, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Delete(path, ("If-Match", tag))).Status);
        Assert.Equal(changed.Text, (await admin.Get(path)).Text);
        Assert.Equal(HttpStatusCode.NotModified, (await admin.Get(path, ("If-None-Match", changed.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task ConcurrentEdits_LoseNothing()
    {
        var admin = await Admin();
        var path = $"{People.Users}/{(await People.Register(api.Client)).Id}";
        var answers = await Sams.AtOnce(4, n => admin.Put(path, n switch
        {
            0 => new { name = "Both Names" },
            1 => new { department = "Kept" },
            2 => new { employee_id = "E-2" },
            _ => (object)new { role = "manager" },
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(("Both Names", "manager", "Kept", "E-2", true), Shown(await admin.Get(path)));
    }

    private Task<AccountView?> Account(string email) => api.Server.Services.GetRequiredService<Hss.Silo.Identity.IdentityService>().FindByEmail(email);

    private static (HttpStatusCode, string?) Of(ApiAnswer answer) => (answer.Status, answer.Detail());

    private static (string?, string?, string?, string?, bool) Shown(ApiAnswer answer) => (
        (string?)answer.Json!["name"], (string?)answer.Json["role"], (string?)answer.Json["department"], (string?)answer.Json["employee_id"], (bool)answer.Json["is_active"]!);
}
