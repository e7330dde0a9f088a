using Hss.Tests.Api.Bookings;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Documents;

/// <summary>What scenarios play on: one server with its demonstration data, and people who are signed in.</summary>
internal sealed class Stage(ApiServer server) : IAsyncDisposable
{
    private ApiServer? _withoutMail;

    public ApiServer Server => server;

    public HttpClient Http => server.Client;

    public ApiClient Nobody { get; } = new(server.Client);

    public Task<ApiClient> Operator => ApiClient.Operator(Http);

    public Task<ApiClient> Customer => ApiClient.Customer(Http);

    public Task<ApiClient> Staff => ApiClient.Staff(Http);

    public Task<ApiClient> StoreCustomer => Shopping.Customer(Http);

    public Task<ApiClient> StoreManager => Shopping.Manager(Http);

    /// <summary>A server whose mails cannot be sent, so that they wait.</summary>
    public async Task<ApiServer> WithoutMail() =>
        _withoutMail ??= await ApiServer.Start(new() { ["SMTP_HOST"] = "127.0.0.1", ["SMTP_PORT"] = "1", ["SMTP_STARTTLS"] = "false" });

    /// <summary>Somebody new, whose tokens and password may go.</summary>
    public async Task<(ApiClient Client, ApiAnswer Tokens, string Email)> Newcomer()
    {
        var email = NewEmail();
        await Nobody.Post("/api/v1/auth/register", new { email, password = Password });
        var tokens = await Nobody.Post("/api/v1/auth/login", new { email, password = Password });
        return (new(Http, (string?)tokens.Json!["access_token"]), tokens, email);
    }

    public const string Password = "Correct-horse-9";

    public static string NewEmail() => $"stage{Guid.NewGuid():N}@example.org";

    /// <summary>The id of an entry in a list that has one.</summary>
    public async Task<string> Booking(bool approved = false)
    {
        var id = await Sample.Create(await Customer);
        if (approved)
            await (await Staff).Post($"/hss/api/v1/staff/bookings/{id}/approve");
        return id;
    }

    /// <summary>How often an operation was answered with success.</summary>
    public int Successes(Operation operation) => server.Watch.Successes(operation) + (_withoutMail?.Watch.Successes(operation) ?? 0);

    public ValueTask DisposeAsync() => _withoutMail?.DisposeAsync() ?? default;
}
