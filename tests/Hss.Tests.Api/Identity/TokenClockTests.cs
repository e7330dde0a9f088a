using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Identity;

/// <summary>How long tokens work, over real HTTP with the test's clock.</summary>
public sealed class TokenClockTests(ClockServer server) : IClassFixture<ClockServer>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private async Task<JsonNode> Refreshed(JsonNode tokens)
    {
        var answer = await server.Refresh(tokens);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    private async Task<HttpStatusCode> Reset(string token) =>
        (await server.Nobody.Post("/api/v1/auth/reset-password", new { token, new_password = "Another-horse-9" })).Status;

    private async Task<(string Email, string Token)> AskedForReset()
    {
        var (email, _) = await server.NewAccount();
        Assert.Equal(HttpStatusCode.Accepted, (await server.Nobody.Post("/api/v1/auth/forgot-password", new { email })).Status);
        return (email, await Mails.ResetToken(server.Server, email));
    }

    [Fact]
    public async Task AnAccessToken_IsRefusedAfter15Minutes_AsBearerAndAsCookie()
    {
        var (_, tokens) = await server.NewAccount();
        var cookie = ("Cookie", $"access_token={tokens["access_token"]}");
        server.Clock.Advance(TimeSpan.FromMinutes(15) - Second);
        Assert.Equal(HttpStatusCode.OK, await server.Me(tokens));
        Assert.Equal(HttpStatusCode.OK, (await server.Nobody.Get("/api/v1/auth/me", cookie)).Status);

        server.Clock.Advance(Second);
        Assert.Equal(HttpStatusCode.Unauthorized, await server.Me(tokens));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Nobody.Get("/api/v1/auth/me", cookie)).Status);

        // The session lives: its refresh token gives another 15 minutes.
        var next = await Refreshed(tokens);
        server.Clock.Advance(TimeSpan.FromMinutes(15) - Second);
        Assert.Equal(HttpStatusCode.OK, await server.Me(next));
    }

    [Fact]
    public async Task RefreshWithTheTokenJustReplaced_Within10Seconds_GivesTheSameNewToken()
    {
        var (_, first) = await server.NewAccount();
        var second = await Refreshed(first);
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        var twin = await Refreshed(first);

        Assert.Equal((string?)second["refresh_token"], (string?)twin["refresh_token"]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await server.Me(second), await server.Me(twin)));
        await Refreshed(second);
    }

    [Fact]
    public async Task RefreshWithTheTokenJustReplaced_After10Seconds_EndsTheSession()
    {
        var (_, first) = await server.NewAccount();
        var second = await Refreshed(first);
        server.Clock.Advance(TimeSpan.FromSeconds(10) + TimeSpan.FromMicroseconds(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Refresh(first)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Refresh(second)).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await server.Me(first), await server.Me(second)));
    }

    [Fact]
    public async Task ARefreshToken_IsRefusedAfter7Days_AndEachRefreshGivesAnother7()
    {
        var (email, tokens) = await server.NewAccount();
        server.Clock.Advance(TimeSpan.FromDays(7) - Second);
        var next = await Refreshed(tokens);
        server.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Refresh(next)).Status);

        // What has run out is no session any more.
        var now = (await server.SignIn(email, ClockServer.Password)).Json!;
        var sessions = (await new ApiClient(server.Server.Client, (string?)now["access_token"]).Get("/api/v1/auth/sessions")).Json!["sessions"]!.AsArray();
        Assert.True((bool)Assert.Single(sessions)!["current"]!);
    }

    [Fact]
    public async Task AResetToken_WorksWithin30Minutes_AndOnce()
    {
        var (email, token) = await AskedForReset();
        server.Clock.Advance(TimeSpan.FromMinutes(30) - Second);
        Assert.Equal(HttpStatusCode.NoContent, await Reset(token));
        Assert.Equal(HttpStatusCode.BadRequest, await Reset(token));
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, "Another-horse-9")).Status);
    }

    [Fact]
    public async Task AResetToken_IsRefusedAfter30Minutes()
    {
        var (email, token) = await AskedForReset();
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.BadRequest, await Reset(token));
        Assert.Equal(HttpStatusCode.OK, (await server.SignIn(email, ClockServer.Password)).Status);
    }
}
