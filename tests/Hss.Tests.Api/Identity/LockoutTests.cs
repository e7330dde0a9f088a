using System.Net;

namespace Hss.Tests.Api.Identity;

/// <summary>Five wrong passwords in 15 minutes lock an account for 15 minutes, over real HTTP with the test's clock.</summary>
public sealed class LockoutTests(ClockServer server) : IClassFixture<ClockServer>
{
    private async Task Guess(string email, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.SignIn(email, "Wrong-horse-9")).Status);
    }

    private async Task AssertLocked(string email, int seconds)
    {
        foreach (var password in (string[])[ClockServer.Password, "Wrong-horse-9"])
        {
            var answer = await server.SignIn(email, password);
            Assert.Equal((HttpStatusCode.TooManyRequests, seconds.ToString()), (answer.Status, answer.Header("Retry-After")));
        }
    }

    [Fact]
    public async Task FiveFailuresIn15Minutes_LockTheAccountFor15Minutes_AndRetryAfterSaysHowLong()
    {
        var (email, tokens) = await server.NewAccount();
        await Guess(email, 4);
        server.Clock.Advance(TimeSpan.FromMinutes(14));
        await Guess(email, 1);

        await AssertLocked(email, 900);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        await AssertLocked(email, 300);
        server.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(0.5));
        await AssertLocked(email, 1);

        // Only signing in is locked: who is signed in goes on, and nobody else is touched.
        var other = await server.NewAccount();
        Assert.Equal(HttpStatusCode.OK, await server.Me(other.Tokens));
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(tokens)).Status);

        server.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, ClockServer.Password)).Status);
    }

    [Fact]
    public async Task FailuresBeforeTheLast15Minutes_CountNoMore()
    {
        var (email, _) = await server.NewAccount();
        await Guess(email, 4);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        await Guess(email, 4);
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, ClockServer.Password)).Status);
    }

    [Fact]
    public async Task AfterALock_ItTakesFiveFailuresAgain()
    {
        var (email, _) = await server.NewAccount();
        await Guess(email, 5);
        await AssertLocked(email, 900);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        await Guess(email, 4);
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, ClockServer.Password)).Status);
        await Guess(email, 1);
        await AssertLocked(email, 900);
    }

    [Fact]
    public async Task AWrongCurrentPassword_CountsAsAFailureToo_AndTheLockHoldsThereToo()
    {
        var (email, tokens) = await server.NewAccount();
        var client = new ApiClient(server.Server.Client, (string?)tokens["access_token"]);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await client.Post("/api/v1/auth/change-password", new { current_password = "Wrong-horse-9", new_password = "Another-horse-9" })).Status);
        await AssertLocked(email, 900);
        var right = await client.Post("/api/v1/auth/change-password", new { current_password = ClockServer.Password, new_password = "Another-horse-9" });
        Assert.Equal((HttpStatusCode.TooManyRequests, "900"), (right.Status, right.Header("Retry-After")));
    }

    [Fact]
    public async Task AMailedReset_EndsTheLock()
    {
        var (email, _) = await server.NewAccount();
        await Guess(email, 5);
        await server.Nobody.Post("/api/v1/auth/forgot-password", new { email });
        var token = await Mails.ResetToken(server.Server, email);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Nobody.Post("/api/v1/auth/reset-password", new { token, new_password = "Another-horse-9" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, "Another-horse-9")).Status);
    }
}
