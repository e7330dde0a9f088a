using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Identity;
using Hss.Tests.Api.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Identity;

/// <summary>Registering, signing in, sessions, passwords and roles over real HTTP.</summary>
public sealed class AuthTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Password = "Correct-horse-9";

    private readonly ApiClient _nobody = new(api.Client);

    private static string NewEmail() => $"u{Guid.NewGuid():N}@example.org";

    private async Task<(ApiClient Client, JsonNode Tokens, string Email)> NewAccount()
    {
        var email = NewEmail();
        Assert.Equal(HttpStatusCode.Created, (await _nobody.Post("/api/v1/auth/register", new { email, password = Password })).Status);
        var tokens = await Login(email, Password);
        return (new(api.Client, (string?)tokens["access_token"]), tokens, email);
    }

    private async Task<JsonNode> Login(string email, string password)
    {
        var answer = await _nobody.Post("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    [Fact]
    public async Task Registration_ThenSignIn_ThenMe()
    {
        var email = NewEmail();
        var made = await _nobody.Post("/api/v1/auth/register", new { email = $" {email.ToUpperInvariant()} ", password = Password, first_name = "Ada", last_name = "L" });
        Assert.Equal((HttpStatusCode.Created, email), (made.Status, (string?)made.Json!["email"]));
        var tokens = await Login(email, Password);
        Assert.Equal((900, "bearer"), ((int)tokens["expires_in"]!, (string?)tokens["token_type"]));
        var me = await new ApiClient(api.Client, (string?)tokens["access_token"]).Get("/api/v1/auth/me");
        Assert.Equal((email, "Ada", "user"), ((string?)me.Json!["email"], (string?)me.Json["first_name"], (string?)me.Json["roles"]!["platform"]));
        Assert.Equal(HttpStatusCode.Conflict, (await _nobody.Post("/api/v1/auth/register", new { email, password = Password })).Status);
    }

    [Fact]
    public async Task FiftyParallelRegistrationsOfOneEmail_MakeOneAccount()
    {
        var email = NewEmail();
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, 50).Select(async _ =>
        {
            await barrier.Task;
            return await _nobody.Post("/api/v1/auth/register", new { email, password = Password });
        }).ToList();
        barrier.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        var created = await journal.Events(new() { Kind = "account", Types = ["account.created"], Limit = 10_000 }, default);
        Assert.Single(created, e => e.Event.Data.Contains(email, StringComparison.Ordinal));
        await Login(email, Password);
    }

    [Fact]
    public async Task Refresh_Rotates_AndReuseOfAnOldTokenEndsTheSession()
    {
        var (client, tokens, _) = await NewAccount();
        var first = (string)tokens["refresh_token"]!;
        var second = (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = first })).Json!;
        Assert.NotEqual(first, (string?)second["refresh_token"]);

        // Two tabs: the token just replaced gives the same new one for a moment.
        var twin = (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = first })).Json!;
        Assert.Equal((string?)second["refresh_token"], (string?)twin["refresh_token"]);

        var third = (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = (string)second["refresh_token"]! })).Json!;
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = first })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Get("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = (string)third["refresh_token"]! })).Status);
    }

    [Fact]
    public async Task SignOut_EndsAccessAndRefreshAtOnce_AndOnlyThatSession()
    {
        var (client, tokens, email) = await NewAccount();
        var other = new ApiClient(api.Client, (string?)(await Login(email, Password))["access_token"]);
        Assert.Equal(HttpStatusCode.NoContent, (await client.Post("/api/v1/auth/logout")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Get("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/api/v1/auth/refresh", new { refresh_token = (string)tokens["refresh_token"]! })).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task Sessions_AreListed_AndOneCanBeEnded()
    {
        var (client, _, email) = await NewAccount();
        var other = new ApiClient(api.Client, (string?)(await Login(email, Password))["access_token"]);
        var sessions = (await client.Get("/api/v1/auth/sessions")).Json!["sessions"]!.AsArray();
        Assert.Equal([false, true], sessions.Select(s => (bool)s!["current"]!));
        var (foreign, _, _) = await NewAccount();
        var path = $"/api/v1/auth/sessions/{sessions[0]!["id"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Send(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await client.Send(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Get("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task PasswordChange_EndsTheOtherSessions_AndKeepsThisOne()
    {
        var (client, _, email) = await NewAccount();
        var other = new ApiClient(api.Client, (string?)(await Login(email, Password))["access_token"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Post("/api/v1/auth/change-password", new { current_password = "wrong-one-1", new_password = "Another-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await client.Post("/api/v1/auth/change-password", new { current_password = Password, new_password = "Another-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Get("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Get("/api/v1/auth/me")).Status);
        Assert.True((bool)Assert.Single((await client.Get("/api/v1/auth/sessions")).Json!["sessions"]!.AsArray())!["current"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/api/v1/auth/login", new { email, password = Password })).Status);
        await Login(email, "Another-horse-9");
    }

    [Fact]
    public async Task ResetToken_IsMailed_AndWorksOnce()
    {
        var (client, _, email) = await NewAccount();
        Assert.Equal(HttpStatusCode.Accepted, (await _nobody.Post("/api/v1/auth/forgot-password", new { email })).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await _nobody.Post("/api/v1/auth/forgot-password", new { email = NewEmail() })).Status);
        var token = await Mails.ResetToken(api.Server, email);
        Assert.Equal(HttpStatusCode.BadRequest, (await _nobody.Post("/api/v1/auth/reset-password", new { token = token[..^1] + "x", new_password = "Third-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _nobody.Post("/api/v1/auth/reset-password", new { token, new_password = "Third-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _nobody.Post("/api/v1/auth/reset-password", new { token, new_password = "Fourth-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Get("/api/v1/auth/me")).Status);
        await Login(email, "Third-horse-9");
    }

    [Fact]
    public async Task Roles_CountAtOnce_FromServerState_NotFromTheToken()
    {
        var (client, _, _) = await NewAccount();
        var id = (string)(await client.Get("/api/v1/auth/me")).Json!["id"]!;
        var operators = await ApiClient.Operator(api.Client);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get("/hss/api/v1/staff/queue")).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { hss = "staff" } })).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Get("/hss/api/v1/staff/queue")).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", """{"roles":{"hss":null}}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get("/hss/api/v1/staff/queue")).Status);

        foreach (var bad in (string[])["""{"roles":{"hss":"king"}}""", """{"roles":{"mars":"user"}}""", """{"roles":{"hss":7}}""", "{}"])
            Assert.Equal(HttpStatusCode.BadRequest, (await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", bad)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.Send(HttpMethod.Put, $"/api/v1/users/{Guid.NewGuid()}/roles", new { roles = new { hss = "staff" } })).Status);

        Assert.Equal(HttpStatusCode.OK, (await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/active", new { active = false })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Get("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task Users_AreForOperatorsOnly()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Get("/api/v1/users")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ApiClient.Admin(api.Client)).Get("/api/v1/users")).Status);
        var page = await (await ApiClient.Operator(api.Client)).Get("/api/v1/users?limit=1&role=hss:staff");
        Assert.Equal((HttpStatusCode.OK, 1), (page.Status, page.Json!["users"]!.AsArray().Count));
        Assert.NotNull(page.Header("X-Total-Count"));
    }

    [Fact]
    public async Task Tokens_ThatAreForgedOrTampered_AreRefused()
    {
        var (client, _, _) = await NewAccount();
        var parts = client.Token!.Split('.');
        var none = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        var later = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(claims.Replace("\"exp\":1", "\"exp\":9", StringComparison.Ordinal)));
        var upper = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"HS512","typ":"JWT","kid":"dev1"}"""u8);
        foreach (var token in (string[])[$"{none}.{parts[1]}.", $"{none}.{parts[1]}.{parts[2]}", $"{parts[0]}.{later}.{parts[2]}", $"{upper}.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}", "x", "a.b.c", new string('a', 10_000)])
        {
            var answer = await new ApiClient(api.Client, token).Get("/api/v1/auth/me");
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.Status, answer.Header("WWW-Authenticate")));
        }
    }

    [Fact]
    public async Task Cookies_SignIn_ButNotFromAnotherSite()
    {
        var (_, tokens, _) = await NewAccount();
        var cookie = ("Cookie", $"access_token={tokens["access_token"]}");
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Get("/api/v1/auth/me", cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _nobody.Post("/hss/api/v1/bookings", Sample.Booking(), cookie, ("Origin", "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await _nobody.Post("/hss/api/v1/bookings", Sample.Booking(), cookie, ("Origin", "http://localhost:5173"))).Status);
        var refresh = ("Cookie", $"refresh_token={tokens["refresh_token"]}");
        foreach (var route in (string[])["refresh", "logout"])
            Assert.Equal(HttpStatusCode.Forbidden, (await _nobody.Post($"/api/v1/auth/{route}", null, refresh, ("Origin", "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Post("/api/v1/auth/refresh", null, refresh, ("Origin", "http://localhost:5173"))).Status);

        // A dead cookie never blocks signing in.
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Get("/api/v1/auth/me", ("Cookie", "access_token=dead"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Post("/hss/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" }, ("Cookie", "access_token=dead"))).Status);
    }

    [Fact]
    public async Task SomebodyUnknown_CostsTheSameWorkAsAWrongPassword()
    {
        await using var server = await ApiServer.Start();
        var hasher = server.Services.GetRequiredService<PasswordHasher>();
        var nobody = new ApiClient(server.Client);
        foreach (var email in (string[])["customer@hss.local", "nobody@nowhere.example"])
        {
            var before = hasher.Derivations;
            var answer = await nobody.Post("/api/v1/auth/login", new { email, password = "Wrong-horse-9" });
            Assert.Equal((HttpStatusCode.Unauthorized, "E-mail or password is wrong"), (answer.Status, (string?)answer.Json!["detail"]));
            Assert.Equal(1, hasher.Derivations - before);
        }
    }

    [Fact]
    public async Task MoreSignInsThanTheQueueHolds_Are503WithRetryAfter()
    {
        await using var server = await ApiServer.Start(realPasswords: true);
        var nobody = new ApiClient(server.Client);
        var answers = (await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => nobody.Post("/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" })))).ToImmutableArray();
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, a.Text));
        Assert.InRange(answers.Count(a => a.Status == HttpStatusCode.OK), PasswordHasher.QueueLength, 199);
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.ServiceUnavailable), a => Assert.NotNull(a.Header("Retry-After")));
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_AndSignInsAreLimitedAnAddress()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true" });
        var nobody = new ApiClient(server.Client);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post("/hss/api/v1/auth/login", new { email = "staff@hss.local", password = "Wrong-horse-9" })).Status);
        var locked = await nobody.Post("/hss/api/v1/auth/login", new { email = "staff@hss.local", password = "Staff123!" });
        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (locked.Status, (string?)locked.Json!["error"]!["code"]));
        Assert.InRange(int.Parse(locked.Header("Retry-After")!), 14 * 60, 15 * 60);

        // Six are counted; the eleventh of this minute is refused whoever it is.
        for (var i = 6; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await nobody.Post("/hss/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" })).Status);
        var limited = await nobody.Post("/hss/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" });
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.NotNull(limited.Header("Retry-After"));
    }

    [Fact]
    public async Task ParallelGuesses_AreLockedOutTogether()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true", ["RateLimits:SignInsPerMinute"] = "1000", ["RateLimits:AddressPerMinute"] = "1000" }, realPasswords: true);
        var nobody = new ApiClient(server.Client);
        var guesses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => nobody.Post("/api/v1/auth/login", new { email = "customer@hss.local", password = "Wrong-horse-9" })));
        Assert.InRange(guesses.Count(g => g.Status == HttpStatusCode.Unauthorized), 5, 10);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await nobody.Post("/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" })).Status);
    }

    [Fact]
    public async Task ParallelGuessesOfTheCurrentPassword_AreLockedOutTogether()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true", ["RateLimits:SignInsPerMinute"] = "1000", ["RateLimits:AddressPerMinute"] = "1000" }, realPasswords: true);
        var customer = await ApiClient.Customer(server.Client);
        var guesses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => customer.Post("/api/v1/auth/change-password", new { current_password = "Wrong-horse-9", new_password = "Another-horse-9" })));
        Assert.InRange(guesses.Count(g => g.Status == HttpStatusCode.BadRequest), 1, 10);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await customer.Post("/api/v1/auth/change-password", new { current_password = "Customer123!", new_password = "Another-horse-9" })).Status);
    }

    [Fact]
    public async Task OutsideDevelopment_ThereAreNoDemonstrationAccounts_ButTheOperatorOfTheSettings()
    {
        var keys = $"k:{Convert.ToBase64String(new byte[32])}";
        await using var server = await ApiServer.Start(
            new()
            {
                ["HSS_SIGNING_KEYS"] = keys,
                ["HSS_DATA_KEYS"] = keys,
                ["HSS_ADMIN_EMAIL"] = "root@example.org",
                ["HSS_ADMIN_PASSWORD"] = Password,
            },
            development: false);
        var nobody = new ApiClient(server.Client);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post("/hss/api/v1/auth/login", new { email = "staff@hss.local", password = "Staff123!" })).Status);
        var without = await nobody.Post("/hss/api/v1/auth/login", new { email = "somebody@example.org" });
        Assert.Equal((HttpStatusCode.BadRequest, "password is required"), (without.Status, (string?)without.Json!["error"]!["details"]![0]));
        var answer = await nobody.Post("/api/v1/auth/login", new { email = "root@example.org", password = Password });
        Assert.Equal("operator", (string?)answer.Json!["user"]!["roles"]!["platform"]);
    }

    [Theory]
    [InlineData("""{"email":"x@y.z","password":"Wrong-horse-9","role":"admin"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"email":"x@y.z","password":"short"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"email":"no","password":"Wrong-horse-9"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    public async Task HssRegistration_RefusesBadInputAndHigherRoles(string body, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _nobody.Post("/hss/api/v1/auth/register", body)).Status);

    [Fact]
    public async Task EmailOnlySignIn_MakesTheAccount_AndNeverEntersOneWithAPassword()
    {
        var admin = await _nobody.Post("/hss/api/v1/auth/login", new { email = $"admin-{Guid.NewGuid():N}@x.co.za" });
        Assert.Equal((HttpStatusCode.OK, "admin", 900), (admin.Status, (string?)admin.Json!["role"], (int)admin.Json["expires_in"]!));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/hss/api/v1/auth/login", new { email = "customer@hss.local" })).Status);
        var email = NewEmail();
        Assert.Equal("staff", (string?)(await _nobody.Post("/hss/api/v1/auth/login", new { email, role = "staff" })).Json!["role"]);
        // The role is honoured only when the account is made.
        Assert.Equal("staff", (string?)(await _nobody.Post("/hss/api/v1/auth/login", new { email, role = "admin" })).Json!["role"]);
    }
}
