using System.Net;

namespace Hss.Tests.Api.Shop.Catalog;

public sealed class SqliteProductListTests(ApiFixture api) : ProductListTests(api.Client), IClassFixture<ApiFixture>;

public sealed class PostgresProductListTests(PostgresApiFixture api) : ProductListTests(api.Client), IClassFixture<PostgresApiFixture>;

/// <summary>Lists of products: search, filters, order, pages. The products of these tests carry a word of their own.</summary>
public abstract class ProductListTests(HttpClient http) : IAsyncLifetime
{
    private readonly ApiClient _nobody = new(http);
    private readonly string _word = $"W{Guid.NewGuid():N}"[..12];
    private long _category;
    private long[] _ids = [];

    public async Task InitializeAsync()
    {
        var manager = await ApiClient.Operator(http);
        _category = await Store.Category(manager);
        _ids =
        [
            await Store.Create(manager, b => (b["name"], b["price"], b["stock"], b["rating"], b["category_id"]) = ($"beta {_word}", 20, 0, 3.5, _category)),
            await Store.Create(manager, b => (b["name"], b["price"], b["stock"], b["rating"], b["category_id"]) = ($"Alpha {_word}", 30, 4, 4.5, _category)),
            await Store.Create(manager, b => (b["name"], b["price"], b["stock"], b["description"]) = ("gamma", 9.5, 2, $"with 100%_{_word}")),
        ];
        await manager.Patch($"{Store.Products}/discount", new { product_ids = new[] { _ids[1] }, discount_rate = 50 });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<long[]> Ids(string query)
    {
        var answer = await _nobody.Get($"{Store.Products}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Json!.AsArray().Select(p => (long)p!["id"]!)];
    }

    [Theory]
    [InlineData("", new[] { 0, 1, 2 })]
    [InlineData("&sort=id", new[] { 0, 1, 2 })]
    [InlineData("&sort=-id", new[] { 2, 1, 0 })]
    [InlineData("&sort=name", new[] { 1, 0, 2 })]
    [InlineData("&sort=price", new[] { 2, 0, 1 })]
    [InlineData("&sort=-price", new[] { 1, 0, 2 })]
    [InlineData("&sort=rating", new[] { 1, 0, 2 })]
    [InlineData("&min_price=10", new[] { 0, 1 })]
    [InlineData("&min_price=15.01", new[] { 0 })]
    [InlineData("&max_price=15.00", new[] { 1, 2 })]
    [InlineData("&min_price=9.50&max_price=9.50", new[] { 2 })]
    [InlineData("&in_stock=true", new[] { 1, 2 })]
    [InlineData("&in_stock=false", new[] { 0 })]
    [InlineData("&limit=1", new[] { 0 })]
    [InlineData("&limit=2&offset=1", new[] { 1, 2 })]
    [InlineData("&offset=3", new int[0])]
    [InlineData("&category_id=1", new[] { 2 })]
    [InlineData("&category_id=999999", new int[0])]
    public async Task List_FiltersAndSorts(string query, int[] expected)
    {
        var found = await Ids($"q={_word.ToUpperInvariant()}{query}");
        Assert.Equal(expected.Select(i => _ids[i]), found);
    }

    [Fact]
    public async Task List_OfACategory_CountsAllThatMatch()
    {
        var page = await _nobody.Get($"{Store.Products}?category_id={_category}&limit=1");
        Assert.Equal(("2", 1), (page.Header("X-Total-Count"), page.Json!.AsArray().Count));
        Assert.Equal([_ids[0], _ids[1]], await Ids($"category_id={_category}"));
    }

    [Fact]
    public async Task Search_TakesSignsOfPatternsAsTheyAre()
    {
        Assert.Equal([_ids[2]], await Ids($"q=100%25_{_word}"));
        Assert.Empty(await Ids($"q=1%25_{_word}"));
    }

    [Fact]
    public async Task List_WithoutALimit_IsThePlainArrayByNumber_AlsoBeyondNine()
    {
        var all = await Ids("");
        Assert.True(all.Length > 12);
        Assert.Equal(all.Order(), all);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=x")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("offset=-1")]
    [InlineData("sort=stock")]
    [InlineData("sort=-name")]
    [InlineData("in_stock=perhaps")]
    [InlineData("category_id=x")]
    [InlineData("category_id=0")]
    [InlineData("min_price=cheap")]
    [InlineData("min_price=-1")]
    [InlineData("max_price=1e9")]
    [InlineData("q=%00")]
    public async Task BadParameters_Are422_AndNameThem(string query)
    {
        var answer = await _nobody.Get($"{Store.Products}?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["query", query.Split('=')[0]], answer.Json!["detail"]![0]!["loc"]!.AsArray().Select(l => (string?)l));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task AnIdThatIsNoInteger_Is422(string id)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _nobody.Get($"{Store.Products}/{id}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _nobody.Get($"{Store.Categories}/{id}")).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("999999999")]
    public async Task AnUnknownId_Is404(string id)
    {
        var answer = await _nobody.Get($"{Store.Products}/{id}");
        Assert.Equal((HttpStatusCode.NotFound, $$"""{"detail":"Product with id {{id}} not found"}"""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.Get($"{Store.Categories}/{id}")).Status);
    }
}
