using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Assets.Accounts;

/// <summary>Signing in on <c>/sams</c> over real HTTP: its shapes and its words.</summary>
public sealed class AssetAuthTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string NotAuthenticated = """{"detail":"Not authenticated"}""";

    private const string NotValidated = """{"detail":"Could not validate credentials"}""";

    private readonly ApiClient _nobody = new(api.Client);

    [Fact]
    public async Task Register_MakesAnEmployee_WhoIsSignedIn()
    {
        var email = People.NewEmail();
        var made = await _nobody.Post($"{People.Auth}/register", new { email = $" {email.ToUpperInvariant()} ", password = People.Password, name = " Kim Min Su ", department = "R&D", employee_id = "E-7" });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(["user", "access_token", "refresh_token", "token_type"], made.Json!.AsObject().Select(m => m.Key));
        var user = made.Json["user"]!.AsObject();
        Assert.Equal(["id", "email", "name", "role", "department", "employee_id", "is_active", "created_at", "updated_at"], user.Select(m => m.Key));
        Assert.Equal((email, "Kim Min Su", "employee", "R&D", "E-7", true), Shown(user));
        Assert.Equal("bearer", (string?)made.Json["token_type"]);
        var me = await new ApiClient(api.Client, (string)made.Json["access_token"]!).Get($"{People.Auth}/me");
        Assert.Equal((HttpStatusCode.OK, user.ToJsonString()), (me.Status, me.Json!.ToJsonString()));
        Assert.NotNull(me.Header("ETag"));
    }

    [Fact]
    public async Task Register_OfAKnownEmail_Is400_AlsoOfAnotherSystemsAccount()
    {
        var person = await People.Register(api.Client);
        foreach (var email in new[] { person.Email.ToUpperInvariant(), "customer@hss.local" })
        {
            var again = await _nobody.Post($"{People.Auth}/register", new { email, password = People.Password, name = "x" });
            Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Email already registered"}"""), (again.Status, again.Text));
        }
    }

    [Fact]
    public async Task Register_WithARoleAboveEmployee_IsForAdminsOnly()
    {
        foreach (var caller in new[] { _nobody, await Sams.Manager(api.Client) })
        {
            var refused = await caller.Post($"{People.Auth}/register", new { email = People.NewEmail(), password = People.Password, name = "x", role = "manager" });
            Assert.Equal((HttpStatusCode.Forbidden, "Insufficient permissions. Required roles: ['admin']"), (refused.Status, refused.Detail()));
        }

        var made = await (await Sams.Admin(api.Client)).Post($"{People.Auth}/register", new { email = People.NewEmail(), password = People.Password, name = "x", role = "manager" });
        Assert.Equal((HttpStatusCode.Created, "manager"), (made.Status, (string?)made.Json!["user"]!["role"]));
    }

    [Fact]
    public async Task FiftyParallelRegistrationsOfOneEmail_MakeOne()
    {
        var email = People.NewEmail();
        var answers = await Sams.AtOnce(50, n => _nobody.Post($"{People.Auth}/register", new { email, password = People.Password, name = $"Kim {n}" }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.BadRequest, "Email already registered"), (a.Status, a.Detail())));
        Assert.Equal(1, (int)(await (await Sams.Admin(api.Client)).Get($"{People.Users}?search={email}")).Json!["total"]!);
    }

    [Theory]
    [InlineData("register", """{"email":"no","password":"12345678","name":"x"}""", "email")]
    [InlineData("register", """{"email":"a@b.org","password":"1234567","name":"x"}""", "password")]
    [InlineData("register", """{"email":"a@b.org","password":"12345678"}""", "name")]
    [InlineData("login", """{"email":"no","password":"x"}""", "email")]
    [InlineData("login", """{"email":"a@b.org","password":""}""", "password")]
    [InlineData("refresh", "{}", "refresh_token")]
    public async Task BadInput_Is422_AndNamesTheField(string route, string body, string field)
    {
        var answer = await _nobody.Post($"{People.Auth}/{route}", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var fault = Assert.Single(answer.Json!["detail"]!.AsArray())!.AsObject();
        Assert.Equal(["type", "loc", "msg", "input"], fault.Select(m => m.Key));
        Assert.Equal($"""["body","{field}"]""", fault["loc"]!.ToJsonString());
    }

    [Fact]
    public async Task Login_AnswersUserAndTokens_AWrongPasswordOrNobodyIs401()
    {
        var person = await People.Register(api.Client);
        var signed = await _nobody.Post($"{People.Auth}/login", new { email = person.Email, password = People.Password });
        Assert.Equal((HttpStatusCode.OK, person.Id, "bearer"), (signed.Status, (string?)signed.Json!["user"]!["id"], (string?)signed.Json["token_type"]));

        foreach (var email in new[] { person.Email, People.NewEmail() })
        {
            var refused = await _nobody.Post($"{People.Auth}/login", new { email, password = "Another-password" });
            Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"Incorrect email or password"}"""), (refused.Status, refused.Text));
        }
    }

    [Fact]
    public async Task Login_OfAnAccountOfAnotherSystem_Is403_UntilAnAdminAddsIt()
    {
        var email = People.NewEmail();
        await _nobody.Post("/api/v1/auth/register", new { email, password = People.Password });
        Assert.Equal(HttpStatusCode.Forbidden, (await _nobody.Post($"{People.Auth}/login", new { email, password = People.Password })).Status);

        Assert.Equal(HttpStatusCode.Created, (await (await Sams.Admin(api.Client)).Post(People.Users, new { email, password = "Quite-another-1", name = "Joined" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post($"{People.Auth}/login", new { email, password = "Quite-another-1" })).Status);
        var signed = await _nobody.Post($"{People.Auth}/login", new { email, password = People.Password });
        Assert.Equal((HttpStatusCode.OK, "Joined"), (signed.Status, (string?)signed.Json!["user"]!["name"]));
    }

    [Fact]
    public async Task AnInactiveUser_Is403Everywhere_AtOnce()
    {
        var person = await People.Register(api.Client);
        await (await Sams.Admin(api.Client)).Put($"{People.Users}/{person.Id}", new { is_active = false });

        foreach (var answer in new[]
        {
            await _nobody.Post($"{People.Auth}/login", new { email = person.Email, password = People.Password }),
            await _nobody.Post($"{People.Auth}/refresh", new { refresh_token = person.Refresh }),
            await person.Client.Get($"{People.Auth}/me"),
            await person.Client.Get(Sams.Categories),
            await person.Client.Get($"{People.Users}/{person.Id}"),
        })
            Assert.Equal((HttpStatusCode.Forbidden, """{"detail":"User account is inactive"}"""), (answer.Status, answer.Text));

        await (await Sams.Admin(api.Client)).Put($"{People.Users}/{person.Id}", new { is_active = true });
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Get($"{People.Auth}/me")).Status);
    }

    [Fact]
    public async Task Refresh_AnswersNewTokensAndTheUser_AnOldOrForgedTokenIs401()
    {
        var person = await People.Register(api.Client);
        var refreshed = await _nobody.Post($"{People.Auth}/refresh", new { refresh_token = person.Refresh });
        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.Equal(["user", "access_token", "refresh_token", "token_type"], refreshed.Json!.AsObject().Select(m => m.Key));
        Assert.Equal(person.Id, (string?)refreshed.Json["user"]!["id"]);
        Assert.NotEqual(person.Refresh, (string?)refreshed.Json["refresh_token"]);
        Assert.Equal(HttpStatusCode.OK, (await new ApiClient(api.Client, (string)refreshed.Json["access_token"]!).Get($"{People.Auth}/me")).Status);

        foreach (var token in new[] { "nonsense", person.Client.Token! })
        {
            var refused = await _nobody.Post($"{People.Auth}/refresh", new { refresh_token = token });
            Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"Invalid refresh token"}"""), (refused.Status, refused.Text));
        }
    }

    [Fact]
    public async Task Logout_EndsTheSession_ForBothTokens()
    {
        var person = await People.Register(api.Client);
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.Post($"{People.Auth}/logout")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, NotValidated), Of(await person.Client.Get($"{People.Auth}/me")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post($"{People.Auth}/refresh", new { refresh_token = person.Refresh })).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, NotValidated), Of(await person.Client.Post($"{People.Auth}/logout")));
    }

    [Fact]
    public async Task WithoutAToken_Is401NotAuthenticated_WithABadOne401_OnThisMountOnly()
    {
        foreach (var path in new[] { $"{People.Auth}/me", People.Users, Sams.Categories, $"{Sams.Locations}/x" })
        {
            var without = await _nobody.Get(path);
            Assert.Equal((HttpStatusCode.Unauthorized, NotAuthenticated), Of(without));
            Assert.NotNull(without.Header("WWW-Authenticate"));
            Assert.Equal((HttpStatusCode.Unauthorized, NotValidated), Of(await new ApiClient(api.Client, "a.b.c").Get(path)));
        }

        Assert.Equal("""{"detail":"Authentication is required"}""", (await _nobody.Get("/store/api/v1/orders")).Text);
    }

    [Fact]
    public async Task AWrongRole_Is403_AndNamesTheRoles()
    {
        var refused = await (await Sams.Employee(api.Client)).Get(People.Users);
        Assert.Equal((HttpStatusCode.Forbidden, """{"detail":"Insufficient permissions. Required roles: ['admin']"}"""), Of(refused));
    }

    [Fact]
    public async Task ChangePassword_AnswersTheUser_EndsTheOtherSessions_AndTheNewOneCounts()
    {
        var person = await People.Register(api.Client);
        var other = await People.SignIn(api.Client, person.Email);
        var wrong = await person.Client.Put($"{People.Auth}/change-password", new { old_password = "Not-my-password", new_password = "Second-password-2" });
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Incorrect current password"}"""), Of(wrong));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Client.Put($"{People.Auth}/change-password", new { old_password = People.Password, new_password = "short" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Client.Get($"{People.Auth}/me")).Status);

        var changed = await person.Client.Put($"{People.Auth}/change-password", new { old_password = People.Password, new_password = "Second-password-2" });
        Assert.Equal((HttpStatusCode.OK, person.Id), (changed.Status, (string?)changed.Json!["id"]));
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Get($"{People.Auth}/me")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, NotValidated), Of(await other.Client.Get($"{People.Auth}/me")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post($"{People.Auth}/login", new { email = person.Email, password = People.Password })).Status);
        await People.SignIn(api.Client, person.Email, "Second-password-2");
    }

    [Fact]
    public async Task AnOperatorOfThePlatform_HasTheHighestRole()
    {
        var operatorClient = await ApiClient.Operator(api.Client);
        Assert.Equal("admin", (string?)(await operatorClient.Get($"{People.Auth}/me")).Json!["role"]);
        Assert.Equal(HttpStatusCode.OK, (await operatorClient.Get(People.Users)).Status);
    }

    private static (HttpStatusCode, string) Of(ApiAnswer answer) => (answer.Status, answer.Text);

    private static (string?, string?, string?, string?, string?, bool) Shown(JsonObject user) => (
        (string?)user["email"], (string?)user["name"], (string?)user["role"], (string?)user["department"], (string?)user["employee_id"], (bool)user["is_active"]!);
}
