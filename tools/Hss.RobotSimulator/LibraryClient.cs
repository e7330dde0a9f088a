using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hss.RobotSimulator;

/// <summary>What a librarian does for robots: registers them and knows the waypoints.</summary>
internal sealed class LibraryClient(Uri url) : IDisposable
{
    private const string Api = "luna/api/v1";

    private readonly HttpClient _http = new() { BaseAddress = url };

    public async Task SignIn(string email, string password, CancellationToken cancellation)
    {
        var tokens = await Post("auth/login", new { email, password }, cancellation);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
    }

    /// <summary>Registers a robot, which answers its credential this once.</summary>
    public async Task<(string Name, string Credential)> Register(string name, CancellationToken cancellation)
    {
        var robot = await Post("robot", new { robot_name = name }, cancellation);
        return ((string)robot["robot_name"]!, (string)robot["credential"]!);
    }

    public async Task<IReadOnlyList<(string Name, string Code, Place Place)>> Waypoints(CancellationToken cancellation)
    {
        var answer = await _http.GetFromJsonAsync<JsonNode>($"{Api}/robot/waypoints?limit=100", cancellation);
        return [.. answer!["data"]!.AsArray().Select(w => (
            (string)w!["name"]!,
            (string)w["location_code"]!,
            new Place((double)w["x_coordinate"]!, (double)w["y_coordinate"]!)))];
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Post(string path, object body, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsJsonAsync($"{Api}/{path}", body, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation))!["data"]!;
    }
}
