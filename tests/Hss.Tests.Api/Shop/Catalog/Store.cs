using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>The catalog as its managers use it: the operator gives the store's roles, and passes every guard of the store.</summary>
internal static class Store
{
    public const string Products = "/store/api/v1/products";

    public const string Categories = "/store/api/v1/categories";

    private static int _last;

    /// <summary>A new account with a role on the store.</summary>
    public static async Task<ApiClient> Member(HttpClient http, string role)
    {
        var email = $"{role}{Guid.NewGuid():N}@example.org";
        var made = await new ApiClient(http).Post("/api/v1/auth/register", new { email, password = "Store-password-1" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var given = await (await ApiClient.Operator(http)).Send(
            HttpMethod.Put, $"/api/v1/users/{made.Json!["id"] ?? made.Json["user"]!["id"]}/roles", new { roles = new Dictionary<string, string> { ["store"] = role } });
        Assert.Equal(HttpStatusCode.OK, given.Status);
        return await ApiClient.SignIn(http, email, "Store-password-1");
    }

    /// <summary>A valid product in the first demonstration category.</summary>
    public static JsonObject Product(Action<JsonObject>? change = null)
    {
        var number = Interlocked.Increment(ref _last);
        var body = new JsonObject
        {
            ["name"] = $"Scarf {number}",
            ["model"] = "SC-1",
            ["serial_number"] = $"SC-{Guid.NewGuid():N}",
            ["description"] = "Warm",
            ["price"] = 29.99,
            ["stock"] = 5,
            ["category_id"] = 1,
            ["distributor"] = "House",
            ["warranty_status"] = "30 days",
        };
        change?.Invoke(body);
        return body;
    }

    /// <summary>Makes a product; answers its number.</summary>
    public static async Task<long> Create(ApiClient manager, Action<JsonObject>? change = null)
    {
        var answer = await manager.Post(Products, Product(change).ToJsonString());
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (long)answer.Json!["id"]!;
    }

    /// <summary>Makes a category; answers its number.</summary>
    public static async Task<long> Category(ApiClient manager, string? name = null)
    {
        var answer = await manager.Post(Categories, new { name = name ?? $"Kind {Guid.NewGuid():N}" });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (long)answer.Json!["id"]!;
    }

    public static Task<ApiAnswer> Put(this ApiClient client, string path, object body, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Put, path, body, headers);

    public static Task<ApiAnswer> Delete(this ApiClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Delete, path, null, headers);

    /// <summary>Calls behind one barrier.</summary>
    public static async Task<ApiAnswer[]> AtOnce(int callers, Func<int, Task<ApiAnswer>> call)
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, callers).Select(async n =>
        {
            await barrier.Task;
            return await call(n);
        }).ToList();
        barrier.SetResult();
        return await Task.WhenAll(calls);
    }
}
