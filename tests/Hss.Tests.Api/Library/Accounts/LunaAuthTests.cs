using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Identity;

namespace Hss.Tests.Api.Library.Accounts;

/// <summary>Signing in on <c>/luna</c> over real HTTP: its envelope, its roles, its password rule.</summary>
public sealed class LunaAuthTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _nobody = new(api.Client);

    [Fact]
    public async Task Register_MakesAStudent_WhoIsSignedIn()
    {
        var email = Luna.NewEmail();
        var made = await _nobody.Post(
            $"{Luna.Auth}/register",
            new { email = $" {email.ToUpperInvariant()} ", password = Luna.Password, first_name = " Mina ", last_name = "Okafor", phone_number = "+49 30 1234" });

        var data = made.Data(HttpStatusCode.Created);
        Assert.Equal(["success", "data", "meta"], made.Json!.AsObject().Select(m => m.Key));
        Assert.Equal("v1", made.Header("API-Version"));
        Assert.Equal(made.Header("X-Request-Id"), (string?)made.Json["meta"]!["request_id"]);
        Assert.Equal((900, "Bearer"), ((int)data["expires_in"]!, (string?)data["token_type"]));
        var user = data["user"]!;
        Assert.Equal((email, "Mina", "Okafor", "STUDENT", "+49 30 1234"), ((string?)user["email"], (string?)user["first_name"], (string?)user["last_name"], (string?)user["role"], (string?)user["phone_number"]));

        var me = await new ApiClient(api.Client, (string)data["access_token"]!).Get($"{Luna.Auth}/me");
        Assert.Equal(user.ToJsonString(), me.Data().ToJsonString());
        Assert.NotNull(me.Header("ETag"));
    }

    [Fact]
    public async Task Register_OfAKnownEmail_Is409_AlsoOfAnotherSystemsAccount()
    {
        foreach (var email in (string[])[(await Luna.Reader(api.Client)).Email.ToUpperInvariant(), "customer@hss.local"])
        {
            var again = await _nobody.Post($"{Luna.Auth}/register", Person(email));
            Assert.Equal((HttpStatusCode.Conflict, "EMAIL_TAKEN"), (again.Status, again.Code()));
        }
    }

    [Fact]
    public async Task Register_WithARoleAboveStudent_IsForAdminsOnly()
    {
        foreach (var caller in (ApiClient[])[_nobody, await Luna.Student(api.Client), await Luna.Librarian(api.Client)])
        {
            var refused = await caller.Post($"{Luna.Auth}/register", Person(Luna.NewEmail(), "LIBRARIAN"));
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (refused.Status, refused.Code()));
        }

        var made = (await (await Luna.Admin(api.Client)).Post($"{Luna.Auth}/register", Person(Luna.NewEmail(), "LIBRARIAN"))).Data(HttpStatusCode.Created);
        Assert.Equal("LIBRARIAN", (string?)made["user"]!["role"]);
        Assert.Equal("LIBRARIAN", (string?)(await new ApiClient(api.Client, (string)made["access_token"]!).Get($"{Luna.Auth}/me")).Data()["role"]);
    }

    [Fact]
    public async Task AnAdmin_AddsSomebodyWithAnAccountElsewhere_WithoutTokensAndWithoutAPassword()
    {
        var email = Luna.NewEmail();
        await _nobody.Post("/api/v1/auth/register", new { email, password = Luna.Password });
        var added = (await (await Luna.Admin(api.Client)).Post($"{Luna.Auth}/register", Person(email, "LIBRARIAN", "Quite-another-1"))).Data(HttpStatusCode.Created);
        Assert.Equal(("LIBRARIAN", null, null), ((string?)added["user"]!["role"], (string?)added["access_token"], (string?)added["refresh_token"]));

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(email, "Quite-another-1")).Status);
        Assert.Equal("LIBRARIAN", (string?)(await SignIn(email, Luna.Password)).Data()["user"]!["role"]);
        var again = await (await Luna.Admin(api.Client)).Post($"{Luna.Auth}/register", Person(email, "ADMIN"));
        Assert.Equal((HttpStatusCode.Conflict, "EMAIL_TAKEN"), (again.Status, again.Code()));
    }

    [Theory]
    [InlineData("short-1", "must have at least 8 characters")]
    [InlineData("12345678!", "must have letters, digits and a special character")]
    [InlineData("abcdefgh!", "must have letters, digits and a special character")]
    [InlineData("abcdefg12", "must have letters, digits and a special character")]
    public async Task Password_NeedsLettersDigitsAndASpecialCharacter(string password, string message)
    {
        var refused = await _nobody.Post($"{Luna.Auth}/register", Person(Luna.NewEmail(), password: password));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (refused.Status, refused.Code()));
        Assert.Equal([message], refused.Json!["error"]!["details"]!["fields"]!["password"]!.AsArray().Select(m => (string)m!));
        foreach (var (path, body) in ((string, object)[])[
            ("change-password", new { current_password = Luna.Password, new_password = password }), ("reset-password", new { token = "x", new_password = password })])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Luna.Student(api.Client)).Post($"{Luna.Auth}/{path}", body)).Status);
    }

    [Theory]
    [InlineData("register", "{}", "email", "password", "first_name", "last_name")]
    [InlineData("register", """{"email":"no","password":"Correct-horse-9","first_name":" ","last_name":"x","role":"KING"}""", "email", "first_name", "role")]
    [InlineData("login", "{}", "email", "password")]
    [InlineData("refresh", "{}", "refresh_token")]
    [InlineData("forgot-password", """{"email":"no"}""", "email")]
    [InlineData("reset-password", """{"token":7}""", "token", "new_password")]
    public async Task BadInput_Is422_WithAListOfMessagesForEachField(string route, string body, params string[] fields)
    {
        var refused = await _nobody.Post($"{Luna.Auth}/{route}", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (refused.Status, refused.Code()));
        var named = refused.Json!["error"]!["details"]!["fields"]!.AsObject();
        Assert.Equal(fields, named.Select(f => f.Key));
        Assert.All(named, f => Assert.All(f.Value!.AsArray(), m => Assert.False(string.IsNullOrEmpty((string?)m))));
    }

    [Fact]
    public async Task Login_OfAWrongPasswordOrNobody_Is401_InTheSameWords()
    {
        var reader = await Luna.Reader(api.Client);
        Assert.Equal(reader.Id, (string?)(await SignIn(reader.Email, Luna.Password)).Data()["user"]!["id"]);
        foreach (var email in (string[])[reader.Email, Luna.NewEmail()])
        {
            var refused = await SignIn(email, "Another-password-1");
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED", "Invalid email or password"), (refused.Status, refused.Code(), (string?)refused.Json!["error"]!["message"]));
        }
    }

    [Fact]
    public async Task Login_OfAnAccountOfAnotherSystem_JoinsAsAStudent()
    {
        var email = Luna.NewEmail();
        await _nobody.Post("/api/v1/auth/register", new { email, password = Luna.Password, first_name = "Kim", last_name = "Lee" });
        var user = (await SignIn(email, Luna.Password)).Data()["user"]!;
        Assert.Equal(("STUDENT", "Kim", "Lee"), ((string?)user["role"], (string?)user["first_name"], (string?)user["last_name"]));
    }

    [Fact]
    public async Task Refresh_GivesNewTokens_ALogoutEndsBoth()
    {
        var reader = await Luna.Reader(api.Client);
        var refreshed = (await _nobody.Post($"{Luna.Auth}/refresh", new { refresh_token = reader.Refresh })).Data();
        Assert.Equal(900, (int)refreshed["expires_in"]!);
        var client = new ApiClient(api.Client, (string)refreshed["access_token"]!);
        Assert.NotNull((await client.Post($"{Luna.Auth}/logout")).Data()["message"]);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(await client.Get($"{Luna.Auth}/me")));
        foreach (var token in (string[])[(string)refreshed["refresh_token"]!, "nonsense"])
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(await _nobody.Post($"{Luna.Auth}/refresh", new { refresh_token = token })));
    }

    [Fact]
    public async Task Me_IsChangedInPart_UnderIfMatch()
    {
        var reader = await Luna.Reader(api.Client);
        var tag = (await reader.Client.Get($"{Luna.Auth}/me")).Header("ETag")!;
        var changed = await reader.Client.Put($"{Luna.Auth}/me", new { phone_number = "0301234" }, ("If-Match", tag));
        Assert.Equal(("Rita", "Reader", "0301234"), Names(changed.Data()));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PRECONDITION_FAILED"), Of(await reader.Client.Put($"{Luna.Auth}/me", new { first_name = "Rosa" }, ("If-Match", tag))));
        Assert.Equal(("Rosa", "Reader", "0301234"), Names((await reader.Client.Put($"{Luna.Auth}/me", new { first_name = "Rosa" })).Data()));
        Assert.Equal(("Rosa", "Reader", null), Names((await reader.Client.Put($"{Luna.Auth}/me", new { phone_number = (string?)null })).Data()));
    }

    [Fact]
    public async Task ChangePassword_EndsTheOtherSessions_AWrongOneIs400()
    {
        var reader = await Luna.Reader(api.Client);
        var other = new ApiClient(api.Client, (string)(await SignIn(reader.Email, Luna.Password)).Data()["access_token"]!);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "INCORRECT_PASSWORD"),
            Of(await reader.Client.Put($"{Luna.Auth}/change-password", new { current_password = "Not-mine-1", new_password = "Second-horse-2" })));
        (await reader.Client.Put($"{Luna.Auth}/change-password", new { current_password = Luna.Password, new_password = "Second-horse-2" })).Data();
        Assert.Equal(HttpStatusCode.OK, (await reader.Client.Get($"{Luna.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Get($"{Luna.Auth}/me")).Status);
        (await SignIn(reader.Email, "Second-horse-2")).Data();
    }

    [Fact]
    public async Task ForgotPassword_NeverRevealsAccounts_AndItsTokenWorksOnce()
    {
        var reader = await Luna.Reader(api.Client);
        var known = await _nobody.Post($"{Luna.Auth}/forgot-password", new { email = reader.Email });
        var unknown = await _nobody.Post($"{Luna.Auth}/forgot-password", new { email = Luna.NewEmail() });
        Assert.Equal(known.Data().ToJsonString(), unknown.Data().ToJsonString());
        Assert.Equal(known.Headers.Keys.Order(), unknown.Headers.Keys.Order());

        var token = await Mails.ResetToken(api.Server, reader.Email);
        (await _nobody.Post($"{Luna.Auth}/reset-password", new { token, new_password = "Third-horse-3" })).Data();
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Client.Get($"{Luna.Auth}/me")).Status);
        (await SignIn(reader.Email, "Third-horse-3")).Data();
        foreach (var used in (string[])[token, "nonsense"])
        {
            var again = await _nobody.Post($"{Luna.Auth}/reset-password", new { token = used, new_password = "Fourth-horse-4" });
            Assert.Equal((HttpStatusCode.BadRequest, "INVALID_TOKEN", "Invalid or expired reset token"), (again.Status, again.Code(), (string?)again.Json!["error"]!["message"]));
        }
    }

    [Fact]
    public async Task DeleteMe_TakesTheRole_AndTheAccountWhenItWasTheLast()
    {
        var reader = await Luna.Reader(api.Client);
        (await reader.Client.Delete($"{Luna.Auth}/me")).Data();
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Client.Get($"{Luna.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(reader.Email, Luna.Password)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _nobody.Post($"{Luna.Auth}/register", Person(reader.Email))).Status);
    }

    [Fact]
    public async Task DeleteMe_IsRefusedWhileARequestIsActive()
    {
        var reader = await Luna.Reader(api.Client);
        var request = await reader.Client.Post($"{Luna.Api}/requests", new { book_id = await Luna.Book(api.Client), request_location = "Room 12" });
        var refused = await reader.Client.Delete($"{Luna.Auth}/me");
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE", "1"), (refused.Status, refused.Code(), (string?)refused.Json!["error"]!["details"]!["active"]?.ToString()));
        (await reader.Client.Put($"{Luna.Api}/requests/{request.Data(HttpStatusCode.Created)["id"]}/cancel")).Data();
        (await reader.Client.Delete($"{Luna.Auth}/me")).Data();
    }

    [Fact]
    public async Task AnOperatorOfThePlatform_IsAnAdminHere() =>
        Assert.Equal("ADMIN", (string?)(await (await ApiClient.Operator(api.Client)).Get($"{Luna.Auth}/me")).Data()["role"]);

    [Fact]
    public async Task WithoutAToken_Is401_InTheEnvelope_OnEveryPathOfThisMount()
    {
        foreach (var path in (string[])[$"{Luna.Auth}/me", Luna.Books, "/api/v1/books"])
        {
            var without = await _nobody.Get(path);
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(without));
            Assert.Equal((false, "v1"), ((bool)without.Json!["success"]!, without.Header("API-Version")));
            Assert.NotNull(without.Header("WWW-Authenticate"));
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(await new ApiClient(api.Client, "a.b.c").Get(path)));
        }
    }

    [Fact]
    public async Task TheWelcome_SaysThatTheServiceRuns()
    {
        var welcome = await _nobody.Get("/luna/");
        Assert.Equal((HttpStatusCode.OK, "running"), (welcome.Status, (string?)welcome.Json!["status"]));
        Assert.NotNull(welcome.Json["service"]);
        Assert.NotNull(welcome.Json["message"]);
        Assert.Equal("v1", welcome.Header("API-Version"));
    }

    private static object Person(string email, string? role = null, string password = Luna.Password) => new { email, password, first_name = "Rita", last_name = "Reader", role };

    private static (HttpStatusCode Status, string? Code) Of(ApiAnswer answer) => (answer.Status, answer.Code());

    private static (string? First, string? Last, string? Phone) Names(JsonNode user) => ((string?)user["first_name"], (string?)user["last_name"], (string?)user["phone_number"]);

    private Task<ApiAnswer> SignIn(string email, string password) => _nobody.Post($"{Luna.Auth}/login", new { email, password });
}
