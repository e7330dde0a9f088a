using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Shop.Catalog;
using Hss.Tests.Api.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>Products over real HTTP: who may do what, and what is answered.</summary>
public sealed class ProductTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _nobody = new(api.Client);

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    [Fact]
    public async Task Create_ShowsTheWholeProduct_ToEverybody()
    {
        var manager = await Manager();
        var body = Store.Product();
        var made = await manager.Post(Store.Products, body.ToJsonString());

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = (long)made.Json!["id"]!;
        Assert.Equal($"/store/api/v1/products/{id}", made.Header("Location"));
        var shown = await _nobody.Get($"{Store.Products}/{id}");
        Assert.Equal(made.Text, shown.Text);
        Assert.Equal(made.Header("ETag"), shown.Header("ETag"));
        Assert.Equal(
            (29.99m, 29.99m, false, 0m, 5, "T-Shirts", "/images/default-product.png"),
            ((decimal)shown.Json!["price"]!, (decimal)shown.Json["final_price"]!, (bool)shown.Json["discount_active"]!, (decimal)shown.Json["discount_rate"]!,
                (int)shown.Json["stock"]!, (string?)shown.Json["category"], (string?)shown.Json["image"]));
        Assert.Equal(
            ["id", "name", "model", "serial_number", "description", "price", "stock", "category_id", "category", "image", "rating", "warranty_status", "distributor", "discount_active", "discount_rate", "final_price"],
            shown.Json.AsObject().Select(m => m.Key));
        Assert.Contains((await _nobody.Get("/api/v1/products")).Json!.AsArray(), p => (long)p!["id"]! == id);
    }

    [Fact]
    public async Task Numbers_MayComeAsText_AndAnEmptyOneIsAbsent()
    {
        var made = await (await Manager()).Post(Store.Products, Store.Product(b =>
        {
            b["price"] = "12.50";
            b["stock"] = "3";
            b["category_id"] = " 2 ";
            b["rating"] = "";
        }).ToJsonString());

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal((12.50m, 3, 2), ((decimal)made.Json!["price"]!, (int)made.Json["stock"]!, (int)made.Json["category_id"]!));
        Assert.Null(made.Json["rating"]);
    }

    [Fact]
    public async Task Create_WithAKnownSerialNumber_Is400_AndTakesNothing()
    {
        var manager = await Manager();
        var body = Store.Product();
        await manager.Post(Store.Products, body.ToJsonString());
        var total = (await _nobody.Get($"{Store.Products}?limit=1")).Header("X-Total-Count");

        body["name"] = "Another";
        var again = await manager.Post(Store.Products, body.ToJsonString());
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Product with this serial number already exists"}"""), (again.Status, again.Text));
        Assert.Equal(total, (await _nobody.Get($"{Store.Products}?limit=1")).Header("X-Total-Count"));
    }

    [Fact]
    public async Task Create_WithASerialNumberThatSomethingUndecidedHolds_Is503_AndNotSaidToExist()
    {
        var services = api.Server.Services;
        var serial = $"SN-{Guid.NewGuid():N}";
        var name = UniqueNameKind.Instance.Key($"store_serial.{services.GetRequiredService<DataKeyRing>().Lookup($"store_serial:{serial}")}");
        await services.GetRequiredService<IGrainFactory>().GetGrain<IUniqueNameGrain>(name.ToString()).Hold(CallContext.System("crash"), new("product", "900000000"));

        var answer = await (await Manager()).Post(Store.Products, Store.Product(b => b["serial_number"] = serial).ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.NotNull(answer.Header("Retry-After"));
    }

    [Fact]
    public async Task Create_InAnUnknownCategory_Is400_AndTheSerialNumberStaysFree()
    {
        var manager = await Manager();
        var body = Store.Product(b => b["category_id"] = 999_999);
        var refused = await manager.Post(Store.Products, body.ToJsonString());
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Category not found"}"""), (refused.Status, refused.Text));

        body["category_id"] = 1;
        Assert.Equal(HttpStatusCode.Created, (await manager.Post(Store.Products, body.ToJsonString())).Status);
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer_AndOneProduct()
    {
        var manager = await Manager();
        var body = Store.Product().ToJsonString();
        var first = await manager.Post(Store.Products, body, ("Idempotency-Key", "product-1"));
        var again = await manager.Post(Store.Products, body, ("Idempotency-Key", "product-1"));

        Assert.Equal((HttpStatusCode.Created, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal((first.Text, first.Header("ETag"), first.Header("Location")), (again.Text, again.Header("ETag"), again.Header("Location")));
        var other = await manager.Post(Store.Products, Store.Product().ToJsonString(), ("Idempotency-Key", "product-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
    }

    [Fact]
    public async Task Put_ChangesOnlyWhatIsNamed_AndNullsAreIgnored()
    {
        var manager = await Manager();
        var id = await Store.Create(manager);
        var before = (await _nobody.Get($"{Store.Products}/{id}")).Json!.AsObject();

        var changed = await manager.Put($"{Store.Products}/{id}", """{"name":" Shawl ","price":"10","stock":9,"description":null,"category_id":2}""");
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        foreach (var (name, value) in new (string, JsonNode)[] { ("name", "Shawl"), ("price", 10), ("final_price", 10), ("stock", 9), ("category_id", 2), ("category", "Jeans") })
            before[name] = value;
        Assert.True(JsonNode.DeepEquals(before, changed.Json));
        Assert.True(JsonNode.DeepEquals(before, (await _nobody.Get($"{Store.Products}/{id}")).Json));

        var again = await manager.Put($"{Store.Products}/{id}", """{"name":" Shawl ","price":"10","stock":9,"category_id":2}""");
        Assert.Equal((HttpStatusCode.OK, changed.Header("ETag")), (again.Status, again.Header("ETag")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"price":null}""")]
    [InlineData("""{"unknown":1}""")]
    public async Task Put_OfNothing_Is400(string body)
    {
        var answer = await (await Manager()).Put($"{Store.Products}/1", body);
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"No fields provided for update"}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Put_OfTheSerialNumber_FreesTheOldOne_AndRefusesAnothers()
    {
        var manager = await Manager();
        var (one, two) = (Store.Product(), Store.Product());
        var id = (long)(await manager.Post(Store.Products, one.ToJsonString())).Json!["id"]!;
        await manager.Post(Store.Products, two.ToJsonString());

        var taken = await manager.Put($"{Store.Products}/{id}", new { serial_number = (string)two["serial_number"]!, name = "Not this" });
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Product with this serial number already exists"}"""), (taken.Status, taken.Text));
        Assert.NotEqual("Not this", (string?)(await _nobody.Get($"{Store.Products}/{id}")).Json!["name"]);

        Assert.Equal(HttpStatusCode.OK, (await manager.Put($"{Store.Products}/{id}", new { serial_number = $"{one["serial_number"]}-b" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await manager.Post(Store.Products, one.ToJsonString())).Status);
    }

    [Fact]
    public async Task Put_IntoAnUnknownCategory_Is400_AndChangesNothing()
    {
        var manager = await Manager();
        var id = await Store.Create(manager);
        var before = (await _nobody.Get($"{Store.Products}/{id}")).Text;
        var serial = $"SN-{Guid.NewGuid():N}";
        var answer = await manager.Put($"{Store.Products}/{id}", new { category_id = 999_999, serial_number = serial, stock = 77 });

        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Category not found"}"""), (answer.Status, answer.Text));
        Assert.Equal(before, (await _nobody.Get($"{Store.Products}/{id}")).Text);
        await Store.Create(manager, b => b["serial_number"] = serial);
    }

    [Fact]
    public async Task IfMatch_HoldsForChangesAndDeletion()
    {
        var manager = await Manager();
        var id = await Store.Create(manager);
        var tag = (await _nobody.Get($"{Store.Products}/{id}")).Header("ETag")!;
        Assert.Equal(HttpStatusCode.OK, (await manager.Put($"{Store.Products}/{id}", new { name = "Newer" }, ("If-Match", tag))).Status);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Put($"{Store.Products}/{id}", new { name = "Stale", stock = 1 }, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Delete($"{Store.Products}/{id}", ("If-Match", tag))).Status);
        var shown = (await _nobody.Get($"{Store.Products}/{id}")).Json!;
        Assert.Equal(("Newer", 5), ((string?)shown["name"], (int)shown["stock"]!));
    }

    [Fact]
    public async Task Delete_TakesTheProductAway_AndItsSerialNumberIsFree()
    {
        var manager = await Manager();
        var body = Store.Product();
        var id = (long)(await manager.Post(Store.Products, body.ToJsonString())).Json!["id"]!;

        var gone = await manager.Delete($"{Store.Products}/{id}");
        Assert.Equal((HttpStatusCode.NoContent, ""), (gone.Status, gone.Text));
        var again = await manager.Delete($"{Store.Products}/{id}");
        Assert.Equal((HttpStatusCode.NotFound, $$"""{"detail":"Product with id {{id}} not found"}"""), (again.Status, again.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.Get($"{Store.Products}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Put($"{Store.Products}/{id}", new { name = "x" })).Status);
        Assert.DoesNotContain((await _nobody.Get(Store.Products)).Json!.AsArray(), p => (long)p!["id"]! == id);
        Assert.Equal(HttpStatusCode.Created, (await manager.Post(Store.Products, body.ToJsonString())).Status);
    }

    [Fact]
    public async Task Guards_AreTheDocuments()
    {
        var (customer, sales, product) = (
            await Store.Member(api.Client, "customer"), await Store.Member(api.Client, "sales_manager"), await Store.Member(api.Client, "product_manager"));
        var id = await Store.Create(product);
        var path = $"{Store.Products}/{id}";

        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post(Store.Products, Store.Product().ToJsonString())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Delete(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Patch($"{Store.Products}/discount", new { })).Status);
        foreach (var caller in new[] { customer, sales })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Post(Store.Products, Store.Product().ToJsonString())).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Delete(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Put(path, new { name = "Theirs" })).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Put(path, new { price = 1 })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Put(path, new { price = 1, stock = 1 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await sales.Put(path, new { price = 19.5, name = (string?)null })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Patch($"{Store.Products}/discount", new { product_ids = new[] { id }, discount_rate = 5 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await sales.Patch($"{Store.Products}/discount", new { product_ids = new[] { id }, discount_rate = 5 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await product.Patch($"{Store.Products}/discount/clear", new { product_ids = new[] { id } })).Status);
    }

    [Fact]
    public async Task Discounts_OfManyProducts_AnswerTheFoundOnes()
    {
        var manager = await Manager();
        var (one, two) = (await Store.Create(manager, b => b["price"] = 10.01), await Store.Create(manager, b => b["price"] = 59.98));
        var ids = new[] { two, 999_999_999, one, two };

        var set = await manager.Patch($"{Store.Products}/discount", new { product_ids = ids, discount_rate = 50 });
        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.Equal(
            [(one, true, 50m, 5.01m), (two, true, 50m, 29.99m)],
            set.Json!.AsArray().Select(p => ((long)p!["id"]!, (bool)p["discount_active"]!, (decimal)p["discount_rate"]!, (decimal)p["final_price"]!)));
        Assert.Equal(set.Text, (await manager.Patch($"{Store.Products}/discount", new { product_ids = ids, discount_rate = 50 })).Text);

        var cleared = await manager.Patch($"{Store.Products}/discount/clear", new { product_ids = ids });
        Assert.Equal(
            [(one, false, 0m, 10.01m), (two, false, 0m, 59.98m)],
            cleared.Json!.AsArray().Select(p => ((long)p!["id"]!, (bool)p["discount_active"]!, (decimal)p["discount_rate"]!, (decimal)p["final_price"]!)));
        Assert.Equal(["product.created", "product.discounted", "product.discount_cleared"], await EventTypes(one));
    }

    [Theory]
    [InlineData("discount")]
    [InlineData("discount/clear")]
    public async Task Discounts_OfUnknownProductsOnly_Are404(string path)
    {
        var answer = await (await Manager()).Patch($"{Store.Products}/{path}", new { product_ids = new[] { 999_999_999 }, discount_rate = 5 });
        Assert.Equal((HttpStatusCode.NotFound, """{"detail":"No products found for the provided IDs"}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Discount_RepeatedWithItsKey_IsTheFirstAnswer()
    {
        var manager = await Manager();
        var ids = new[] { await Store.Create(manager), await Store.Create(manager) };
        var first = await manager.Patch($"{Store.Products}/discount", new { product_ids = ids, discount_rate = 10 }, ("Idempotency-Key", "sale"));
        await manager.Patch($"{Store.Products}/discount/clear", new { product_ids = ids });
        var again = await manager.Patch($"{Store.Products}/discount", new { product_ids = ids, discount_rate = 10 }, ("Idempotency-Key", "sale"));

        Assert.Equal((first.Text, "true"), (again.Text, again.Header("Idempotent-Replayed")));
        Assert.False((bool)(await _nobody.Get($"{Store.Products}/{ids[0]}")).Json!["discount_active"]!);
    }

    [Fact]
    public async Task Changes_AreLive_ForEverybodyOnTheStore()
    {
        var (manager, customer) = (await Manager(), await Store.Member(api.Client, "customer"));
        var id = await Store.Create(manager);
        using var stream = await EventStream.Open(api.Client, customer.Token, $"store.products.{id}");
        Assert.Equal("ready", (await stream.Next())!.Value.Event);

        await manager.Patch($"{Store.Products}/discount", new { product_ids = new[] { id }, discount_rate = 10 });
        await manager.Delete($"{Store.Products}/{id}");

        Assert.Equal("product.discounted", (await stream.Next())!.Value.Event);
        Assert.Equal("product.deleted", (await stream.Next())!.Value.Event);
    }

    [Fact]
    public async Task Rating_IsTheReviewsAverage_WhereThereIsOne()
    {
        var manager = await Manager();
        var id = await Store.Create(manager, b => b["rating"] = 2.5);
        var product = api.Server.Services.GetRequiredService<CatalogService>().Product($"{id}");
        await product.SetRating(CallContext.System("reviews"), 4.25m, 4, asOf: 7);
        Assert.Equal(4.25m, (decimal)(await _nobody.Get($"{Store.Products}/{id}")).Json!["rating"]!);

        await product.SetRating(CallContext.System("reviews"), null, 0, asOf: 6);
        Assert.Equal(4.25m, (decimal)(await _nobody.Get($"{Store.Products}/{id}")).Json!["rating"]!);
        await product.SetRating(CallContext.System("reviews"), null, 0, asOf: 8);
        Assert.Equal(2.5m, (decimal)(await _nobody.Get($"{Store.Products}/{id}")).Json!["rating"]!);
    }

    private async Task<IEnumerable<string>> EventTypes(long id)
    {
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        return (await journal.Events(new() { Kind = "product", Id = $"{id}" }, default)).Select(e => e.Event.Type);
    }
}
