using System.Net;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Catalog;

/// <summary>The demonstration catalog: in Development, when there is no other.</summary>
public sealed class DemonstrationCatalogTests
{
    [Fact]
    public async Task Development_HasTenCategoriesAndFifteenProducts_AlsoAfterARestart()
    {
        await using var server = await ApiServer.Start();
        var before = await Catalog(server);
        Assert.Equal(
            ["T-Shirts", "Jeans", "Hoodies", "Shirts", "Dresses", "Jackets", "Shorts", "Sweaters", "Pants", "Polo"],
            before.Categories.OrderBy(c => c.Id).Select(c => c.Name));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), before.Categories.Select(c => c.Id).Order());
        Assert.Equal(Enumerable.Range(1, 15).Select(i => (long)i), before.Products.Select(p => p.Id));
        Assert.Equal((1, "Classic Cotton T-Shirt", 29.99m, 50), before.Products[0]);
        Assert.Equal((29.99m, 199.99m), (before.Products.Min(p => p.Price), before.Products.Max(p => p.Price)));
        Assert.All(before.Products, p => Assert.True(p.Stock > 0));

        var position = await Position(server);
        await server.Restart();
        Assert.Equal(before.Products, (await Catalog(server)).Products);
        Assert.Equal(position, await Position(server));
    }

    [Fact]
    public async Task AChangedCatalog_IsLeftAsItIs()
    {
        await using var server = await ApiServer.Start();
        var manager = await ApiClient.Operator(server.Client);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Delete($"{Store.Products}/3")).Status);
        await server.Restart();
        Assert.Equal(14, (await Catalog(server)).Products.Count);

        manager = await ApiClient.Operator(server.Client);
        await Store.Category(manager, "Hats");
        await server.Restart();
        Assert.Equal((11, 14), ((await Catalog(server)).Categories.Count, (await Catalog(server)).Products.Count));
    }

    [Fact]
    public async Task OutsideDevelopment_ThereIsNone()
    {
        var keys = $"k:{Convert.ToBase64String(new byte[32])}";
        await using var server = await ApiServer.Start(new() { ["HSS_SIGNING_KEYS"] = keys, ["HSS_DATA_KEYS"] = keys }, development: false);
        var empty = await Catalog(server);
        Assert.Equal((0, 0), (empty.Categories.Count, empty.Products.Count));
    }

    private static async Task<long> Position(ApiServer server) =>
        (await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "product", Limit = 1000 }, default)).Length
        + (await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "category", Limit = 1000 }, default)).Length;

    private static async Task<(List<(long Id, string Name)> Categories, List<(long Id, string Name, decimal Price, int Stock)> Products)> Catalog(ApiServer server)
    {
        var nobody = new ApiClient(server.Client);
        var (categories, products) = (await nobody.Get(Store.Categories), await nobody.Get(Store.Products));
        return (
            [.. categories.Json!.AsArray().Select(c => ((long)c!["id"]!, (string)c["name"]!))],
            [.. products.Json!.AsArray().Select(p => ((long)p!["id"]!, (string)p["name"]!, (decimal)p["price"]!, (int)p["stock"]!))]);
    }
}
