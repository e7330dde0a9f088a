using System.Net;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>Many managers at once, all behind one barrier, over real HTTP; stored events are checked as well as answers.</summary>
public sealed class CatalogConcurrencyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _nobody = new(api.Client);

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    [Fact]
    public async Task TwentyManagersSetAndClearDiscountsOnOverlappingProducts_EachProductEndsAtOneCompleteRequestsValue_HistoryShowsAll()
    {
        var manager = await Manager();
        var ids = new long[8];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = await Store.Create(manager, b => b["price"] = 99.99);

        // Manager n works on five neighbouring products; every fourth one clears.
        static bool Clears(int n) => n % 4 == 3;
        static decimal Rate(int n) => 1.25m * (n + 1);
        long[] Of(int n) => [.. Enumerable.Range(n, 5).Select(i => ids[i % ids.Length])];
        var answers = await Store.AtOnce(20, n => Clears(n)
            ? manager.Patch($"{Store.Products}/discount/clear", new { product_ids = Of(n) })
            : manager.Patch($"{Store.Products}/discount", new { product_ids = Of(n), discount_rate = Rate(n) }));

        for (var n = 0; n < answers.Length; n++)
        {
            Assert.Equal(HttpStatusCode.OK, answers[n].Status);
            // What a manager is answered is that manager's own value on every product, never another's.
            Assert.All(answers[n].Json!.AsArray(), p =>
            {
                Assert.Equal(Clears(n) ? 0 : Rate(n), (decimal)p!["discount_rate"]!);
                AssertFits(p);
            });
        }

        foreach (var id in ids)
        {
            var shown = (await _nobody.Get($"{Store.Products}/{id}")).Json!;
            AssertFits(shown);
            var history = await Discounts(id);
            var askedFor = Enumerable.Range(0, answers.Length).Where(n => Of(n).Contains(id)).ToList();
            var rates = askedFor.Where(n => !Clears(n)).Select(Rate).ToList();
            // Every rate differs, so each request that set one is an event of its own; a clear is one when there was something to clear.
            Assert.Equal(rates.Order(), history.Where(r => r is not null).Select(r => r!.Value).Order());
            Assert.True(history.Count(r => r is null) <= askedFor.Count(Clears));
            Assert.Equal(history[^1] ?? 0, (decimal)shown["discount_rate"]!);
            Assert.Equal(history[^1] is not null, (bool)shown["discount_active"]!);
        }
    }

    [Fact]
    public async Task ParallelCreatesOfOneSerialNumber_MakeOneProduct_WithItsStock()
    {
        var manager = await Manager();
        var serial = $"SN-{Guid.NewGuid():N}";
        var answers = await Store.AtOnce(30, _ => manager.Post(Store.Products, Store.Product(b => b["serial_number"] = serial).ToJsonString()));

        var made = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != made), a => Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Product with this serial number already exists"}"""), (a.Status, a.Text)));
        var found = Assert.Single((await _nobody.Get($"{Store.Products}?q={serial}")).Json!.AsArray());
        Assert.Equal(((long)made.Json!["id"]!, 5), ((long)found!["id"]!, (int)found["stock"]!));
    }

    [Fact]
    public async Task ParallelChangesToOneSerialNumber_GiveItToOneProduct()
    {
        var manager = await Manager();
        var ids = new long[10];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = await Store.Create(manager);
        var serial = $"SN-{Guid.NewGuid():N}";
        var answers = await Store.AtOnce(ids.Length, n => manager.Put($"{Store.Products}/{ids[n]}", new { serial_number = serial }));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        Assert.Single((await _nobody.Get($"{Store.Products}?q={serial}")).Json!.AsArray());
    }

    [Fact]
    public async Task TwoSerialNumbersSwappedBackAndForth_StayUnique()
    {
        var manager = await Manager();
        var (one, two) = ($"SN-{Guid.NewGuid():N}", $"SN-{Guid.NewGuid():N}");
        var id = await Store.Create(manager, b => b["serial_number"] = one);
        for (var round = 0; round < 5; round++)
        {
            await Store.AtOnce(4, n => manager.Put($"{Store.Products}/{id}", new { serial_number = n % 2 == 0 ? one : two }));
            var now = (string)(await _nobody.Get($"{Store.Products}/{id}")).Json!["serial_number"]!;
            var (taken, free) = now == one ? (one, two) : (two, one);

            Assert.Equal(HttpStatusCode.BadRequest, (await manager.Post(Store.Products, Store.Product(b => b["serial_number"] = taken).ToJsonString())).Status);
            var other = await Store.Create(manager, b => b["serial_number"] = free);
            await manager.Delete($"{Store.Products}/{other}");
        }
    }

    [Fact]
    public async Task ChangesOfDifferentFieldsAtOnce_AllStay()
    {
        var manager = await Manager();
        var id = await Store.Create(manager);
        var answers = await Store.AtOnce(4, n => manager.Put($"{Store.Products}/{id}", n switch
        {
            0 => new { name = "One" },
            1 => new { model = "Two" },
            2 => new { price = 3 },
            _ => (object)new { category_id = 4 },
        }));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var shown = (await _nobody.Get($"{Store.Products}/{id}")).Json!;
        Assert.Equal(("One", "Two", 3m, 4), ((string?)shown["name"], (string?)shown["model"], (decimal)shown["price"]!, (int)shown["category_id"]!));
    }

    private static void AssertFits(System.Text.Json.Nodes.JsonNode product) => Assert.Equal(
        Math.Round((decimal)product["price"]! * (100 - (decimal)product["discount_rate"]!) / 100, 2, MidpointRounding.AwayFromZero),
        (decimal)product["final_price"]!);

    private async Task<List<decimal?>> Discounts(long id)
    {
        var (journal, codec) = (api.Server.Services.GetRequiredService<IJournal>(), api.Server.Services.GetRequiredService<EntityCodec>());
        var events = await journal.Events(new() { Kind = "product", Id = $"{id}" }, default);
        return
        [
            .. events.Select(e => codec.DecodeEvent(ProductKind.Instance, e.Key, e.Event)).Where(e => e is ProductDiscounted or ProductDiscountCleared)
                .Select(e => (e as ProductDiscounted)?.Rate),
        ];
    }
}
