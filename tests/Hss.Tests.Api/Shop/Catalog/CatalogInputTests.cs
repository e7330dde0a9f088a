using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>Bad input: 422 with all faults at once in the store's shape, never a 500, and nothing is changed.</summary>
public sealed class CatalogInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    /// <summary>What a body is changed by, and the type and the place of the fault.</summary>
    public static TheoryData<string, string, string> Faults() => new()
    {
        { """{"name":null}""", "missing", "name" },
        { """{"name":" "}""", "string_too_short", "name" },
        { """{"name":7}""", "string_type", "name" },
        { $$"""{"name":"{{new string('x', 201)}}"}""", "string_too_long", "name" },
        { """{"name":"a\u0000b"}""", "value_error", "name" },
        { """{"model":null}""", "missing", "model" },
        { $$"""{"model":"{{new string('x', 101)}}"}""", "string_too_long", "model" },
        { """{"serial_number":null}""", "missing", "serial_number" },
        { """{"serial_number":""}""", "string_too_short", "serial_number" },
        { $$"""{"serial_number":"{{new string('x', 101)}}"}""", "string_too_long", "serial_number" },
        { $$"""{"description":"{{new string('x', 501)}}"}""", "string_too_long", "description" },
        { """{"price":-0.01}""", "out_of_range", "price" },
        { """{"price":"-5"}""", "out_of_range", "price" },
        { """{"price":1e300}""", "out_of_range", "price" },
        { """{"price":"1e300"}""", "out_of_range", "price" },
        { """{"price":"cheap"}""", "number_type", "price" },
        { """{"price":[1]}""", "number_type", "price" },
        { """{"price":true}""", "number_type", "price" },
        { """{"price":9.999}""", "value_error", "price" },
        { """{"stock":-1}""", "out_of_range", "stock" },
        { """{"stock":1.5}""", "int_type", "stock" },
        { """{"stock":"many"}""", "int_type", "stock" },
        { """{"stock":99999999999999999999}""", "out_of_range", "stock" },
        { """{"stock":1000000001}""", "out_of_range", "stock" },
        { """{"category_id":null}""", "missing", "category_id" },
        { """{"category_id":""}""", "missing", "category_id" },
        { """{"category_id":0}""", "out_of_range", "category_id" },
        { """{"category_id":-1}""", "out_of_range", "category_id" },
        { """{"category_id":"x"}""", "int_type", "category_id" },
        { $$"""{"image":"{{new string('x', 501)}}"}""", "string_too_long", "image" },
        { """{"rating":5.01}""", "out_of_range", "rating" },
        { """{"rating":-1}""", "out_of_range", "rating" },
        { """{"rating":"good"}""", "number_type", "rating" },
        { $$"""{"warranty_status":"{{new string('x', 101)}}"}""", "string_too_long", "warranty_status" },
        { $$"""{"distributor":"{{new string('x', 201)}}"}""", "string_too_long", "distributor" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Create_NamesTheFault(string change, string type, string field)
    {
        var manager = await Manager();
        var total = await Total(manager);
        var answer = await manager.Post(Store.Products, Store.Product(body => Merge(body, change)).ToJsonString());
        AssertFault(answer, type, field);
        Assert.Equal(total, await Total(manager));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Put_HasTheBoundsOfCreate(string change, string type, string field)
    {
        if (type == "missing" || JsonNode.Parse(change)!.AsObject().Any(m => m.Value is null))
            return;
        var manager = await Manager();
        var before = (await manager.Get($"{Store.Products}/2")).Text;
        AssertFault(await manager.Put($"{Store.Products}/2", change), type, field);
        Assert.Equal(before, (await manager.Get($"{Store.Products}/2")).Text);
    }

    [Fact]
    public async Task Create_WithoutAnything_NamesAllFieldsAtOnce()
    {
        var answer = await (await Manager()).Post(Store.Products, "{}");
        Assert.Equal(["name", "model", "serial_number", "category_id"], answer.Json!["detail"]!.AsArray().Select(d => (string?)d!["loc"]![1]));
    }

    [Theory]
    [InlineData("""{"product_ids":[1]}""", "missing", "discount_rate")]
    [InlineData("""{"discount_rate":5}""", "missing", "product_ids")]
    [InlineData("""{"product_ids":[],"discount_rate":5}""", "string_too_short", "product_ids")]
    [InlineData("""{"product_ids":7,"discount_rate":5}""", "list_type", "product_ids")]
    [InlineData("""{"product_ids":[1.5],"discount_rate":5}""", "int_type", "product_ids")]
    [InlineData("""{"product_ids":[null],"discount_rate":5}""", "int_type", "product_ids")]
    [InlineData("""{"product_ids":[1],"discount_rate":0}""", "out_of_range", "discount_rate")]
    [InlineData("""{"product_ids":[1],"discount_rate":-5}""", "out_of_range", "discount_rate")]
    [InlineData("""{"product_ids":[1],"discount_rate":100.01}""", "out_of_range", "discount_rate")]
    [InlineData("""{"product_ids":[1],"discount_rate":12.345}""", "value_error", "discount_rate")]
    [InlineData("""{"product_ids":[1],"discount_rate":"half"}""", "number_type", "discount_rate")]
    public async Task Discount_NamesTheFault(string body, string type, string field) =>
        AssertFault(await (await Manager()).Patch($"{Store.Products}/discount", body), type, field);

    [Fact]
    public async Task Discount_OfMoreThan200Products_Is422() => AssertFault(
        await (await Manager()).Patch($"{Store.Products}/discount/clear", new { product_ids = Enumerable.Range(1, 201) }), "string_too_long", "product_ids");

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("""{"name":null}""", "missing")]
    [InlineData("""{"name":"  "}""", "string_too_short")]
    [InlineData("""{"name":5}""", "string_type")]
    [InlineData("""{"name":"a\u0000"}""", "value_error")]
    [InlineData("LONG", "string_too_long")]
    public async Task CategoryNames_AreChecked(string body, string type)
    {
        body = body == "LONG" ? $$"""{"name":"{{new string('x', 101)}}"}""" : body;
        AssertFault(await (await Manager()).Post(Store.Categories, body), type, "name");
        AssertFault(await (await Manager()).Put($"{Store.Categories}/1", body), type, "name");
    }

    public static TheoryData<string, string> Routes() => new()
    {
        { "POST", Store.Products },
        { "PUT", $"{Store.Products}/1" },
        { "PATCH", $"{Store.Products}/discount" },
        { "PATCH", $"{Store.Products}/discount/clear" },
        { "POST", Store.Categories },
        { "PUT", $"{Store.Categories}/1" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task ABodyThatIsNoJsonObject_Is422_AndAnotherTypeIs415(string method, string path)
    {
        var manager = await Manager();
        foreach (var body in new[] { "{", "", "nonsense", "[]", "3", "null", "{\"name\":\"\\ud800\"}", "{\"a\":1,\"a\":2}" })
        {
            var answer = await manager.Send(new(method), path, body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.NotNull(answer.Json!["detail"]);
        }

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await manager.Send(new(method), path, "{}", ("Content-Type", "text/plain"))).Status);
    }

    [Theory]
    [InlineData("PUT", "products/x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DELETE", "products/1.5", HttpStatusCode.UnprocessableEntity)]
    [InlineData("PUT", "categories/x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DELETE", "categories/99999999999999999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DELETE", "products/999999999", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "categories/999999999", HttpStatusCode.NotFound)]
    [InlineData("PUT", "products", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "products/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "categories/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "products/1/nothing", HttpStatusCode.NotFound)]
    public async Task Unknown_IsTheStoresError(string method, string path, HttpStatusCode expected)
    {
        var answer = await (await Manager()).Send(new(method), $"/store/api/v1/{path}", method == "PUT" ? """{"name":"x"}""" : null);
        Assert.Equal((expected, true), (answer.Status, answer.Json!["detail"] is not null));
    }

    [Fact]
    public async Task TheGuard_ComesBeforeTheBody() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Post(Store.Products, "{")).Status);

    private static void Merge(JsonObject body, string change)
    {
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
    }

    private static void AssertFault(ApiAnswer answer, string type, string field)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var fault = Assert.Single(answer.Json!["detail"]!.AsArray())!;
        Assert.Equal((type, "body", field), ((string?)fault["type"], (string?)fault["loc"]![0], (string?)fault["loc"]![1]));
        Assert.False(string.IsNullOrEmpty((string?)fault["msg"]));
    }

    private static async Task<string?> Total(ApiClient client) => (await client.Get($"{Store.Products}?limit=1")).Header("X-Total-Count");
}
