using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>Bad input is 422 with all faults at once, never a 500.</summary>
public sealed class ConversationInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _guest = new(api.Client);

    [Theory]
    [InlineData("""{"guest_name":1}""", "guest_name")]
    [InlineData("""{"guest_email":"no address"}""", "guest_email")]
    [InlineData("""{"guest_email":"a@b@c.de"}""", "guest_email")]
    [InlineData("""{"initial_message":{}}""", "initial_message")]
    [InlineData("""{"initial_message":"a\u0000b"}""", "initial_message")]
    [InlineData("""{"cart_items":{}}""", "cart_items")]
    [InlineData("""{"cart_items":[1]}""", "cart_items.0")]
    [InlineData("""{"cart_items":[{}]}""", "cart_items.0.quantity,cart_items.0.product_id,cart_items.0.name,cart_items.0.price")]
    [InlineData("""{"cart_items":[{"product_id":1,"name":"a","price":1,"quantity":0}]}""", "cart_items.0.quantity")]
    [InlineData("""{"cart_items":[{"product_id":1,"name":"a","price":-1,"quantity":1}]}""", "cart_items.0.price")]
    [InlineData("""{"cart_items":[{"product_id":1,"name":"a","price":1e300,"quantity":1}]}""", "cart_items.0.price")]
    [InlineData("""{"cart_items":[{"product_id":99999999999,"name":"a","price":1,"quantity":1}]}""", "cart_items.0.product_id")]
    [InlineData("""{"cart_items":[{"product_id":1.5,"name":"a","price":1,"quantity":1}]}""", "cart_items.0.product_id")]
    [InlineData("""{"wish_list_items":[{"product_id":1,"name":" ","price":1}]}""", "wish_list_items.0.name")]
    [InlineData("""{"guest_name":[],"wish_list_items":7}""", "guest_name,wish_list_items")]
    public async Task Open_WithBadFields_Is422_AndNamesThemAll(string body, string fields)
    {
        var answer = await _guest.Post(Desk.Conversations, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var faults = answer.Json!["detail"]!.AsArray();
        Assert.Equal(fields.Split(','), faults.Select(f => string.Join('.', f!["loc"]!.AsArray().Skip(1))));
        Assert.All(faults, f => Assert.Equal(["type", "loc", "msg", "input"], f!.AsObject().Select(p => p.Key)));
    }

    [Fact]
    public async Task Open_WithAnEmptyBody_IsAsWithoutOne() =>
        Assert.Equal(HttpStatusCode.OK, (await _guest.Post(Desk.Conversations, "")).Status);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"initial_message":"\ud800"}""")]
    [InlineData("""{"guest_name":"a","guest_name":"b"}""")]
    public async Task Open_WithWhatIsNoObject_Is422(string body) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Post(Desk.Conversations, body)).Status);

    [Fact]
    public async Task Open_WithTooMuch_Is422Or413()
    {
        var item = new { product_id = 1, name = "a", price = 1, quantity = 1 };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Post(Desk.Conversations, new { cart_items = Enumerable.Repeat(item, 201) })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _guest.Post(Desk.Conversations, new { cart_items = Enumerable.Repeat(item, 200) })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Post(Desk.Conversations, new { initial_message = new string('x', 4001) })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _guest.Post(Desk.Conversations, new { initial_message = new string('ü', 4000) })).Status);
        var large = await _guest.Post(Desk.Conversations, JsonSerializer.Serialize(new { initial_message = new string('x', 1100 * 1024) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.IsAssignableFrom<JsonValue>(large.Json!["detail"]);
    }

    [Fact]
    public async Task AnotherContentType_Is415_AndAnotherMethod405()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _guest.Post(Desk.Conversations, "a=b", ("Content-Type", "application/x-www-form-urlencoded"))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _guest.Send(HttpMethod.Put, Desk.Conversations, "{}")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _guest.Send(HttpMethod.Delete, Desk.Call(await Desk.Open(_guest)), null)).Status);
    }

    [Fact]
    public async Task Close_WithBadNotes_Is422_AndClosesNothing()
    {
        var conversation = await Desk.Open(_guest);
        foreach (var body in (string[])["""{"resolution_notes":5}""", $$"""{"resolution_notes":"{{new string('x', 2001)}}"}""", """{"resolution_notes":"a\u0000"}""", "["])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Post(Desk.Call(conversation, "/close"), body)).Status);
        Assert.Equal("open", (string?)(await _guest.Get(Desk.Call(conversation))).Json!["status"]);
    }

    [Fact]
    public async Task ABadToken_Is401_AndADeadCookieIsAsNone()
    {
        var bad = new ApiClient(api.Client, "not.a.token");
        Assert.Equal(HttpStatusCode.Unauthorized, (await bad.Post(Desk.Conversations, "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _guest.Post(Desk.Conversations, "{}", ("Cookie", "access_token=dead"))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await _guest.Post(Desk.Conversations, "{}", ("Cookie", $"access_token={(await Desk.Customer(api.Client)).Token}"), ("Origin", "https://evil.example"))).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("00112233-4455-4677-8899-aabb00000001")]
    public async Task Messages_AfterWhatIsNoMessage_Is422(string after)
    {
        var conversation = await Desk.Open(_guest);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Get($"{Desk.Call(conversation, "/messages")}&after={after}")).Status);
    }
}
