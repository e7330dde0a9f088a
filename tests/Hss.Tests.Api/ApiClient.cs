using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api;

/// <summary>A caller of the server over real HTTP, perhaps signed in.</summary>
public sealed class ApiClient(HttpClient http, string? token = null)
{
    public string? Token => token;

    // Signing in costs a tenth of a second by design; tests of one server share it.
    private static readonly ConditionalWeakTable<HttpClient, ConcurrentDictionary<string, Task<ApiClient>>> Known = [];

    /// <summary>Signs in on /hss by password.</summary>
    public static async Task<ApiClient> SignIn(HttpClient http, string email, string password)
    {
        var answer = await new ApiClient(http).Post("/hss/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new(http, (string?)answer.Json!["token"]);
    }

    public static Task<ApiClient> Customer(HttpClient http) => Shared(http, "customer@hss.local", "Customer123!");

    public static Task<ApiClient> Staff(HttpClient http) => Shared(http, "staff@hss.local", "Staff123!");

    public static Task<ApiClient> Admin(HttpClient http) => Shared(http, "admin@hss.local", "Admin123!");

    public static Task<ApiClient> Operator(HttpClient http) => Shared(http, "operator@hss.local", "Operator123!");

    private static Task<ApiClient> Shared(HttpClient http, string email, string password) =>
        Known.GetValue(http, static _ => new()).GetOrAdd(email, _ => SignIn(http, email, password));

    public Task<ApiAnswer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> Post(string path, object? body = null, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<ApiAnswer> Patch(string path, object? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Patch, path, body, headers);

    /// <summary>Sends a request; a string body goes as it is, anything else as JSON.</summary>
    public async Task<ApiAnswer> Send(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        // Not of application/x-ndjson, which is many documents.
        var isJson = response.Content.Headers.ContentType?.MediaType is { } type && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));
        return new(response.StatusCode, text, isJson ? JsonNode.Parse(text) : null, response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string Text, JsonNode? Json, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
