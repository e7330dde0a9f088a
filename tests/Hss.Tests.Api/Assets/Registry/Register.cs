using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Assets.Registry;

/// <summary>Assets as their members use them.</summary>
internal static class Register
{
    public const string Url = "/sams/api/v1/assets";

    /// <summary>Makes an asset as a manager; answers it.</summary>
    public static async Task<JsonNode> Asset(HttpClient http, object body)
    {
        var made = await (await Sams.Manager(http)).Post(Url, body);
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return made.Json!;
    }

    /// <summary>Makes an asset in a category of its own; answers its path.</summary>
    public static async Task<string> Path(HttpClient http) => PathOf(await Asset(http, new { name = "Thing", category_id = await Sams.Category(http) }));

    public static string PathOf(JsonNode asset) => $"{Url}/{asset["id"]}";

    /// <summary>The id of a member.</summary>
    public static async Task<string> Id(ApiClient member) => (string)(await member.Get("/api/v1/auth/me")).Json!["id"]!;

    /// <summary>The rows of a list.</summary>
    public static async Task<List<JsonNode>> Rows(ApiClient member, string query)
    {
        var answer = await member.Get($"{Url}?{query}");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json!["items"]!.AsArray().Select(a => a!)];
    }

    /// <summary>The rows of an asset's history.</summary>
    public static async Task<List<JsonNode>> History(ApiClient member, string path) => [.. (await member.Get($"{path}/history")).Json!.AsArray().Select(h => h!)];

    /// <summary>Dates as answers have them.</summary>
    public static string Z(string time) => $"{time}.000000Z";
}
