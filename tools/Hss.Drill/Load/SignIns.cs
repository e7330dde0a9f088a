using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hss.Drill.Machines;

namespace Hss.Drill.Load;

/// <summary>Real sign-ins, each by the mount's own way, and what is set up before the load. Nothing is killed meanwhile, so nothing is repeated.</summary>
internal sealed class SignIns(Target target)
{
    private const string Password = "Correct-horse-9";

    /// <summary>Signs in on a mount that answers tokens.</summary>
    public async Task<(string, string)> ByToken(string mount, string email, string password)
    {
        var answer = await Post($"{mount}/api/v1/auth/login", new { email, password }, null);
        return Bearer((answer["token"] ?? answer["access_token"] ?? answer["data"]!["access_token"])!.ToString());
    }

    /// <summary>Signs in on a mount that sets a cookie.</summary>
    public async Task<(string, string)> ByCookie(string path, string cookie, object credentials)
    {
        using var response = await target.Connections.Http.PostAsJsonAsync(new Uri(target.Url, path), credentials);
        response.EnsureSuccessStatusCode();
        var set = response.Headers.GetValues("Set-Cookie").First(c => c.StartsWith($"{cookie}=", StringComparison.Ordinal));
        return ("Cookie", set.Split(';')[0]);
    }

    /// <summary>A new customer of /hss, known by the mail address alone.</summary>
    public async Task<(string, string)> Customer(string name) =>
        Bearer((await Post("/hss/api/v1/auth/login", new { email = $"{name}@example.org" }, null))["token"]!.ToString());

    /// <summary>A new reader of /luna, who wants notices by mail, too.</summary>
    public async Task<(string, string)> Reader(string name)
    {
        var made = await Post("/luna/api/v1/auth/register", new { email = $"{name}@example.org", password = Password, first_name = "Rita", last_name = "Reader" }, null);
        var reader = Bearer(made["data"]!["access_token"]!.ToString());
        await Send(HttpMethod.Put, "/luna/api/v1/notifications/preferences", new { email = true }, reader);
        return reader;
    }

    /// <summary>A new user of /reservia with a session.</summary>
    public async Task<(string, string)> User(string name, (string, string) admin)
    {
        await Post("/reservia/admin/user/add", new { name, email = $"{name}@example.org", password = Password }, admin);
        return await ByCookie("/reservia/session/login", "session", new { name, password = Password });
    }

    /// <summary>Posts what must succeed.</summary>
    public Task<JsonNode> Post(string path, object body, (string Name, string Value)? sign) => Send(HttpMethod.Post, path, body, sign);

    private async Task<JsonNode> Send(HttpMethod method, string path, object body, (string Name, string Value)? sign)
    {
        using var request = new HttpRequestMessage(method, new Uri(target.Url, path)) { Content = JsonContent.Create(body) };
        if (sign is { } header)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var response = await target.Connections.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {text}");
    }

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");
}
