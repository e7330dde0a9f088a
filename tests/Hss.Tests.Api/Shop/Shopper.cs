using System.Net;

namespace Hss.Tests.Api.Shop;

/// <summary>A customer of the store whom nobody else uses.</summary>
internal sealed record Shopper(ApiClient Client, string Id, string Email)
{
    /// <summary>Registers on the store and signs in.</summary>
    public static async Task<Shopper> Register(HttpClient http, string first = "Ada", string last = "Lovelace")
    {
        var (email, password) = ($"shopper{Guid.NewGuid():N}@example.org", "Store-password-1");
        var made = await new ApiClient(http).Post("/store/api/v1/auth/register", new { first_name = first, last_name = last, email, password });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return new(await ApiClient.SignIn(http, email, password), (string)made.Json!["id"]!, email);
    }

    /// <summary>Buys a unit of a product.</summary>
    /// <param name="status">How far the order comes.</param>
    public async Task<long> Buy(ApiClient manager, long product, string status = "delivered")
    {
        var order = await Client.Post("/store/api/v1/orders", new { delivery_address = "1 Quay", items = new[] { new { product_id = product, quantity = 1 } } });
        Assert.Equal(HttpStatusCode.Created, order.Status);
        var id = (long)order.Json!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await manager.Patch($"/store/api/v1/orders/{id}/status", new { status })).Status);
        return id;
    }

    /// <summary>Waits for a condition, with a guard.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            Assert.False(guard.IsCancellationRequested, what);
            await Task.Delay(20);
        }
    }
}
