using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Identity;

/// <summary>Who is a member of which system, over real HTTP.</summary>
public sealed class MembershipTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _nobody = new(api.Client);

    private static string NewEmail() => $"m{Guid.NewGuid():N}@example.org";

    [Fact]
    public async Task AnAdminsRegistrationOfAKnownEmail_GivesTheRole_AndLeavesThePasswordAlone()
    {
        var email = NewEmail();
        await _nobody.Post("/api/v1/auth/register", new { email, password = "First-password-1" });
        var admin = await ApiClient.Admin(api.Client);

        var added = await admin.Post("/hss/api/v1/auth/register", new { email, password = "Other-password-2", role = "staff", name = "Ada Byron Lovelace" });
        Assert.Equal((HttpStatusCode.Created, "staff", "Ada Byron Lovelace"), (added.Status, (string?)added.Json!["role"], (string?)added.Json["name"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post("/hss/api/v1/auth/login", new { email, password = "Other-password-2" })).Status);
        var signed = await _nobody.Post("/hss/api/v1/auth/login", new { email, password = "First-password-1" });
        Assert.Equal("staff", (string?)signed.Json!["role"]);

        Assert.Equal(HttpStatusCode.Conflict, (await admin.Post("/hss/api/v1/auth/register", new { email, password = "Other-password-2", role = "admin" })).Status);
    }

    [Fact]
    public async Task SelfRegistrationWithAKnownEmail_IsAlwaysRefused()
    {
        var email = NewEmail();
        await _nobody.Post("/api/v1/auth/register", new { email, password = "First-password-1" });

        Assert.Equal(HttpStatusCode.Conflict, (await _nobody.Post("/hss/api/v1/auth/register", new { email, password = "Other-password-2" })).Status);
    }

    [Fact]
    public async Task ParallelFirstSignInsByEmailAlone_AllEnterTheOneAccount()
    {
        var email = NewEmail();
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, 20).Select(async _ =>
        {
            await barrier.Task;
            return await _nobody.Post("/hss/api/v1/auth/login", new { email });
        }).ToList();
        barrier.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers.Select(a => (string?)Claims((string)a.Json!["token"]!)["sub"]).Distinct());
    }

    [Fact]
    public async Task AnOperatorsToken_ClaimsTheHighestRoleOfTheMount()
    {
        var signed = await _nobody.Post("/hss/api/v1/auth/login", new { email = "operator@hss.local", password = "Operator123!" });

        var claims = Claims((string)signed.Json!["token"]!);
        Assert.Equal(("admin", "operator"), ((string?)claims["role"], (string?)claims["roles"]!["platform"]));
    }

    [Fact]
    public async Task AnOperator_CannotGiveUpTheirOwnRights()
    {
        var caller = await ApiClient.Operator(api.Client);
        var id = (string)(await caller.Get("/api/v1/auth/me")).Json!["id"]!;

        Assert.Equal(HttpStatusCode.Conflict, (await caller.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { platform = (string?)null } })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.Send(HttpMethod.Put, $"/api/v1/users/{id}/active", new { active = false })).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.Get("/api/v1/users")).Status);
    }

    [Theory]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    [InlineData("hss:king", HttpStatusCode.BadRequest)]
    [InlineData("hss:staff", HttpStatusCode.OK)]
    public async Task Users_AreFilteredByAKnownRole(string role, HttpStatusCode expected)
    {
        var answer = await (await ApiClient.Operator(api.Client)).Get($"/api/v1/users?role={role}");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.OK)
            Assert.All(answer.Json!["users"]!.AsArray(), u => Assert.Equal("staff", (string?)u!["roles"]!["hss"]));
    }

    private static JsonNode Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;
}
