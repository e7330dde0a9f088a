using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Tests.Api.Library;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>Robots and their tasks, as tests make them.</summary>
internal static class Fleet
{
    public const string Robots = Luna.Api + "/robot";

    public const string Waypoints = Robots + "/waypoints";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    /// <summary>Registers a robot, and signs it in.</summary>
    public static async Task<TestRobot> Register(HttpClient http, string? name = null)
    {
        var registered = (await (await Luna.Librarian(http)).Post(Robots, new { robot_name = name ?? $"R {Guid.NewGuid():N}" })).Data(HttpStatusCode.Created);
        var (id, credential) = ((string)registered["id"]!, (string)registered["credential"]!);
        return new(id, (string)registered["robot_name"]!, credential, await SignIn(http, id, credential));
    }

    public static async Task<string> SignIn(HttpClient http, string robot, string credential) =>
        (string)(await new ApiClient(http).Post($"{Robots}/{robot}/sign-in", new { credential })).Data()["access_token"]!;

    /// <summary>The robot as librarians see it.</summary>
    public static async Task<JsonNode> Status(HttpClient http, string robot) => (await (await Luna.Librarian(http)).Get($"{Robots}/status/{robot}")).Data();

    /// <summary>Waits until something holds of a robot.</summary>
    public static async Task<JsonNode> Until(HttpClient http, string robot, Func<JsonNode, bool> holds)
    {
        JsonNode status = null!;
        await Until(async () => holds(status = await Status(http, robot)));
        return status;
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!await holds())
            await Task.Delay(20, guard.Token);
    }

    /// <summary>A transport that waits for a robot.</summary>
    public static async Task<string> Queued(ApiServer server, string source = "Circulation desk", string priority = "NORMAL")
    {
        var (delivery, context) = (Guid.NewGuid().ToString(), new CallContext(Guid.NewGuid().ToString(), "LIBRARIAN", "test"));
        var grain = Delivery(server, delivery);
        Assert.Null((await grain.Create(context, new(TaskTypes.Transfer, source, "Staff office", priority, null, null))).Refusal);
        Assert.Null((await grain.BookPlaced(context)).Refusal);
        return delivery;
    }

    public static IDeliveryGrain Delivery(ApiServer server, string id) =>
        server.Services.GetRequiredService<IGrainFactory>().GetGrain<IDeliveryGrain>(DeliveryKind.Instance.Key(id).ToString());
}

/// <summary>A registered robot with its token.</summary>
internal sealed record TestRobot(string Id, string Name, string Credential, string Token)
{
    public string Path => $"{Fleet.Robots}/{Id}";

    public ApiClient Client(HttpClient http) => new(http, Token);

    /// <summary>A heartbeat over HTTP.</summary>
    public Task<ApiAnswer> Beat(HttpClient http, object body) => Client(http).Post($"{Path}/heartbeat", body);
}
