using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>What tests of workflows do all the time: make an asset, find people, ask, decide, look at both sides.</summary>
internal static class Loans
{
    public const string Api = "/sams/api/v1/workflows";

    private static readonly CallContext Context = CallContext.System("test");

    /// <summary>A new asset that is free; answers its id.</summary>
    public static async Task<string> Asset(ApiServer server)
    {
        var details = new AssetDetails("Laptop", await Sams.Category(server.Client), null, null, null, null, null, null, null, null);
        var made = await Assets(server).Create(Context, Guid.NewGuid().ToString(), new(details, Sams.Unique("T"), null, null));
        Assert.True(made.Accepted, made.Refusal?.Message);
        return made.Value.Id;
    }

    /// <summary>The asset as committed.</summary>
    public static async Task<AssetView> Look(ApiServer server, string asset) => (await Assets(server).Asset(asset).Get())!;

    /// <summary>A new employee, without the price of a password.</summary>
    public static async Task<(ApiClient Client, string Id)> Employee(ApiServer server)
    {
        var signed = await new ApiClient(server.Client).Post("/hss/api/v1/auth/login", new { email = $"e{Guid.NewGuid():N}@example.org" });
        var client = new ApiClient(server.Client, (string?)signed.Json!["token"]);
        var id = (string)(await client.Get("/api/v1/auth/me")).Json!["id"]!;
        var given = await (await ApiClient.Operator(server.Client)).Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { sams = "employee" } });
        Assert.Equal(HttpStatusCode.OK, given.Status);
        return (client, id);
    }

    /// <summary>Asks for an asset; that must succeed.</summary>
    public static async Task<string> Checkout(ApiClient client, string asset, string? expectedReturn = null)
    {
        var asked = await client.Post($"{Api}/checkout", new { asset_id = asset, reason = "For the demo", expected_return_date = expectedReturn });
        Assert.True(asked.Status == HttpStatusCode.Created, asked.Text);
        return (string)asked.Json!["id"]!;
    }

    /// <summary>Approves a request; that must succeed.</summary>
    public static async Task<JsonNode> Approve(ApiServer server, string workflow)
    {
        var approved = await (await Sams.Manager(server.Client)).Post($"{Api}/{workflow}/approve");
        Assert.True(approved.Status == HttpStatusCode.OK, approved.Text);
        return approved.Json!;
    }

    /// <summary>The types of an entity's events, in order.</summary>
    public static async Task<string[]> Events(ApiServer server, string kind, string id) =>
        [.. (await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = kind, Id = id, Limit = 1000 }, default)).Select(e => e.Event.Type)];

    /// <summary>Waits for a condition.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            Assert.False(guard.IsCancellationRequested, $"Never: {what}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static AssetService Assets(ApiServer server) => server.Services.GetRequiredService<AssetService>();
}
