using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Reservations;

/// <summary>Signing in on /reservia, by its contract.</summary>
public sealed class SessionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    private ApiClient Nobody => new(Http);

    [Fact]
    public async Task Login_SetsAnOpaqueCookieFor365Days_OnThisMountAlone()
    {
        var answer = await Nobody.Post("/reservia/session/login", new { name = "admin", password = "admin" });
        Assert.Equal((HttpStatusCode.OK, """{"message":"Login successful","user_name":"admin"}"""), (answer.Status, answer.Text));
        var cookie = answer.Header("Set-Cookie")!;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"max-age={365 * 24 * 3600}", cookie, StringComparison.OrdinalIgnoreCase);

        var session = Shopping.Cookie(answer, "session");
        var elsewhere = await Nobody.Get("/api/v1/auth/me", ("Cookie", $"session={session}"));
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.Get("/api/v1/auth/me", ("Authorization", $"Bearer {session}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.Get("/store/api/v1/orders", ("Cookie", $"access_token={session}"))).Status);
    }

    [Fact]
    public async Task PlainAndHashedPassword_WorkForTheSameUser()
    {
        var (_, _, name) = await Queueing.User(Http, "correct horse");
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("correct horse")));
        await Member.SignIn(Http, name, "correct horse");
        await Member.SignIn(Http, name, digest);
        await Member.SignIn(Http, name, digest.ToLowerInvariant());
    }

    [Fact]
    public async Task AUserAddedWithAHashedPassword_SignsInWithThePlainOne()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("plain")));
        var (_, _, name) = await Queueing.User(Http, digest);
        await Member.SignIn(Http, name, "plain");
    }

    [Theory]
    [InlineData("admin", "wrong")]
    [InlineData("nobody at all", "admin")]
    public async Task WrongNameAndWrongPassword_GetTheSameText(string name, string password)
    {
        var answer = await Nobody.Post("/reservia/session/login", new { name, password });
        Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"Invalid credentials"}"""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("""{"password":"x"}""", "name is required")]
    [InlineData("""{"name":"admin"}""", "password is required")]
    public async Task Login_WithoutAField_Is400(string body, string error)
    {
        var answer = await Nobody.Post("/reservia/session/login", body);
        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, (string?)answer.Json!["error"]));
    }

    [Fact]
    public async Task Status_SaysWhoIsSignedIn()
    {
        var (member, id, name) = await Queueing.User(Http);
        var status = (await member.Get("/session/status")).Json!;
        Assert.Equal((true, id, name, $"{name}@example.org", "user", false), (
            (bool)status["logged_in"]!, (long)status["user_id"]!, (string?)status["user_name"], (string?)status["user_email"], (string?)status["role"], (bool)status["is_admin"]!));
        Assert.True((bool)(await (await Queueing.Admin(Http)).Get("/session/status")).Json!["is_admin"]!);
        var nobody = await Nobody.Get("/reservia/session/status");
        Assert.Equal((HttpStatusCode.Unauthorized, """{"logged_in":false}"""), (nobody.Status, nobody.Text));
    }

    [Fact]
    public async Task Logout_EndsTheSessionAtOnce()
    {
        var (member, _, _) = await Queueing.User(Http);
        var answer = await member.Post("/session/logout");
        Assert.Equal((HttpStatusCode.OK, "Logout successful"), (answer.Status, (string?)answer.Json!["message"]));
        Assert.Contains("session=;", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Get("/session/status")).Status);
        var again = await member.Post("/session/logout");
        Assert.Equal((HttpStatusCode.OK, "No active session to logout"), (again.Status, (string?)again.Json!["message"]));
    }

    [Fact]
    public async Task EachAnswer_RenewsTheCookie()
    {
        var (member, _, _) = await Queueing.User(Http);
        Assert.Equal(member.Cookie, Shopping.Cookie(await member.Get("/info/resources"), "session"));
    }

    [Fact]
    public async Task ABearerTokenOfAnotherMount_IsAccepted()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        var answer = await user.Get("/reservia/info/resources");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // A token's session is not made a year long by it.
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task AnAccountThatNoAdminAdded_Is403()
    {
        var customer = await ApiClient.Customer(Http);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Get("/reservia/info/resources")).Status);
    }

    [Fact]
    public async Task AForeignOrigin_CannotUseTheCookie()
    {
        var (member, _, _) = await Queueing.User(Http);
        var answer = await member.Post("/reservation/request", new { resource_id = 1 }, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task AForgedCookie_IsNobody()
    {
        var (member, _, _) = await Queueing.User(Http);
        var forged = new Member(Http, member.Cookie[..^2] + (member.Cookie.EndsWith('A') ? "BB" : "AA"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.Get("/info/resources")).Status);
    }
}
