using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Orders;

/// <summary>Orders over real HTTP: what they cost, who may do what, and where the units are.</summary>
public sealed class OrderTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Customer => Shopping.Customer(api.Client);

    private Task<ApiClient> Manager => Shopping.Manager(api.Client);

    private Task<ApiClient> Sales => Shopping.Sales(api.Client);

    private Task<(long Available, long Held, long Sold, long Received)> Stock(long product) => Shopping.Stock(api.Client, product);

    private static string Path(JsonNode order, string rest = "") => $"{Shopping.Api}/orders/{order["id"]}{rest}";

    private static (HttpStatusCode, string?) Told(ApiAnswer answer) => (answer.Status, (string?)answer.Json!["detail"]);

    private async Task<JsonNode> Delivered(params (long, long)[] items)
    {
        var order = await Shopping.Buy(await Customer, items);
        Assert.Equal(HttpStatusCode.OK, (await (await Manager).Patch(Path(order, "/status"), new { status = "delivered" })).Status);
        return order;
    }

    [Fact]
    public async Task Place_ShowsTheWholeOrder_AndTakesItsUnits()
    {
        var product = await Shopping.Product(api.Client, stock: 5, price: 29.99m, name: "Classic Shirt");
        var placed = await (await Customer).Post($"{Shopping.Api}/orders", new { delivery_address = "  1 Quay  ", items = new[] { new { product_id = product, quantity = 2 } } });

        Assert.Equal(HttpStatusCode.Created, placed.Status);
        var order = placed.Json!;
        Assert.Equal($"/store/api/v1/orders/{order["id"]}", placed.Header("Location"));
        Assert.Equal(
            ["id", "customer_id", "status", "total_amount", "tax_amount", "shipping_amount", "delivery_address", "created_at", "updated_at", "items", "delivered_at", "cancelled_at",
                "refund_requested_at", "refunded_at", "refund_amount", "refund_reason", "refund_items", "customer_name"],
            order.AsObject().Select(m => m.Key));
        Assert.Equal(
            ("processing", 74.78m, 4.80m, 10.00m, "1 Quay", "Cleo Customer"),
            ((string?)order["status"], (decimal)order["total_amount"]!, (decimal)order["tax_amount"]!, (decimal)order["shipping_amount"]!, (string?)order["delivery_address"], (string?)order["customer_name"]));
        var item = Assert.Single(order["items"]!.AsArray())!;
        Assert.Equal(["id", "order_id", "product_id", "product_name", "product_price", "quantity", "subtotal"], item.AsObject().Select(m => m.Key));
        Assert.Equal(("Classic Shirt", 29.99m, 2, 59.98m), ((string?)item["product_name"], (decimal)item["product_price"]!, (int)item["quantity"]!, (decimal)item["subtotal"]!));
        Assert.Equal((3, 0, 2, 5), await Stock(product));
        Assert.Equal(order.ToJsonString(), (await (await Customer).Get(Path(order))).Json!.ToJsonString());
    }

    [Fact]
    public async Task ThePrice_IsThatOfThePurchase()
    {
        var product = await Shopping.Product(api.Client, price: 100);
        await (await Sales).Patch($"{Shopping.Api}/products/discount", new { product_ids = new[] { product }, discount_rate = 25 });
        var order = await Shopping.Buy(await Customer, (product, 1));
        await (await Sales).Patch($"{Shopping.Api}/products/discount/clear", new { product_ids = new[] { product } });
        await (await Manager).Send(HttpMethod.Put, $"{Shopping.Api}/products/{product}", new { price = 500, name = "Dearer" });

        var shown = (await (await Customer).Get(Path(order))).Json!;
        Assert.Equal(75m, (decimal)shown["items"]![0]!["product_price"]!);
        Assert.Equal("Shirt", (string?)shown["items"]![0]!["product_name"]);
        Assert.Equal((6m, 10m, 91m), ((decimal)shown["tax_amount"]!, (decimal)shown["shipping_amount"]!, (decimal)shown["total_amount"]!));
    }

    [Fact]
    public async Task AMultiLineOrderWithOneLineOutOfStock_ChangesNothing()
    {
        var (plenty, scarce) = (await Shopping.Product(api.Client, stock: 10), await Shopping.Product(api.Client, stock: 1));

        var refused = await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((plenty, 3), (scarce, 2)));

        Assert.Equal((HttpStatusCode.BadRequest, "Failed to create order. Check product availability and stock."), Told(refused));
        Assert.Equal(((10L, 0L, 0L, 10L), (1L, 0L, 0L, 1L)), (await Stock(plenty), await Stock(scarce)));
    }

    [Fact]
    public async Task AnOrderOfAnUnknownOrDeletedProduct_ChangesNothing()
    {
        var (known, deleted) = (await Shopping.Product(api.Client), await Shopping.Product(api.Client));
        await (await Manager).Send(HttpMethod.Delete, $"{Shopping.Api}/products/{deleted}", null);

        Assert.Equal(HttpStatusCode.BadRequest, (await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((known, 1), (999_999_999, 1)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((known, 1), (deleted, 1)))).Status);
        Assert.Equal((10, 0, 0, 10), await Stock(known));
    }

    [Fact]
    public async Task TheSameProductOnTwoLines_IsSummedFirst()
    {
        var product = await Shopping.Product(api.Client, stock: 5);

        Assert.Equal(HttpStatusCode.BadRequest, (await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((product, 3), (product, 3)))).Status);
        var order = await Shopping.Buy(await Customer, (product, 3), (product, 2));
        Assert.Equal(5, (int)Assert.Single(order["items"]!.AsArray())!["quantity"]!);
        Assert.Equal((0, 0, 5, 5), await Stock(product));
    }

    [Fact]
    public async Task APlacedOrder_RepeatedWithItsKey_IsTheSameOrder()
    {
        var product = await Shopping.Product(api.Client);
        var first = await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((product, 1)), ("Idempotency-Key", "again"));
        var again = await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((product, 1)), ("Idempotency-Key", "again"));

        Assert.Equal((HttpStatusCode.Created, first.Text, "true"), (again.Status, again.Text, again.Header("Idempotent-Replayed")));
        Assert.Equal((9, 0, 1, 10), await Stock(product));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Customer).Post($"{Shopping.Api}/orders", Shopping.Order((product, 2)), ("Idempotency-Key", "again"))).Status);
    }

    [Fact]
    public async Task Guards_AreTheDocuments()
    {
        var product = await Shopping.Product(api.Client);
        var order = await Shopping.Buy(await Customer, (product, 1));
        var (nobody, stranger, manager, sales) = (new ApiClient(api.Client), (await Shopping.Buyers(api.Client, 1))[0], await Manager, await Sales);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post($"{Shopping.Api}/orders", Shopping.Order((product, 1)))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Post($"{Shopping.Api}/orders", Shopping.Order((product, 1)))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get($"{Shopping.Api}/orders/all")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sales.Get($"{Shopping.Api}/orders/all")).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "You can only view your own orders"), Told(await stranger.Get(Path(order))));
        Assert.Equal(HttpStatusCode.OK, (await manager.Get(Path(order))).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "Not your order"), Told(await stranger.Post(Path(order, "/cancel"))));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Patch(Path(order, "/status"), new { status = "delivered" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Post(Path(order, "/refund/approve"), new { approved = true })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Send(HttpMethod.Delete, Path(order), null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Get($"{Shopping.Api}/products/{product}/stock")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "Order 987654321 not found"), Told(await manager.Get($"{Shopping.Api}/orders/987654321")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Get($"{Shopping.Api}/orders/abc")).Status);
    }

    [Fact]
    public async Task Lists_AreNewestFirst_AndTheCustomersOwn()
    {
        var product = await Shopping.Product(api.Client);
        var buyer = (await Shopping.Buyers(api.Client, 1))[0];
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
            ids.Insert(0, (long)(await Shopping.Buy(buyer, (product, 1)))["id"]!);

        Assert.Equal(ids, (await buyer.Get($"{Shopping.Api}/orders")).Json!.AsArray().Select(o => (long)o!["id"]!));
        var page = await buyer.Get($"{Shopping.Api}/orders?limit=1&offset=1");
        Assert.Equal((ids[1], "3"), ((long)Assert.Single(page.Json!.AsArray())!["id"]!, page.Header("X-Total-Count")));
        Assert.Subset((await (await Manager).Get($"{Shopping.Api}/orders/all")).Json!.AsArray().Select(o => (long)o!["id"]!).ToHashSet(), ids.ToHashSet());

        Assert.Equal(HttpStatusCode.NoContent, (await (await Manager).Send(HttpMethod.Delete, $"{Shopping.Api}/orders/{ids[0]}", null)).Status);
        Assert.Equal(ids[1..], (await buyer.Get($"{Shopping.Api}/orders")).Json!.AsArray().Select(o => (long)o!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Manager).Send(HttpMethod.Delete, $"{Shopping.Api}/orders/{ids[0]}", null)).Status);
        Assert.Equal(3, (await Stock(product)).Sold);
    }

    [Fact]
    public async Task Status_MovesForward_AndTheSameAgainChangesNothing()
    {
        var order = await Shopping.Buy(await Customer, (await Shopping.Product(api.Client), 1));
        var manager = await Manager;

        var moved = await manager.Patch(Path(order, "/status"), new { status = "in-transit" });
        Assert.Equal((HttpStatusCode.OK, "in-transit"), (moved.Status, (string?)moved.Json!["status"]));
        var same = await manager.Patch(Path(order, "/status"), new { status = "in-transit" });
        Assert.Equal((moved.Text, moved.Header("ETag")), (same.Text, same.Header("ETag")));
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Patch(Path(order, "/status"), new { status = "processing" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Patch(Path(order, "/status"), new { status = "cancelled" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Patch(Path(order, "/status"), new { status = "refunded" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Patch(Path(order, "/status"), new { status = "lost" })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Patch(Path(order, "/status"), new { status = "delivered" }, ("If-Match", "\"1\""))).Status);
        Assert.NotNull((await manager.Patch(Path(order, "/status"), new { status = "delivered" }, ("If-Match", moved.Header("ETag")!))).Json!["delivered_at"]);
    }

    [Fact]
    public async Task Cancel_RestoresTheStock_OnceAndOnlyWhileProcessing()
    {
        var (one, two) = (await Shopping.Product(api.Client), await Shopping.Product(api.Client));
        var order = await Shopping.Buy(await Customer, (one, 4), (two, 1));

        var cancelled = await (await Customer).Post(Path(order, "/cancel"));
        Assert.Equal((HttpStatusCode.OK, "cancelled"), (cancelled.Status, (string?)cancelled.Json!["status"]));
        Assert.NotNull(cancelled.Json["cancelled_at"]);
        Assert.Equal((HttpStatusCode.BadRequest, "Order must be in 'processing' status to cancel"), Told(await (await Customer).Post(Path(order, "/cancel"))));
        Assert.Equal(((10L, 0L, 0L, 10L), (10L, 0L, 0L, 10L)), (await Stock(one), await Stock(two)));
    }

    [Fact]
    public async Task APartialRefund_PaysThePurchasePrice_AndRestocksExactlyTheNamedUnits()
    {
        var (one, two) = (await Shopping.Product(api.Client, price: 69.99m), await Shopping.Product(api.Client));
        var order = await Delivered((one, 2), (two, 3));

        var asked = await (await Customer).Post(Path(order, "/refund/request"), new { reason = "torn", items = new[] { new { product_id = one, quantity = 1 } } });
        Assert.Equal((HttpStatusCode.OK, "refund_requested", "torn"), (asked.Status, (string?)asked.Json!["status"], (string?)asked.Json["refund_reason"]));
        Assert.Equal($$"""[{"product_id":{{one}},"quantity":1}]""", asked.Json["refund_items"]!.ToJsonString());
        var paid = await (await Sales).Post(Path(order, "/refund/approve"), new { approved = true });

        Assert.Equal((HttpStatusCode.OK, "refunded", 69.99m), (paid.Status, (string?)paid.Json!["status"], (decimal)paid.Json["refund_amount"]!));
        Assert.Equal(((9L, 0L, 1L, 10L), (7L, 0L, 3L, 10L)), (await Stock(one), await Stock(two)));
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"Order with id {order["id"]} refund cannot be approved/rejected. It must be in 'refund_requested' status."),
            Told(await (await Sales).Post(Path(order, "/refund/approve"), new { approved = true })));
    }

    [Fact]
    public async Task AWholeRefund_RestocksAll_ForTheAmountThatIsNamed()
    {
        var product = await Shopping.Product(api.Client);
        var order = await Delivered((product, 3));
        await (await Customer).Post(Path(order, "/refund/request"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Sales).Post(Path(order, "/refund/approve"), new { approved = true, refund_amount = 0 })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Sales).Post(Path(order, "/refund/approve"), new { approved = true, refund_amount = 9999 })).Status);
        var paid = await (await Sales).Post(Path(order, "/refund/approve"), new { approved = true, refund_amount = 5.50, notes = "half" });

        Assert.Equal(5.50m, (decimal)paid.Json!["refund_amount"]!);
        Assert.Equal((10, 0, 0, 10), await Stock(product));
    }

    [Fact]
    public async Task ARejectedRefund_IsDeliveredAgain_AndRestocksNothing()
    {
        var product = await Shopping.Product(api.Client);
        var order = await Delivered((product, 3));
        await (await Customer).Post(Path(order, "/refund/request"), new { items = new[] { new { product_id = product, quantity = 1 } } });

        var rejected = await (await Sales).Post(Path(order, "/refund/approve"), new { approved = false, notes = "worn" });

        Assert.Equal((HttpStatusCode.OK, "delivered"), (rejected.Status, (string?)rejected.Json!["status"]));
        Assert.Null(rejected.Json["refund_items"]);
        Assert.Equal((7, 0, 3, 10), await Stock(product));
    }

    [Fact]
    public async Task ARefund_NeedsADeliveredOrder_AndUnitsOfIt()
    {
        var product = await Shopping.Product(api.Client);
        var order = await Shopping.Buy(await Customer, (product, 1));
        const string words = "Order must be delivered and within 30 days to request refund";

        Assert.Equal((HttpStatusCode.BadRequest, words), Told(await (await Customer).Post(Path(order, "/refund/request"))));
        await (await Manager).Patch(Path(order, "/status"), new { status = "delivered" });
        Assert.Equal((HttpStatusCode.BadRequest, words), Told(await (await Customer).Post(Path(order, "/refund/request"), new { items = new[] { new { product_id = product, quantity = 2 } } })));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Customer).Post(Path(order, "/refund/request"), new { items = Array.Empty<object>() })).Status);
    }

    [Fact]
    public async Task TheLedger_HasEveryMovement_WithOrderAndTime()
    {
        var product = await Shopping.Product(api.Client, stock: 4);
        var order = await Shopping.Buy(await Customer, (product, 3));
        await Stock(product);
        await (await Customer).Post(Path(order, "/cancel"));
        await (await Manager).Send(HttpMethod.Put, $"{Shopping.Api}/products/{product}", new { stock = 9 });

        var ledger = (await (await Manager).Get($"{Shopping.Api}/products/{product}/stock/ledger")).Json!.AsArray();

        var id = (long)order["id"]!;
        Assert.Equal(
            [("adjusted", 5, null), ("returned", 3, id), ("return_announced", 3, id), ("sold", 3, id), ("held", 3, id), ("adjusted", 4, null)],
            ledger.Select(m => ((string)m!["type"]!, (long)m["quantity"]!, (long?)m["order_id"])));
        Assert.All(ledger, m => Assert.NotNull((string?)m!["at"]));
        Assert.Equal((9, 0, 0, 9), await Stock(product));

        var page = await (await Manager).Get($"{Shopping.Api}/products/{product}/stock/ledger?limit=2");
        var rest = await (await Manager).Get($"{Shopping.Api}/products/{product}/stock/ledger?before={page.Header("X-Next-Cursor")}");
        Assert.Equal((2, 4), (page.Json!.AsArray().Count, rest.Json!.AsArray().Count));
    }
}
