using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Imports;
using Hss.Silo.Assets.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Imports;

/// <summary>Files of assets as people send them.</summary>
internal static class Importing
{
    public const string Path = "/sams/api/v1/assets/import";

    public const string Imports = "/sams/api/v1/imports";

    private static readonly ConditionalWeakTable<HttpClient, Task<string>> Codes = [];

    /// <summary>The code of a category that is there.</summary>
    public static Task<string> Code(HttpClient http) => Codes.GetValue(http, static http => Made(http));

    /// <summary>Sends a file as the body.</summary>
    public static Task<ApiAnswer> Import(this ApiClient client, string csv, string query = "", params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Post, Path + query, csv, [("Content-Type", "text/csv"), .. headers]);

    /// <summary>Sends a file as a form.</summary>
    public static async Task<HttpResponseMessage> ImportForm(HttpClient http, ApiClient client, byte[] csv, string field = "file")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(csv), field, "assets.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        return await http.SendAsync(request);
    }

    /// <summary>Waits until an import has ended.</summary>
    public static async Task<JsonNode> Ended(this ApiClient client, string id)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var answer = await client.Get($"{Imports}/{id}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            if (answer.Json!["completed_at"] is not null)
                return answer.Json;
            Assert.False(guard.IsCancellationRequested, $"The import has not ended: {answer.Text}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Imports a file that has no faults; answers the ids of its assets by row.</summary>
    public static async Task<string[]> Assets(HttpClient http, string csv)
    {
        var admin = await Sams.Admin(http);
        var accepted = await admin.Import(csv);
        Assert.True(accepted.Status == HttpStatusCode.Accepted, accepted.Text);
        var ended = await admin.Ended((string)accepted.Json!["id"]!);
        Assert.Equal("completed", (string?)ended["status"]);
        return [.. Enumerable.Range(1, (int)ended["rows"]!).Select(row => AssetImportHandler.AssetId((string)ended["id"]!, row))];
    }

    /// <summary>One asset more; answers its id.</summary>
    public static async Task<string> Asset(HttpClient http, string name = "Asset") =>
        (await Assets(http, $"name,category_code\n\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{await Code(http)}\n"))[0];

    /// <summary>The assets of an import by row, from the grains.</summary>
    public static async Task<AssetView[]> Made(ApiServer server, string import, int rows)
    {
        var assets = server.Services.GetRequiredService<AssetService>();
        return [.. (await Task.WhenAll(Enumerable.Range(1, rows).Select(r => assets.Asset(AssetImportHandler.AssetId(import, r)).Get()))).Select(a => a!)];
    }

    private static async Task<string> Made(HttpClient http)
    {
        var code = Sams.Unique("C");
        await Sams.Category(http, code);
        return code;
    }
}
