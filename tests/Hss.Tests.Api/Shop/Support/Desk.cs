using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>Customers, agents and conversations for tests of the support.</summary>
internal static class Desk
{
    public const string Conversations = "/store/api/v1/support/conversations";

    /// <summary>An account with a role in the store.</summary>
    public static async Task<ApiClient> Member(HttpClient http, string role)
    {
        var member = await Sample.NewCustomer(http);
        await SetRole(http, member, role);
        return member;
    }

    public static Task<ApiClient> Agent(HttpClient http) => Member(http, "support_agent");

    public static Task<ApiClient> Customer(HttpClient http) => Member(http, "customer");

    public static async Task SetRole(HttpClient http, ApiClient member, string? role)
    {
        var changed = await (await ApiClient.Operator(http)).Send(HttpMethod.Put, $"/api/v1/users/{await IdOf(member)}/roles", new { roles = new { store = role } });
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    public static async Task<string> IdOf(ApiClient member) => (string)(await member.Get("/api/v1/auth/me")).Json!["id"]!;

    /// <summary>Opens a conversation; the answer whole.</summary>
    public static async Task<JsonNode> Open(ApiClient customer, object? body = null)
    {
        var answer = await customer.Post(Conversations, body ?? new { guest_name = "Gina", guest_email = "gina@example.org", initial_message = "My parcel is late" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    /// <summary>The query by which a guest takes part.</summary>
    public static string Key(JsonNode conversation) => $"conversation_id={conversation["id"]}&conversation_token={conversation["conversation_token"]}";

    /// <summary>The path of a call to a conversation, with its token.</summary>
    public static string Call(JsonNode conversation, string call = "") =>
        $"{Conversations}/{conversation["id"]}{call}{(conversation["conversation_token"] is { } token ? $"?conversation_token={token}" : "")}";

    /// <summary>Sends a file to a path.</summary>
    public static async Task<ApiAnswer> Attach(
        HttpClient http, string path, byte[] content, string? fileName = "photo.png", string? contentType = "image/png", string? token = null, string field = "file",
        string? key = null)
    {
        using var file = new ByteArrayContent(content);
        if (contentType is not null)
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var form = new MultipartFormDataContent();
        if (fileName is null)
            form.Add(file, field);
        else
            form.Add(file, field, fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text, JsonNode.Parse(text), response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A PNG of a length.</summary>
    public static byte[] Png(int length = 1000, byte fill = 7)
    {
        var content = new byte[length];
        content.AsSpan().Fill(fill);
        ((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8]).CopyTo(content);
        return content;
    }
}
