using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Files;

/// <summary>A server over one kind of store, and the clock of both. A class of tests shares it.</summary>
public abstract class UploadServer : IAsyncLifetime
{
    private static readonly TimeSpan SignInLife = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (Task<ApiClient> Client, DateTimeOffset At)> _clients = [];

    public ApiServer Server { get; private set; } = null!;

    /// <summary>The clock of the server and of the store.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public virtual async Task InitializeAsync() => Server = await ApiServer.Start(
        await Settings(), configure: builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    public virtual async Task DisposeAsync() => await Server.DisposeAsync();

    public Task<ApiClient> Customer() => SignedIn("customer@hss.local", "Customer123!");

    public Task<ApiClient> Staff() => SignedIn("staff@hss.local", "Staff123!");

    /// <summary>The settings that choose the store.</summary>
    protected abstract Task<Dictionary<string, string?>> Settings();

    // Tests move the clock beyond the life of tokens.
    private Task<ApiClient> SignedIn(string email, string password)
    {
        if (!_clients.TryGetValue(email, out var known) || Clock.GetUtcNow() - known.At > SignInLife)
            _clients[email] = known = (ApiClient.SignIn(Server.Client, email, password), Clock.GetUtcNow());
        return known.Client;
    }
}
