using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hss.Tests.Api.Shop;

/// <summary>What tests of the store do all the time: sign in, put a product on the shelf, buy, look at the stock.</summary>
internal static partial class Shopping
{
    public const string Api = "/store/api/v1";

    private static readonly ConditionalWeakTable<HttpClient, ConcurrentDictionary<string, Task<ApiClient>>> Known = [];

    private static int _made;

    public static Task<ApiClient> Manager(HttpClient http) => Shared(http, "manager@example.com");

    public static Task<ApiClient> Sales(HttpClient http) => Shared(http, "sales@example.com");

    public static Task<ApiClient> Support(HttpClient http) => Shared(http, "support@example.com");

    public static Task<ApiClient> Customer(HttpClient http) => Shared(http, "customer@example.com");

    /// <summary>Signs in on /store; the token comes out of the cookie.</summary>
    public static async Task<ApiClient> SignIn(HttpClient http, string email, string password)
    {
        var answer = await new ApiClient(http).Post($"{Api}/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new(http, Cookie(answer, "access_token"));
    }

    /// <summary>A cookie that an answer sets.</summary>
    public static string Cookie(ApiAnswer answer, string name) =>
        Regex.Match(answer.Header("Set-Cookie") ?? "", $"{name}=([^;]*)") is { Success: true } match ? match.Groups[1].Value : throw new Xunit.Sdk.XunitException($"No cookie {name}");

    /// <summary>New customers of the store, without the price of a password each.</summary>
    public static async Task<ApiClient[]> Buyers(HttpClient http, int count)
    {
        var operators = await ApiClient.Operator(http);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            var signed = await new ApiClient(http).Post("/hss/api/v1/auth/login", new { email = $"buyer{Interlocked.Increment(ref _made)}-{Guid.NewGuid():N}@example.org" });
            var buyer = new ApiClient(http, (string?)signed.Json!["token"]);
            var id = (string?)(await buyer.Get("/api/v1/auth/me")).Json!["id"];
            var given = await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { store = "customer" } });
            Assert.Equal(HttpStatusCode.OK, given.Status);
            return buyer;
        }));
    }

    /// <summary>A new product on the shelf; answers its number.</summary>
    public static async Task<long> Product(HttpClient http, long stock = 10, decimal price = 29.99m, string name = "Shirt")
    {
        var serial = $"S-{Interlocked.Increment(ref _made)}-{Guid.NewGuid():N}";
        var made = await (await Manager(http)).Post($"{Api}/products", new { name, model = "M", serial_number = serial, price, stock, category_id = 1 });
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return (long)made.Json!["id"]!;
    }

    /// <summary>The body of an order.</summary>
    public static object Order(params (long Product, long Quantity)[] items) =>
        new { delivery_address = "1 Quay, Harbour", items = items.Select(i => new { product_id = i.Product, quantity = i.Quantity }).ToArray() };

    /// <summary>Places an order that must succeed.</summary>
    public static async Task<JsonNode> Buy(ApiClient customer, params (long Product, long Quantity)[] items)
    {
        var placed = await customer.Post($"{Api}/orders", Order(items));
        Assert.True(placed.Status == HttpStatusCode.Created, placed.Text);
        return placed.Json!;
    }

    /// <summary>A product's quantities when nothing is under way any more.</summary>
    public static async Task<(long Available, long Held, long Sold, long Received)> Stock(HttpClient http, long product)
    {
        var manager = await Manager(http);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var stock = (await manager.Get($"{Api}/products/{product}/stock")).Json!;
            var now = ((long)stock["available"]!, (long)stock["held"]!, (long)stock["sold"]!, (long)stock["received"]!);
            Assert.Equal(now.Item4, now.Item1 + now.Item2 + now.Item3);
            if (now.Item2 == 0)
                return now;
            // A confirmation comes right after its order's answer.
            await Task.Delay(20, guard.Token);
        }
    }

    /// <summary>Runs calls at once, all behind one barrier.</summary>
    public static async Task<ApiAnswer[]> AtOnce(int count, Func<int, Task<ApiAnswer>> call)
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, count).Select(async i =>
        {
            await barrier.Task;
            return await call(i);
        }).ToList();
        barrier.SetResult();
        return await Task.WhenAll(calls);
    }

    private static Task<ApiClient> Shared(HttpClient http, string email) =>
        Known.GetValue(http, static _ => new()).GetOrAdd(email, _ => SignIn(http, email, "12345678"));
}
