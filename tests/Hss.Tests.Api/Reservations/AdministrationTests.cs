using System.Net;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;
using Hss.Silo.Reservations;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

/// <summary>Users and resources of /reservia, by its contract.</summary>
public sealed class AdministrationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    private static string Fresh(string what) => $"{what} {Guid.NewGuid():N}";

    [Fact]
    public async Task AUserIsAddedOnce()
    {
        var admin = await Queueing.Admin(Http);
        var (name, email) = (Fresh("Ann"), $"{Guid.NewGuid():N}@example.org");
        var made = await admin.Post("/admin/user/add", new { name, email, password = "x" });
        Assert.Equal((HttpStatusCode.Created, "User created successfully"), (made.Status, (string?)made.Json!["message"]));

        var sameName = await admin.Post("/admin/user/add", new { name, email = $"{Guid.NewGuid():N}@example.org", password = "x" });
        Assert.Equal((HttpStatusCode.Conflict, $"Username '{name}' already exists"), (sameName.Status, (string?)sameName.Json!["error"]));
        var sameMail = await admin.Post("/admin/user/add", new { name = Fresh("Bob"), email, password = "x" });
        Assert.Equal((HttpStatusCode.Conflict, $"Email '{email}' already exists"), (sameMail.Status, (string?)sameMail.Json!["error"]));
        // What was refused has taken nothing: the other name is free.
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post("/reservia/session/login", new { name = Fresh("Bob"), password = "x" })).Status);
    }

    [Fact]
    public async Task TheAccountOfAKnownEmail_BecomesAMember_AndKeepsItsPassword()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        Assert.Equal(HttpStatusCode.Created, (await new ApiClient(Http).Post("/api/v1/auth/register", new { email, password = "My-own-password-1" })).Status);
        var name = Fresh("Cleo");
        var added = await (await Queueing.Admin(Http)).Post("/admin/user/add", new { name, email, password = "ignored" });
        Assert.Equal(HttpStatusCode.Created, added.Status);
        await Member.SignIn(Http, name, "My-own-password-1");
        var again = await (await Queueing.Admin(Http)).Post("/admin/user/add", new { name = Fresh("Other"), email, password = "x" });
        Assert.Equal((HttpStatusCode.Conflict, $"Email '{email}' already exists"), (again.Status, (string?)again.Json!["error"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AMemberWithoutAName_IsNotAddedAgain_AndTheNameStaysFree(bool switchedOff)
    {
        var (admin, name) = (await Queueing.Admin(Http), Fresh("Dora"));
        var member = (await (await Queueing.Users(Http, 1))[0].Get("/api/v1/auth/me")).Json!;
        if (switchedOff)
            await api.Server.Services.GetRequiredService<IdentityService>().Account((string)member["id"]!).SetActive(CallContext.System("test"), "reservia", active: false);
        var email = (string)member["email"]!;
        Assert.Equal(
            (HttpStatusCode.Conflict, $$"""{"error":"Email '{{email}}' already exists"}"""), Short(await admin.Post("/admin/user/add", new { name, email, password = "x" })));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post("/admin/user/add", new { name, email = $"{Guid.NewGuid():N}@example.org", password = "x" })).Status);
    }

    [Fact]
    public async Task AnAccountWithAnotherName_IsNotAddedUnderANewOne()
    {
        var (admin, name, email) = (await Queueing.Admin(Http), Fresh("Emma"), $"{Guid.NewGuid():N}@example.org");
        Assert.Equal(HttpStatusCode.Created, (await new ApiClient(Http).Post("/api/v1/auth/register", new { email, password = "My-own-password-1" })).Status);
        var identity = api.Server.Services.GetRequiredService<IdentityService>();
        Assert.Null((await identity.TakeUsername(CallContext.System("test"), (await identity.FindByEmail(email))!.Id, name)).Refusal);
        Assert.Equal(
            (HttpStatusCode.Conflict, $$"""{"error":"Email '{{email}}' already exists"}"""),
            Short(await admin.Post("/admin/user/add", new { name = Fresh("Fay"), email, password = "x" })));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post("/admin/user/add", new { name, email, password = "x" })).Status);
    }

    [Fact]
    public async Task WhoeverHasLeft_IsNoUser()
    {
        var (member, id, _) = await Queueing.User(Http);
        var account = (await api.Server.Services.GetRequiredService<ReservationUsers>().Find(id))!.Id;
        Assert.Equal(HttpStatusCode.OK, (await (await ApiClient.Operator(Http)).Send(HttpMethod.Put, $"/api/v1/users/{account}/roles", new { roles = new { reservia = (string?)null } })).Status);
        Assert.Equal(
            (HttpStatusCode.NotFound, $$"""{"error":"User {{id}} not found"}"""), Short(await (await Queueing.Admin(Http)).Post("/admin/user/modify", new { user_id = id, password = "x" })));
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Get("/session/status")).Status);
    }

    [Fact]
    public async Task OnlyAdmins_AddAndListUsersAndAddResources()
    {
        var (member, _, _) = await Queueing.User(Http);
        foreach (var (path, body) in new (string, object)[]
        {
            ("/admin/user/add", new { name = "n", email = "n@example.org", password = "x" }),
            ("/admin/resource/add", new { name = "n" }),
            ("/admin/resource/modify", new { resource_id = 1, name = "n" }),
            ("/reservation/priority", new { resource_id = 1, user_id = 1, priority = 1 }),
        })
        {
            Assert.Equal((HttpStatusCode.Forbidden, """{"error":"Admin access required"}"""), Short(await member.Post(path, body)));
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post($"/reservia{path}", body)).Status);
        }

        Assert.Equal((HttpStatusCode.Forbidden, """{"error":"Admin access required"}"""), Short(await member.Get("/info/users")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Get("/reservia/info/users")).Status);
    }

    [Fact]
    public async Task AUserChangesItself_AndNobodyElse()
    {
        var (member, id, name) = await Queueing.User(Http);
        var (_, other, _) = await Queueing.User(Http);
        var email = $"{Guid.NewGuid():N}@example.org";
        var changed = await member.Post("/admin/user/modify", new { user_id = id, email, password = "new" });
        Assert.Equal((HttpStatusCode.OK, $$"""{"message":"User modified successfully","user_id":{{id}}}"""), Short(changed));
        Assert.Equal(email, (string?)(await member.Get("/session/status")).Json!["user_email"]);
        await Member.SignIn(Http, name, "new");

        Assert.Equal((HttpStatusCode.Forbidden, """{"error":"Cannot modify other users"}"""), Short(await member.Post("/admin/user/modify", new { user_id = other, password = "x" })));
        Assert.Equal((HttpStatusCode.Forbidden, """{"error":"Cannot modify other users"}"""), Short(await member.Post("/admin/user/modify", new { user_id = id, priority = 9 })));
        Assert.Equal(HttpStatusCode.BadRequest, (await member.Post("/admin/user/modify", new { user_id = id })).Status);
        Assert.Equal((HttpStatusCode.BadRequest, """{"error":"user_id is required"}"""), Short(await member.Post("/admin/user/modify", new { email })));
    }

    [Fact]
    public async Task AnAdminChangesOthers()
    {
        var admin = await Queueing.Admin(Http);
        var (member, id, name) = await Queueing.User(Http);
        var (_, _, other) = await Queueing.User(Http);
        Assert.Equal(HttpStatusCode.OK, (await admin.Post("/admin/user/modify", new { user_id = id, password = "given" })).Status);
        // Whoever was signed in with the old password is not any more.
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Get("/session/status")).Status);
        await Member.SignIn(Http, name, "given");
        Assert.Equal((HttpStatusCode.NotFound, """{"error":"User 999999 not found"}"""), Short(await admin.Post("/admin/user/modify", new { user_id = 999999, password = "x" })));
        Assert.Equal(
            (HttpStatusCode.Conflict, $$"""{"error":"Email '{{other}}@example.org' already exists"}"""),
            Short(await admin.Post("/admin/user/modify", new { user_id = id, email = $"{other}@example.org" })));
    }

    [Fact]
    public async Task Users_AreListedByTheirNumbers()
    {
        var (_, id, name) = await Queueing.User(Http);
        var list = (await (await Queueing.Admin(Http)).Get("/info/users")).Json!;
        var users = list["users"]!.AsArray().Select(u => u!).ToArray();
        Assert.Equal("Users retrieved successfully", (string?)list["message"]);
        Assert.Equal(users.Length, (int)list["count"]!);
        Assert.Equal(users.Select(u => (long)u["id"]!).Order(), users.Select(u => (long)u["id"]!));
        var own = users.Single(u => (long)u["id"]! == id);
        Assert.Equal((name, $"{name}@example.org", "user"), ((string?)own["name"], (string?)own["email"], (string?)own["role"]));
        Assert.Contains(users, u => (string?)u["name"] == "super" && (string?)u["role"] == "super");
        Assert.True(id > 2);
    }

    [Fact]
    public async Task AResourceHasANameOfItsOwn()
    {
        var admin = await Queueing.Admin(Http);
        var name = Fresh("Printer");
        var made = await admin.Post("/admin/resource/add", new { name, comment = "by the door" });
        Assert.Equal((HttpStatusCode.Created, "Resource created successfully"), (made.Status, (string?)made.Json!["message"]));
        Assert.Equal((HttpStatusCode.Conflict, $$"""{"error":"Resource name '{{name}}' already exists"}"""), Short(await admin.Post("/admin/resource/add", new { name })));

        var id = (long)made.Json!["resource_id"]!;
        var other = await Queueing.Resource(Http);
        Assert.Equal((HttpStatusCode.Conflict, $$"""{"error":"Resource name '{{name}}' already exists"}"""), Short(await admin.Post("/admin/resource/modify", new { resource_id = other, name })));
        Assert.Equal(HttpStatusCode.OK, (await admin.Post("/admin/resource/modify", new { resource_id = id, name = name + " 2", capacity = 3 })).Status);
        // The old name is free again.
        Assert.Equal(HttpStatusCode.OK, (await admin.Post("/admin/resource/modify", new { resource_id = other, name })).Status);
        foreach (var path in (string[])["/info/resources", "/admin/resources"])
        {
            var row = (await admin.Get(path)).Json!["resources"]!.AsArray().Select(r => r!).Single(r => (long)r["id"]! == id);
            Assert.Equal((name + " 2", "by the door", 3, "available"), ((string?)row["name"], (string?)row["comment"], (int)row["capacity"]!, (string?)row["state"]));
        }
    }

    [Fact]
    public async Task ARepeatedCreation_AnswersTheSameResource_AndUsesUpNoNumber()
    {
        var (admin, name) = (await Queueing.Admin(Http), Fresh("Mill"));
        var first = await admin.Post("/admin/resource/add", new { name }, ("Idempotency-Key", name));
        var again = await admin.Post("/admin/resource/add", new { name }, ("Idempotency-Key", name));
        Assert.Equal((HttpStatusCode.Created, first.Text), Short(again));
        Assert.Equal((long)first.Json!["resource_id"]! + 1, await Queueing.Resource(Http));
    }

    [Theory]
    [InlineData("""{"resource_id":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resource_id":1,"capacity":0}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resource_id":1,"capacity":1.5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resource_id":1,"state":"broken"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resource_id":999999,"name":"x"}""", HttpStatusCode.NotFound)]
    public async Task ABadChangeOfAResource_IsRefused(string body, HttpStatusCode status) =>
        Assert.Equal(status, (await (await Queueing.Admin(Http)).Post("/admin/resource/modify", body)).Status);

    [Fact]
    public async Task TheServiceSaysThatItIsAlive()
    {
        var alive = await new ApiClient(Http).Get("/reservia/info/is_alive");
        Assert.Equal((HttpStatusCode.OK, """{"status":"alive","service":"Reservia","no_auth":false}"""), Short(alive));
        Assert.Equal("""{"version":"1.0.0"}""", (await new ApiClient(Http).Get("/reservia/info/get_version")).Text);
    }

    [Fact]
    public async Task Development_SeedsOneResourceWithId1()
    {
        var resources = (await (await Queueing.Admin(Http)).Get("/info/resources")).Json!["resources"]!.AsArray();
        Assert.Contains(resources, r => (long)r!["id"]! == 1);
    }

    private static (HttpStatusCode, string) Short(ApiAnswer answer) => (answer.Status, answer.Text);
}
