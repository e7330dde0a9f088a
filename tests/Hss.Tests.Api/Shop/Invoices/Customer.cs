using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Shop.Catalog;

namespace Hss.Tests.Api.Shop.Invoices;

/// <summary>A new customer of the store with a name of their own, who buys and downloads invoices.</summary>
internal sealed class Customer(HttpClient http, ApiClient client, string id, string email)
{
    public const string Orders = "/store/api/v1/orders";
    private const string Password = "Store-password-1";

    public ApiClient Client { get; } = client;

    public string Id => id;

    public string Email => email;

    public static async Task<Customer> Register(HttpClient http, string firstName = "Jürgen", string lastName = "Größe")
    {
        var email = $"customer{Guid.NewGuid():N}@example.org";
        var made = await new ApiClient(http).Post("/store/api/v1/auth/register", new { first_name = firstName, last_name = lastName, email, password = Password });
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return new(http, await ApiClient.SignIn(http, email, Password), (string)made.Json!["id"]!, email);
    }

    /// <summary>The same customer against the same data, served anew.</summary>
    public async Task<Customer> On(HttpClient other) => new(other, await ApiClient.SignIn(other, email, Password), id, email);

    /// <summary>A product with many units.</summary>
    public static async Task<long> Product(HttpClient http, string name = "Shirt", decimal price = 29.99m) => await Store.Create(
        await ApiClient.Operator(http), b => (b["name"], b["price"], b["stock"]) = (name, price, 1_000));

    public async Task<JsonNode> Buy(long product, long quantity = 2, string address = "Weidenstraße 5, 8000 Zürich", string? key = null)
    {
        var body = new { delivery_address = address, items = new[] { new { product_id = product, quantity } } };
        var placed = await Client.Post(Orders, body, ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));
        Assert.True(placed.Status == HttpStatusCode.Created, placed.Text);
        return placed.Json!;
    }

    /// <summary>Downloads an invoice that must be there.</summary>
    public Task<byte[]> Invoice(JsonNode order) => Download(http, Client, $"{Orders}/{order["id"]}/invoice");

    /// <summary>Downloads a PDF file.</summary>
    public static async Task<byte[]> Download(HttpClient http, ApiClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        using var response = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"invoice-{path.Split('/')[^2]}.pdf", response.Content.Headers.ContentDisposition?.FileName);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
