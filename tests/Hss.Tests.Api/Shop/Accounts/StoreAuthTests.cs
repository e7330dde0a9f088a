using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Accounts;

/// <summary>Registering and signing in on /store, over real HTTP, in its own shapes and words.</summary>
public sealed class StoreAuthTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Password = "12345678";

    private readonly ApiClient _nobody = new(api.Client);

    private static string NewEmail() => $"s{Guid.NewGuid():N}@example.org";

    private Task<ApiAnswer> Register(string email, string? address = null) => _nobody.Post(
        $"{Shopping.Api}/auth/register", new { first_name = " Ada ", last_name = "Lovelace", email, password = Password, address });

    private async Task<(string Access, string Refresh, JsonNode User)> Login(string email)
    {
        var answer = await _nobody.Post($"{Shopping.Api}/auth/login", new { email, password = Password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (Shopping.Cookie(answer, "access_token"), Shopping.Cookie(answer, "refresh_token"), answer.Json!);
    }

    private Task<ApiAnswer> WithCookie(HttpMethod method, string path, string cookie) => _nobody.Send(method, $"{Shopping.Api}{path}", null, ("Cookie", cookie));

    [Fact]
    public async Task Register_AnswersTheUser_AndSetsNoCookies()
    {
        var email = NewEmail();
        var made = await Register($" {email.ToUpperInvariant()} ");

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Null(made.Header("Set-Cookie"));
        Assert.Equal(["id", "first_name", "last_name", "email", "role", "address", "tax_id"], made.Json!.AsObject().Select(m => m.Key));
        Assert.Equal(
            ("Ada", "Lovelace", email, "customer", "123 Sales St, Commerce City", "11111111111"),
            ((string?)made.Json["first_name"], (string?)made.Json["last_name"], (string?)made.Json["email"], (string?)made.Json["role"], (string?)made.Json["address"], (string?)made.Json["tax_id"]));
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"User already exists with this email"}"""), Told(await Register(email)));
    }

    [Fact]
    public async Task Login_SetsBothCookies_AndMeAnswersTheSame()
    {
        var email = NewEmail();
        await Register(email, "1 Quay");
        var answer = await _nobody.Post($"{Shopping.Api}/auth/login", new { email, password = Password });

        var cookies = answer.Header("Set-Cookie")!;
        Assert.Contains("max-age=900", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=604800", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["user_id", "first_name", "last_name", "email", "role", "address", "tax_id"], answer.Json!.AsObject().Select(m => m.Key));
        Assert.Equal("1 Quay", (string?)answer.Json["address"]);
        var access = Shopping.Cookie(answer, "access_token");
        Assert.Equal(answer.Text, (await WithCookie(HttpMethod.Get, "/auth/me", $"access_token={access}")).Text);
        Assert.Equal(answer.Text, (await new ApiClient(api.Client, access).Get($"{Shopping.Api}/auth/me")).Text);
    }

    [Fact]
    public async Task WrongCredentials_AreToldAlike()
    {
        var email = NewEmail();
        await Register(email);
        const string words = """{"detail":"Invalid email or password"}""";

        Assert.Equal((HttpStatusCode.Unauthorized, words), Told(await _nobody.Post($"{Shopping.Api}/auth/login", new { email, password = "wrong-password" })));
        Assert.Equal((HttpStatusCode.Unauthorized, words), Told(await _nobody.Post($"{Shopping.Api}/auth/login", new { email = NewEmail(), password = Password })));
    }

    [Fact]
    public async Task Me_WithoutAndWithADeadToken_SaysWhich()
    {
        Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"Authentication required"}"""), Told(await _nobody.Get($"{Shopping.Api}/auth/me")));
        Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"Access token is invalid"}"""), Told(await WithCookie(HttpMethod.Get, "/auth/me", "access_token=dead")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client, "dead").Get($"{Shopping.Api}/auth/me")).Status);
    }

    [Fact]
    public async Task ADeadAccessCookie_NeverBlocksLoginRegisterRefreshLogoutAndPublicReads()
    {
        var email = NewEmail();
        (string, string) dead = ("Cookie", "access_token=dead; refresh_token=dead");
        Assert.Equal(HttpStatusCode.Created, (await _nobody.Post($"{Shopping.Api}/auth/register", new { first_name = "A", last_name = "B", email, password = Password }, dead)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Post($"{Shopping.Api}/auth/login", new { email, password = Password }, dead)).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"Invalid refresh token"}"""), Told(await _nobody.Post($"{Shopping.Api}/auth/refresh", null, dead)));
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Post($"{Shopping.Api}/auth/logout", null, dead)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Get($"{Shopping.Api}/products", dead)).Status);
    }

    [Fact]
    public async Task Refresh_RotatesBothCookies_AndReuseEndsTheSession()
    {
        var email = NewEmail();
        await Register(email);
        var (access, refresh, _) = await Login(email);

        var first = await WithCookie(HttpMethod.Post, "/auth/refresh", $"refresh_token={refresh}");
        Assert.Equal((HttpStatusCode.OK, """{"detail":"Access token refreshed"}"""), Told(first));
        var second = await WithCookie(HttpMethod.Post, "/auth/refresh", $"refresh_token={Shopping.Cookie(first, "refresh_token")}");
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await WithCookie(HttpMethod.Post, "/auth/refresh", $"refresh_token={refresh}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client, access).Get($"{Shopping.Api}/auth/me")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, """{"detail":"No refresh token"}"""), Told(await _nobody.Post($"{Shopping.Api}/auth/refresh")));
    }

    [Fact]
    public async Task Logout_EndsTheSession_AndNeedsNoSignIn()
    {
        var email = NewEmail();
        await Register(email);
        var (access, refresh, _) = await Login(email);

        Assert.Equal((HttpStatusCode.OK, """{"detail":"Logged out"}"""), Told(await WithCookie(HttpMethod.Post, "/auth/logout", $"access_token={access}; refresh_token={refresh}")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await WithCookie(HttpMethod.Get, "/orders", $"access_token={access}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await WithCookie(HttpMethod.Post, "/auth/refresh", $"refresh_token={refresh}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _nobody.Post($"{Shopping.Api}/auth/logout")).Status);
    }

    [Fact]
    public async Task ARoleAboveTheLowest_IsRefusedAtRegistration()
    {
        var answer = await _nobody.Post($"{Shopping.Api}/auth/register", new { first_name = "A", last_name = "B", email = NewEmail(), password = Password, role = "product_manager" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task AUser_ChangesTheirOwnProfile_AndManagersAnybodys()
    {
        var email = NewEmail();
        var id = (string?)(await Register(email)).Json!["id"];
        var user = new ApiClient(api.Client, (await Login(email)).Access);

        var changed = await user.Send(HttpMethod.Put, $"{Shopping.Api}/users/{id}", new { first_name = "Augusta", address = "2 Quay" });
        Assert.Equal((HttpStatusCode.OK, "Augusta", "Lovelace", "2 Quay"), (changed.Status, (string?)changed.Json!["first_name"], (string?)changed.Json["last_name"], (string?)changed.Json["address"]));
        var again = await user.Send(HttpMethod.Put, $"{Shopping.Api}/users/{id}", new { first_name = "Augusta", address = "2 Quay" });
        Assert.Equal(changed.Header("ETag"), again.Header("ETag"));

        var managed = await (await Shopping.Sales(api.Client)).Send(HttpMethod.Put, $"{Shopping.Api}/users/{id}", new { last_name = "Byron" });
        Assert.Equal((HttpStatusCode.OK, "Byron", "2 Quay"), (managed.Status, (string?)managed.Json!["last_name"], (string?)managed.Json["address"]));

        var other = await (await Shopping.Customer(api.Client)).Send(HttpMethod.Put, $"{Shopping.Api}/users/{id}", new { last_name = "Eve" });
        Assert.Equal((HttpStatusCode.Forbidden, """{"detail":"Not authorized to update this user"}"""), Told(other));
        var missing = await (await Shopping.Manager(api.Client)).Send(HttpMethod.Put, $"{Shopping.Api}/users/{Guid.NewGuid()}", new { last_name = "Eve" });
        Assert.Equal((HttpStatusCode.NotFound, """{"detail":"User not found"}"""), Told(missing));
    }

    [Theory]
    [InlineData("""{"first_name":"","last_name":"B","email":"x","password":"short"}""", "first_name,email,password")]
    [InlineData("""{}""", "first_name,last_name,email,password")]
    [InlineData("""{"first_name":5,"last_name":null,"email":[],"password":true,"address":{}}""", "first_name,last_name,email,password,address")]
    public async Task BadRegistrations_NameAllFaultsAtOnce(string body, string fields)
    {
        var answer = await _nobody.Post($"{Shopping.Api}/auth/register", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(fields.Split(','), answer.Json!["detail"]!.AsArray().Select(d => (string?)d!["loc"]![1]));
        Assert.All(answer.Json["detail"]!.AsArray(), d => Assert.Equal(["type", "loc", "msg", "input"], d!.AsObject().Select(m => m.Key)));
    }

    private static (HttpStatusCode, string) Told(ApiAnswer answer) => (answer.Status, answer.Text);
}
