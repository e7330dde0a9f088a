using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Shop.Catalog;

namespace Hss.Tests.Api.Shop.Wishlist;

/// <summary>Wishlists over real HTTP.</summary>
public sealed class WishlistTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Wishlist = "/store/api/v1/wishlist";

    private readonly ApiClient _nobody = new(api.Client);

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    private static async Task<long[]> Ids(ApiClient caller) => [.. (await caller.Get(Wishlist)).Json!.AsArray().Select(p => (long)p!["id"]!)];

    [Fact]
    public async Task Wishes_AreProducts_TheNewestFirst()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        Assert.Equal("[]", (await shopper.Get(Wishlist)).Text);
        var (one, two) = (await Store.Create(manager), await Store.Create(manager));
        foreach (var id in new[] { one, two })
        {
            var added = await shopper.Post(Wishlist, new { product_id = id });
            Assert.Equal(HttpStatusCode.Created, added.Status);
            Assert.Equal((await _nobody.Get($"{Store.Products}/{id}")).Text, added.Text);
        }

        var list = (await shopper.Get(Wishlist)).Json!.AsArray();
        Assert.Equal([two, one], list.Select(p => (long)p!["id"]!));
        Assert.True(JsonNode.DeepEquals((await _nobody.Get($"{Store.Products}/{one}")).Json, list[1]));
        Assert.Empty(await Ids((await Shopper.Register(api.Client)).Client));
    }

    [Fact]
    public async Task Add_TheSecondTime_Is409_AndAnUnknownProduct404()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var id = await Store.Create(manager);
        await shopper.Post(Wishlist, new { product_id = id });
        var again = await shopper.Post(Wishlist, new { product_id = $"{id}" });
        Assert.Equal((HttpStatusCode.Conflict, """{"detail":"Product already in wishlist"}"""), (again.Status, again.Text));
        var unknown = await shopper.Post(Wishlist, new { product_id = 999_999_999 });
        Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Product not found"}"""), (unknown.Status, unknown.Text));
        Assert.Equal([id], await Ids(shopper));
    }

    [Fact]
    public async Task Add_FromManyCallersAtOnce_IsOneWish()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var id = await Store.Create(manager);
        var answers = await Store.AtOnce(20, _ => shopper.Post(Wishlist, new { product_id = id }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        Assert.Equal([id], await Ids(shopper));
    }

    [Fact]
    public async Task Delete_EndsOneWish_ThenIs404_AndDeleteOfAllIsAlways204()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var ids = new[] { await Store.Create(manager), await Store.Create(manager), await Store.Create(manager) };
        foreach (var id in ids)
            await shopper.Post(Wishlist, new { product_id = id });

        var gone = await shopper.Delete($"{Wishlist}/{ids[1]}");
        Assert.Equal((HttpStatusCode.NoContent, ""), (gone.Status, gone.Text));
        var again = await shopper.Delete($"{Wishlist}/{ids[1]}");
        Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Wishlist item not found"}"""), (again.Status, again.Text));
        Assert.Equal([ids[2], ids[0]], await Ids(shopper));
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await shopper.Delete(Wishlist)).Status);
        Assert.Empty(await Ids(shopper));
    }

    [Fact]
    public async Task Add_RepeatedWithItsKey_IsTheFirstAnswer()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var body = new { product_id = await Store.Create(manager) };
        var first = await shopper.Post(Wishlist, body, ("Idempotency-Key", "wish"));
        var again = await shopper.Post(Wishlist, body, ("Idempotency-Key", "wish"));
        Assert.Equal((HttpStatusCode.Created, "true", first.Text), (again.Status, again.Header("Idempotent-Replayed"), again.Text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shopper.Post(Wishlist, new { product_id = 1 }, ("Idempotency-Key", "wish"))).Status);
    }

    [Fact]
    public async Task IfMatch_HoldsForDeletions()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var id = await Store.Create(manager);
        await shopper.Post(Wishlist, new { product_id = id });
        var tag = (await shopper.Get(Wishlist)).Header("ETag")!;
        await shopper.Post(Wishlist, new { product_id = await Store.Create(manager) });
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await shopper.Delete($"{Wishlist}/{id}", ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await shopper.Delete(Wishlist, ("If-Match", tag))).Status);
        Assert.Equal(2, (await Ids(shopper)).Length);
        Assert.Equal(HttpStatusCode.NoContent, (await shopper.Delete($"{Wishlist}/{id}", ("If-Match", (await shopper.Get(Wishlist)).Header("ETag")!))).Status);
    }

    [Fact]
    public async Task EveryRole_HasAWishlist_AndNobodyHasNone()
    {
        foreach (var role in new[] { "customer", "sales_manager", "product_manager", "support_agent" })
            Assert.Equal(HttpStatusCode.Created, (await (await Store.Member(api.Client, role)).Post(Wishlist, new { product_id = 1 })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Get(Wishlist)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post(Wishlist, new { product_id = 1 })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Delete(Wishlist)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Delete($"{Wishlist}/1")).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"product_id":null}""")]
    [InlineData("""{"product_id":0}""")]
    [InlineData("""{"product_id":-3}""")]
    [InlineData("""{"product_id":1.5}""")]
    [InlineData("""{"product_id":1e300}""")]
    [InlineData("""{"product_id":"one"}""")]
    [InlineData("""{"product_id":true}""")]
    public async Task BadBodies_Are422_AndNameTheField(string body)
    {
        var shopper = (await Shopper.Register(api.Client)).Client;
        var answer = await shopper.Post(Wishlist, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["body", "product_id"], answer.Json!["detail"]![0]!["loc"]!.AsArray().Select(l => (string?)l));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shopper.Delete($"{Wishlist}/nonsense")).Status);
    }

    [Fact]
    public async Task ADeletedProduct_IsNobodysWish()
    {
        var (manager, shopper) = (await Manager(), (await Shopper.Register(api.Client)).Client);
        var (kept, gone) = (await Store.Create(manager), await Store.Create(manager));
        foreach (var id in new[] { kept, gone })
            await shopper.Post(Wishlist, new { product_id = id });
        await manager.Delete($"{Store.Products}/{gone}");

        Assert.Equal([kept], await Ids(shopper));
        await Shopper.Until(async () => (await shopper.Delete($"{Wishlist}/{gone}")).Status == HttpStatusCode.NotFound, "the wish goes");
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Post(Wishlist, new { product_id = gone })).Status);
    }
}
