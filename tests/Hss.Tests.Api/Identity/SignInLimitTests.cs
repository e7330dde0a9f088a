using System.Net;

namespace Hss.Tests.Api.Identity;

/// <summary>Ten sign-ins a minute and address.</summary>
public sealed class SignInLimitTests
{
    [Fact]
    public async Task TheEleventhSignInOfAMinute_IsRefused_OverAllRoutesAndMounts_AndNothingElseIs()
    {
        await using var server = await ApiServer.Start(new() { ["RateLimits:Enabled"] = "true" });
        var nobody = new ApiClient(server.Client);
        var signedIn = await ApiClient.Customer(server.Client);
        string[] routes =
        [
            "/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/auth/forgot-password", "/api/v1/auth/reset-password",
            "/hss/api/v1/auth/login", "/hss/api/v1/auth/register",
        ];

        // Malformed ones count as well: who guesses is not to be helped by sending nonsense. The customer's own was the first.
        for (var i = 1; i < 10; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await nobody.Post(routes[i % routes.Length], "{")).Status);

        foreach (var route in routes)
        {
            var answer = await nobody.Post(route, "{");
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
            Assert.InRange(int.Parse(answer.Header("Retry-After")!), 1, 60);
        }

        Assert.Equal(HttpStatusCode.OK, (await signedIn.Get("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post("/api/v1/auth/refresh", new { refresh_token = "x" })).Status);
    }

    [Fact]
    public async Task InDevelopment_NothingIsLimited()
    {
        await using var server = await ApiServer.Start();
        var nobody = new ApiClient(server.Client);
        for (var i = 0; i < 11; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await nobody.Post("/api/v1/auth/login", "{")).Status);
    }
}
