using System.Net;
using System.Net.Http.Headers;
using Hss.Tests.Api.Shop;
using Hss.Tests.Api.Shop.Catalog;
using Hss.Tests.Api.Shop.Support;

namespace Hss.Tests.Api.Documents;

/// <summary>The online store.</summary>
internal static class StoreScenarios
{
    private const string Api = Shopping.Api;

    public static Scenarios All => new Scenarios()
    {
        [$"POST {Api}/auth/register"] = s =>
            s.Nobody.Post($"{Api}/auth/register", new { first_name = "Ada", last_name = "L", email = Stage.NewEmail(), password = Stage.Password }),
        [$"POST {Api}/auth/login"] = Login,
        [$"POST {Api}/auth/refresh"] = async s =>
            await s.Nobody.Post($"{Api}/auth/refresh", null, ("Cookie", $"refresh_token={Shopping.Cookie(await Login(s), "refresh_token")}")),
        [$"POST {Api}/auth/logout"] = async s => await (await Shopper.Register(s.Http)).Client.Post($"{Api}/auth/logout"),
        [$"GET {Api}/auth/me"] = async s => await (await s.StoreCustomer).Get($"{Api}/auth/me"),
        [$"PUT {Api}/users/{{id}}"] = async s =>
        {
            var shopper = await Shopper.Register(s.Http);
            return await shopper.Client.Put($"{Api}/users/{shopper.Id}", new { first_name = "Grace" });
        },
        [$"GET {Api}/products"] = s => s.Nobody.Get($"{Api}/products"),
        [$"POST {Api}/products"] = async s => await (await s.StoreManager).Post($"{Api}/products", Store.Product().ToJsonString()),
        [$"GET {Api}/products/{{id}}"] = s => s.Nobody.Get($"{Api}/products/1"),
        [$"PUT {Api}/products/{{id}}"] = async s => await (await s.StoreManager).Put($"{Api}/products/{await Shopping.Product(s.Http)}", new { price = "19.99" }),
        [$"DELETE {Api}/products/{{id}}"] = async s => await (await s.StoreManager).Delete($"{Api}/products/{await Shopping.Product(s.Http)}"),
        [$"PATCH {Api}/products/discount"] = Discount,
        [$"PATCH {Api}/products/discount/clear"] = async s =>
            await (await s.StoreManager).Patch($"{Api}/products/discount/clear", new { product_ids = new[] { (long)(await Discount(s)).Json![0]!["id"]! } }),
        [$"GET {Api}/categories"] = s => s.Nobody.Get($"{Api}/categories"),
        [$"POST {Api}/categories"] = async s => await (await s.StoreManager).Post($"{Api}/categories", new { name = $"Kind {Guid.NewGuid():N}" }),
        [$"GET {Api}/categories/{{id}}"] = s => s.Nobody.Get($"{Api}/categories/1"),
        [$"PUT {Api}/categories/{{id}}"] = async s =>
            await (await s.StoreManager).Put($"{Api}/categories/{await Store.Category(await s.StoreManager)}", new { name = $"Kind {Guid.NewGuid():N}" }),
        [$"DELETE {Api}/categories/{{id}}"] = async s => await (await s.StoreManager).Delete($"{Api}/categories/{await Store.Category(await s.StoreManager)}"),
        [$"GET {Api}/products/{{id}}/stock"] = async s => await (await s.StoreManager).Get($"{Api}/products/1/stock"),
        [$"GET {Api}/products/{{id}}/stock/ledger"] = async s => await (await s.StoreManager).Get($"{Api}/products/1/stock/ledger"),
        [$"POST {Api}/orders"] = async s => await (await s.StoreCustomer).Post($"{Api}/orders", Shopping.Order((await Shopping.Product(s.Http), 2))),
        [$"GET {Api}/orders"] = async s => await (await s.StoreCustomer).Get($"{Api}/orders"),
        [$"GET {Api}/orders/all"] = async s => await (await s.StoreManager).Get($"{Api}/orders/all"),
        [$"GET {Api}/orders/{{id}}"] = async s => await (await s.StoreCustomer).Get($"{Api}/orders/{await Order(s)}"),
        [$"DELETE {Api}/orders/{{id}}"] = async s => await (await s.StoreManager).Delete($"{Api}/orders/{await Order(s)}"),
        [$"PATCH {Api}/orders/{{id}}/status"] = async s => await (await s.StoreManager).Patch($"{Api}/orders/{await Order(s)}/status", new { status = "in-transit" }),
        [$"POST {Api}/orders/{{id}}/cancel"] = async s => await (await s.StoreCustomer).Post($"{Api}/orders/{await Order(s)}/cancel"),
        [$"POST {Api}/orders/{{id}}/refund/request"] = AskRefund,
        [$"POST {Api}/orders/{{id}}/refund/approve"] = async s =>
            await (await Shopping.Sales(s.Http)).Post($"{Api}/orders/{(await AskRefund(s)).Json!["id"]}/refund/approve", new { approved = true, notes = "Sorry" }),
        [$"GET {Api}/orders/{{id}}/invoice"] = async s =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/orders/{await Order(s)}/invoice");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await s.StoreCustomer).Token);
            using var response = await s.Http.SendAsync(request);
            return new(response.StatusCode, "", null, new Dictionary<string, string>());
        },
        [$"POST {Api}/products/{{id}}/reviews"] = async s => (await Review(s)).Made,
        [$"GET {Api}/products/{{id}}/reviews"] = async s => await s.Nobody.Get($"{Api}/products/{(await Review(s, null)).Made.Json!["product_id"]}/reviews"),
        [$"GET {Api}/reviews/pending"] = async s =>
        {
            await Review(s);
            return await (await s.StoreManager).Get($"{Api}/reviews/pending");
        },
        [$"GET {Api}/reviews/my-reviews"] = async s => await (await Review(s)).Author.Get($"{Api}/reviews/my-reviews"),
        [$"GET {Api}/reviews/{{id}}"] = async s => await s.Nobody.Get($"{Api}/reviews/{(await Review(s, null)).Made.Json!["id"]}"),
        [$"PATCH {Api}/reviews/{{id}}/approve"] = async s => await (await s.StoreManager).Patch($"{Api}/reviews/{(await Review(s)).Made.Json!["id"]}/approve", null),
        [$"DELETE {Api}/reviews/{{id}}/reject"] = async s => await (await s.StoreManager).Delete($"{Api}/reviews/{(await Review(s)).Made.Json!["id"]}/reject"),
        [$"GET {Api}/wishlist"] = async s => await (await Wish(s)).Customer.Get($"{Api}/wishlist"),
        [$"POST {Api}/wishlist"] = async s => (await Wish(s)).Made,
        [$"DELETE {Api}/wishlist"] = async s => await (await Wish(s)).Customer.Delete($"{Api}/wishlist"),
        [$"DELETE {Api}/wishlist/{{id}}"] = async s =>
        {
            var (customer, made) = await Wish(s);
            return await customer.Delete($"{Api}/wishlist/{made.Json!["id"]}");
        },
        [$"POST {Api}/support/conversations"] = async s => await (await s.StoreCustomer).Post(
            Desk.Conversations,
            new { initial_message = "Hello", cart_items = new[] { new { product_id = 1, name = "Shirt", price = 29.99, quantity = 2 } }, wish_list_items = new[] { new { product_id = 2, name = "Hat", price = 5 } } }),
        [$"GET {Api}/support/conversations/queue"] = async s =>
        {
            await Desk.Open(s.Nobody);
            return await (await Shopping.Support(s.Http)).Get($"{Desk.Conversations}/queue");
        },
        [$"GET {Api}/support/conversations/{{id}}"] = async s => await s.Nobody.Get(Desk.Call(await Desk.Open(s.Nobody))),
        [$"GET {Api}/support/conversations/{{id}}/messages"] = async s => await s.Nobody.Get(Desk.Call(await Desk.Open(s.Nobody), "/messages")),
        [$"POST {Api}/support/conversations/{{id}}/claim"] = async s =>
            await (await Shopping.Support(s.Http)).Post($"{Desk.Conversations}/{(await Desk.Open(s.Nobody))["id"]}/claim"),
        [$"POST {Api}/support/conversations/{{id}}/close"] = async s => await s.Nobody.Post(Desk.Call(await Desk.Open(s.Nobody), "/close"), new { resolution_notes = "Found it" }),
        [$"POST {Api}/support/conversations/{{id}}/attachments"] = async s => await Desk.Attach(s.Http, Desk.Call(await Desk.Open(s.Nobody), "/attachments"), Desk.Png()),
        [$"GET {Api}/support/attachments/{{id}}/download"] = async s =>
        {
            var conversation = await Desk.Open(s.Nobody);
            var sent = await Desk.Attach(s.Http, Desk.Call(conversation, "/attachments"), Desk.Png());
            return await s.Nobody.Get($"{Api}/support/attachments/{sent.Json!["attachment"]!["id"]}/download?conversation_token={conversation["conversation_token"]}");
        },
    };

    private static Task<ApiAnswer> Login(Stage s) => s.Nobody.Post($"{Api}/auth/login", new { email = "customer@example.com", password = "12345678" });

    private static async Task<ApiAnswer> Discount(Stage s) =>
        await (await s.StoreManager).Patch($"{Api}/products/discount", new { product_ids = new[] { await Shopping.Product(s.Http) }, discount_rate = 10 });

    private static async Task<string> Order(Stage s, string? status = null)
    {
        var id = (await Shopping.Buy(await s.StoreCustomer, (await Shopping.Product(s.Http), 1)))["id"]!.ToString();
        if (status is not null)
            Assert.Equal(HttpStatusCode.OK, (await (await s.StoreManager).Patch($"{Api}/orders/{id}/status", new { status })).Status);
        return id;
    }

    private static async Task<ApiAnswer> AskRefund(Stage s) =>
        await (await s.StoreCustomer).Post($"{Api}/orders/{await Order(s, "delivered")}/refund/request", new { reason = "Too small" });

    private static async Task<(ApiAnswer Made, ApiClient Author)> Review(Stage s, string? comment = "It fits very well")
    {
        var (shopper, product) = (await Shopper.Register(s.Http), await Shopping.Product(s.Http));
        await shopper.Buy(await s.StoreManager, product);
        return (await shopper.Client.Post($"{Api}/products/{product}/reviews", new { rating = 4, comment }), shopper.Client);
    }

    private static async Task<(ApiClient Customer, ApiAnswer Made)> Wish(Stage s)
    {
        var customer = await Desk.Customer(s.Http);
        return (customer, await customer.Post($"{Api}/wishlist", new { product_id = await Shopping.Product(s.Http) }));
    }
}
