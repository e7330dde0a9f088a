using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Orders;

public sealed class SqliteOrderConcurrencyTests(ApiFixture api) : OrderConcurrencyTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresOrderConcurrencyTests(PostgresApiFixture api) : OrderConcurrencyTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Many callers at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public abstract class OrderConcurrencyTests(ApiServer server)
{
    private HttpClient Http => server.Client;

    [Fact]
    public async Task TwoHundredBuyersForTheLastTenUnits_MakeExactlyTenOrders()
    {
        var product = await Shopping.Product(Http, stock: 10);
        var buyers = await Shopping.Buyers(Http, 200);

        var answers = await Shopping.AtOnce(200, i => buyers[i].Post($"{Shopping.Api}/orders", Shopping.Order((product, 1))));

        Assert.Equal(10, answers.Count(a => a.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a =>
            Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Failed to create order. Check product availability and stock."}"""), (a.Status, a.Text)));
        Assert.Equal((0, 0, 10, 10), await Shopping.Stock(Http, product));
        Assert.Equal(0, (int)(await buyers[0].Get($"{Shopping.Api}/products/{product}")).Json!["stock"]!);

        // The rows say the same: ten orders, and ten units held and sold.
        var orders = (await Events("order", "order.placed")).Where(e => e.Event.Data.Contains($"\"productId\":\"{product}\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => $"{a.Json!["id"]}").Order(), orders.Select(e => e.Key.Id).Order());
        var sold = (await Events("stock", "stock.confirmed")).Where(e => e.Key.Id == $"{product}").SelectMany(e => JsonNode.Parse(e.Event.Data)!["holds"]!.AsArray());
        Assert.Equal(10, sold.Sum(h => (long)h!["quantity"]!));
    }

    [Fact]
    public async Task OrdersOfManyProductsInAllOrders_NeverDeadlock_AndNeverOversell()
    {
        var products = new[] { await Shopping.Product(Http, stock: 20), await Shopping.Product(Http, stock: 20), await Shopping.Product(Http, stock: 20) };
        var buyers = await Shopping.Buyers(Http, 60);

        var answers = await Shopping.AtOnce(60, i => buyers[i].Post(
            $"{Shopping.Api}/orders", Shopping.Order((products[i % 3], 1), (products[(i + 1) % 3], 1), (products[(i + 2) % 3], 1))));

        var placed = answers.Count(a => a.Status == HttpStatusCode.Created);
        Assert.InRange(placed, 1, 20);
        foreach (var product in products)
            Assert.Equal((20 - placed, 0, placed, 20), await Shopping.Stock(Http, product));
        // Whoever was refused because of a neighbour's hold may try again: what was left can be bought.
        for (var i = placed; i < 20; i++)
            await Shopping.Buy(buyers[0], (products[0], 1), (products[1], 1), (products[2], 1));
    }

    [Fact]
    public async Task ParallelCancels_RestockOnce()
    {
        var product = await Shopping.Product(Http);
        var customer = await Shopping.Customer(Http);
        for (var i = 0; i < 5; i++)
        {
            var order = await Shopping.Buy(customer, (product, 3));

            var answers = await Shopping.AtOnce(8, _ => customer.Post($"{Shopping.Api}/orders/{order["id"]}/cancel"));

            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(
                (HttpStatusCode.BadRequest, """{"detail":"Order must be in 'processing' status to cancel"}"""), (a.Status, a.Text)));
            Assert.Equal((10, 0, 0, 10), await Shopping.Stock(Http, product));
            Assert.Equal(["order.placed", "order.cancelled"], await EventsOf("order", $"{order["id"]}"));
        }
    }

    [Fact]
    public async Task CancelAgainstShip_HasOneWinner_AndTheOtherIsToldWhy()
    {
        var (customer, manager) = (await Shopping.Customer(Http), await Shopping.Manager(Http));
        for (var i = 0; i < 10; i++)
        {
            var product = await Shopping.Product(Http);
            var order = await Shopping.Buy(customer, (product, 3));

            var answers = await Shopping.AtOnce(2, n => n == i % 2
                ? customer.Post($"{Shopping.Api}/orders/{order["id"]}/cancel")
                : manager.Patch($"{Shopping.Api}/orders/{order["id"]}/status", new { status = "in-transit" }));

            var winner = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            var loser = Assert.Single(answers, a => a.Status == HttpStatusCode.BadRequest);
            var cancelled = (string?)winner.Json!["status"] == "cancelled";
            Assert.Contains(cancelled ? "from 'cancelled' to 'in-transit'" : "'processing' status to cancel", loser.Text, StringComparison.Ordinal);
            Assert.Equal(cancelled ? (10, 0, 0, 10) : (7L, 0L, 3L, 10L), await Shopping.Stock(Http, product));
            Assert.Equal(["order.placed", cancelled ? "order.cancelled" : "order.status_changed"], await EventsOf("order", $"{order["id"]}"));
        }
    }

    [Fact]
    public async Task ARefundApprovedTwice_PaysAndRestocksOnce()
    {
        var (customer, manager, sales) = (await Shopping.Customer(Http), await Shopping.Manager(Http), await Shopping.Sales(Http));
        var product = await Shopping.Product(Http);
        var order = await Shopping.Buy(customer, (product, 4));
        var path = $"{Shopping.Api}/orders/{order["id"]}";
        await manager.Patch($"{path}/status", new { status = "delivered" });
        await customer.Post($"{path}/refund/request", new { items = new[] { new { product_id = product, quantity = 3 } } });

        var answers = await Shopping.AtOnce(8, _ => sales.Post($"{path}/refund/approve", new { approved = true }));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal((9, 0, 1, 10), await Shopping.Stock(Http, product));
        Assert.Single(await EventsOf("order", $"{order["id"]}"), "order.refund_approved");
    }

    [Fact]
    public async Task WhileManagersSetAndClearADiscount_EachOrdersPriceIsOneThatWasValid()
    {
        var product = await Shopping.Product(Http, stock: 1000, price: 200);
        var (customer, sales) = (await Shopping.Customer(Http), await Shopping.Sales(Http));
        int[] rates = [10, 25, 50];

        var answers = await Shopping.AtOnce(60, i => (i % 3) switch
        {
            0 => sales.Patch($"{Shopping.Api}/products/discount", new { product_ids = new[] { product }, discount_rate = rates[i / 3 % rates.Length] }),
            1 when i % 2 == 0 => sales.Patch($"{Shopping.Api}/products/discount/clear", new { product_ids = new[] { product } }),
            _ => customer.Post($"{Shopping.Api}/orders", Shopping.Order((product, 2))),
        });

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Created, a.Text));
        var orders = answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.Json!).ToList();
        Assert.True(orders.Count >= 20);
        decimal[] valid = [200m, 180m, 150m, 100m];
        Assert.All(orders, o =>
        {
            var (price, subtotal) = ((decimal)o["items"]![0]!["product_price"]!, (decimal)o["items"]![0]!["subtotal"]!);
            Assert.Contains(price, valid);
            // All of an order is of one price: shipping is free from 100.00 on, tax is 8 %.
            Assert.Equal((price * 2, decimal.Round(price * 2 * 1.08m, 2)), (subtotal, (decimal)o["total_amount"]!));
        });
    }

    [Fact]
    public async Task TheSameIdempotencyKey_FromManyCallersAtOnce_MakesOneOrder()
    {
        var product = await Shopping.Product(Http);
        var buyer = (await Shopping.Buyers(Http, 1))[0];

        var answers = await Shopping.AtOnce(16, _ => buyer.Post($"{Shopping.Api}/orders", Shopping.Order((product, 2)), ("Idempotency-Key", "one")));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, a.Text));
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => (long)a.Json!["id"]!).Distinct());
        Assert.Equal((8, 0, 2, 10), await Shopping.Stock(Http, product));
        Assert.Single((await buyer.Get($"{Shopping.Api}/orders")).Json!.AsArray());
    }

    private async Task<ImmutableArray<FeedEvent>> Events(string kind, params ImmutableArray<string> types) =>
        await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = kind, Types = types, Limit = 100_000 }, default);

    private async Task<string[]> EventsOf(string kind, string id) =>
        [.. (await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = kind, Id = id, Limit = 1000 }, default)).Select(e => e.Event.Type)];
}
