using System.Net;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>Categories over real HTTP.</summary>
public sealed class CategoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string InUse = "Cannot delete category - it has associated products.";

    private readonly ApiClient _nobody = new(api.Client);

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    // Letters only, so that each is one word with one capital.
    private static string Word() => "k" + new string([.. Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 26)))]);

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    [Fact]
    public async Task Create_TrimsAndTitles_AndEverybodySeesIt()
    {
        var word = Word();
        var made = await (await Manager()).Post(Store.Categories, new { name = $"  summer {word.ToUpperInvariant()} " });

        var id = (long)made.Json!["id"]!;
        Assert.Equal((HttpStatusCode.Created, $$"""{"id":{{id}},"name":"Summer {{Title(word)}}"}"""), (made.Status, made.Text));
        Assert.Equal($"/store/api/v1/categories/{id}", made.Header("Location"));
        Assert.Equal(made.Text, (await _nobody.Get($"{Store.Categories}/{id}")).Text);
        Assert.Contains((await _nobody.Get("/api/v1/categories")).Json!.AsArray(), c => (long)c!["id"]! == id);
    }

    [Fact]
    public async Task List_IsByName()
    {
        var manager = await Manager();
        await Store.Category(manager, "zz " + Word());
        await Store.Category(manager, "aa " + Word());
        var names = (await _nobody.Get(Store.Categories)).Json!.AsArray().Select(c => (string)c!["name"]!).ToList();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public async Task ANameInOtherLetters_IsTaken_AlsoForARename()
    {
        var manager = await Manager();
        var (word, other) = (Word(), Word());
        var id = await Store.Category(manager, word);
        var second = await Store.Category(manager, other);

        var again = await manager.Post(Store.Categories, new { name = $" {word.ToUpperInvariant()}" });
        Assert.Equal((HttpStatusCode.BadRequest, $$"""{"detail":"Category '{{Title(word)}}' already exists"}"""), (again.Status, again.Text));
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Put($"{Store.Categories}/{second}", new { name = word })).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Put($"{Store.Categories}/{id}", new { name = word.ToUpperInvariant() })).Status);
    }

    [Fact]
    public async Task Rename_FreesTheOldName_AndProductsShowTheNewOne()
    {
        var manager = await Manager();
        var (word, other) = (Word(), Word());
        var id = await Store.Category(manager, word);
        var product = await Store.Create(manager, b => b["category_id"] = id);

        Assert.Equal($$"""{"id":{{id}},"name":"{{Title(other)}}"}""", (await manager.Put($"{Store.Categories}/{id}", new { name = other })).Text);
        Assert.Equal(Title(other), (string?)(await _nobody.Get($"{Store.Products}/{product}")).Json!["category"]);
        Assert.NotEqual(id, await Store.Category(manager, word));
    }

    [Fact]
    public async Task Delete_WhileProductsReferToIt_Is400_AndThen204()
    {
        var manager = await Manager();
        var word = Word();
        var id = await Store.Category(manager, word);
        var product = await Store.Create(manager, b => b["category_id"] = id);

        var refused = await manager.Delete($"{Store.Categories}/{id}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(InUse, (string?)refused.Json!["detail"], StringComparison.Ordinal);

        await manager.Put($"{Store.Products}/{product}", new { category_id = 1 });
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Delete($"{Store.Categories}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Delete($"{Store.Categories}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Put($"{Store.Categories}/{id}", new { name = Word() })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.Get($"{Store.Categories}/{id}")).Status);
        Assert.NotEqual(id, await Store.Category(manager, word));
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer()
    {
        var manager = await Manager();
        var name = Word();
        var first = await manager.Post(Store.Categories, new { name }, ("Idempotency-Key", name));
        var again = await manager.Post(Store.Categories, new { name }, ("Idempotency-Key", name));
        Assert.Equal((first.Text, HttpStatusCode.Created, "true"), (again.Text, again.Status, again.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task IfMatch_OfAnOldVersion_Is412()
    {
        var manager = await Manager();
        var id = await Store.Category(manager);
        var tag = (await _nobody.Get($"{Store.Categories}/{id}")).Header("ETag")!;
        await manager.Put($"{Store.Categories}/{id}", new { name = Word() });
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Put($"{Store.Categories}/{id}", new { name = Word() }, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Delete($"{Store.Categories}/{id}", ("If-Match", tag))).Status);
    }

    [Fact]
    public async Task Guards_AreTheDocuments()
    {
        foreach (var role in new[] { "customer", "sales_manager", "support_agent" })
        {
            var caller = await Store.Member(api.Client, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Post(Store.Categories, new { name = Word() })).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Put($"{Store.Categories}/1", new { name = Word() })).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Delete($"{Store.Categories}/1")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post(Store.Categories, new { name = Word() })).Status);
        Assert.Equal(HttpStatusCode.Created, (await (await Store.Member(api.Client, "product_manager")).Post(Store.Categories, new { name = Word() })).Status);
    }

    [Fact]
    public async Task FiftyParallelCreatesOfOneName_MakeOne()
    {
        var manager = await Manager();
        var word = Word();
        var answers = await Store.AtOnce(50, n => manager.Post(Store.Categories, new { name = n % 2 == 0 ? word : word.ToUpperInvariant() }));

        var made = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != made), a => Assert.Equal((HttpStatusCode.BadRequest, $$"""{"detail":"Category '{{Title(word)}}' already exists"}"""), (a.Status, a.Text)));
        Assert.Single((await _nobody.Get(Store.Categories)).Json!.AsArray(), c => (string?)c!["name"] == Title(word));
    }

    [Fact]
    public async Task ACategory_IsNeverDeletedUnderAProductThatIsMadeAtTheSameMoment()
    {
        var manager = await Manager();
        for (var round = 0; round < 10; round++)
        {
            var id = await Store.Category(manager);
            var moved = await Store.Create(manager);
            var answers = await Store.AtOnce(6, n => n switch
            {
                0 or 3 => manager.Delete($"{Store.Categories}/{id}"),
                1 => manager.Put($"{Store.Products}/{moved}", new { category_id = id }),
                _ => manager.Post(Store.Products, Store.Product(b => b["category_id"] = id).ToJsonString()),
            });

            var deleted = answers.Any(a => a.Status == HttpStatusCode.NoContent);
            var referring = (await _nobody.Get($"{Store.Products}?category_id={id}")).Json!.AsArray().Count;
            Assert.Equal(answers.Count(a => a.Status is HttpStatusCode.Created or HttpStatusCode.OK), referring);
            Assert.True(!deleted || referring == 0);
            Assert.All(answers.Where(a => (int)a.Status >= 400), a => Assert.Contains((string?)a.Json!["detail"], new[] { "Category not found", $"Category with id {id} not found", InUse + " Move or delete its products first." }));
            Assert.Equal(deleted ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await _nobody.Get($"{Store.Categories}/{id}")).Status);
        }
    }

    [Fact]
    public async Task NoHold_IsLeftOver()
    {
        var manager = await Manager();
        var id = await Store.Category(manager);
        await Store.Create(manager, b => b["category_id"] = id);
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        var types = (await journal.Events(new() { Kind = "category", Id = $"{id}" }, default)).Select(e => e.Event.Type);
        Assert.Equal(["category.created", "category.held", "category.released"], types);
    }
}
