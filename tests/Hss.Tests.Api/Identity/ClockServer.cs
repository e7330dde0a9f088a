using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Identity;

/// <summary>A Development server whose clock is the test's, with the limits of an account switched on and those of an address out of the way.</summary>
public sealed class ClockServer : IAsyncLifetime
{
    public const string Password = "Correct-horse-9";

    // A whole second, as access tokens know no parts of one.
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));

    public ApiServer Server { get; private set; } = null!;

    public ApiClient Nobody => new(Server.Client);

    public async Task InitializeAsync() => Server = await ApiServer.Start(
        new() { ["RateLimits:Enabled"] = "true", ["RateLimits:SignInsPerMinute"] = "100000", ["RateLimits:AddressPerMinute"] = "100000" },
        configure: builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Registers somebody new and signs in.</summary>
    public async Task<(string Email, JsonNode Tokens)> NewAccount()
    {
        var email = $"u{Guid.NewGuid():N}@example.org";
        Assert.Equal(HttpStatusCode.Created, (await Nobody.Post("/api/v1/auth/register", new { email, password = Password })).Status);
        var answer = await SignIn(email, Password);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (email, answer.Json!);
    }

    public Task<ApiAnswer> SignIn(string email, string password) => Nobody.Post("/api/v1/auth/login", new { email, password });

    public Task<ApiAnswer> Refresh(JsonNode tokens) => Nobody.Post("/api/v1/auth/refresh", new { refresh_token = (string)tokens["refresh_token"]! });

    public async Task<HttpStatusCode> Me(JsonNode tokens) => (await new ApiClient(Server.Client, (string?)tokens["access_token"]).Get("/api/v1/auth/me")).Status;
}
