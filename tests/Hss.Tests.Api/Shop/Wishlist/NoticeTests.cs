using System.Net;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Stock;
using Hss.Silo.Effects;
using Hss.Tests.Api.Shop.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Wishlist;

/// <summary>What owners of a wish are mailed, and that it is mailed once.</summary>
public sealed class NoticeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Wishlist = "/store/api/v1/wishlist";

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    private async Task<Shopper> Wisher(long product)
    {
        var shopper = await Shopper.Register(api.Client);
        Assert.Equal(HttpStatusCode.Created, (await shopper.Client.Post(Wishlist, new { product_id = product })).Status);
        return shopper;
    }

    // The mails of a server without a mail server are files, one an effect.
    private List<string> MailsTo(string email)
    {
        var folder = Path.Combine(api.Server.DataFolder, "mail");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Select(File.ReadAllText).Where(t => t.Contains(email, StringComparison.Ordinal))]
            : [];
    }

    private List<string> SubjectsTo(string email) =>
        [.. MailsTo(email).Select(m => m.Split('\n').Single(l => l.StartsWith("Subject: ", StringComparison.Ordinal))[9..].Trim())];

    private Task Arrives(string email, string subject) => Shopper.Until(() => Task.FromResult(SubjectsTo(email).Contains(subject)), $"{email} is mailed '{subject}'");

    [Fact]
    public async Task EveryOwner_IsMailed_WhenTheProductSellsOutAndIsBack()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["name"] = "Polo");
        var (one, two, other) = (await Wisher(product), await Wisher(product), await Wisher(await Store.Create(manager)));

        await manager.Put($"{Store.Products}/{product}", new { stock = 0 });
        foreach (var owner in new[] { one, two })
            await Arrives(owner.Email, "Sold out: Polo");
        await manager.Put($"{Store.Products}/{product}", new { stock = 3 });
        foreach (var owner in new[] { one, two })
            await Arrives(owner.Email, "Back in stock: Polo");

        Assert.Contains("29.99", MailsTo(one.Email)[0].Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, SubjectsTo(one.Email).Count);
        Assert.Empty(SubjectsTo(other.Email));
    }

    [Fact]
    public async Task EveryOwner_IsMailed_WhenADiscountStartsAndEnds()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["name"] = "Scarf");
        var owner = await Wisher(product);

        await manager.Patch($"{Store.Products}/discount", new { product_ids = new[] { product }, discount_rate = 20 });
        await Arrives(owner.Email, "Discount started: Scarf");
        await manager.Patch($"{Store.Products}/discount", new { product_ids = new[] { product }, discount_rate = 20 });
        await manager.Patch($"{Store.Products}/discount/clear", new { product_ids = new[] { product } });
        await Arrives(owner.Email, "Discount ended: Scarf");
        Assert.Equal(2, SubjectsTo(owner.Email).Count);
        Assert.Contains(MailsTo(owner.Email), m => m.Replace("=\r\n", "", StringComparison.Ordinal).Contains("23.99 instead of 29.99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOrder_ThatTakesTheLastUnit_TellsTheOthers()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => (b["name"], b["stock"]) = ("Last Hat", 1));
        var (owner, buyer) = (await Wisher(product), await Shopper.Register(api.Client));
        await buyer.Buy(manager, product);
        await Arrives(owner.Email, "Sold out: Last Hat");
    }

    [Fact]
    public async Task WhoeverEndedTheWish_IsToldNothing()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["name"] = "Vest");
        var (kept, ended) = (await Wisher(product), await Wisher(product));
        await ended.Client.Delete($"{Wishlist}/{product}");
        await manager.Put($"{Store.Products}/{product}", new { stock = 0 });
        await Arrives(kept.Email, "Sold out: Vest");
        Assert.Empty(SubjectsTo(ended.Email));
    }

    // A handler that was cut off is called again with the same effect: each owner has one mail with one Message-ID all the same.
    [Fact]
    public async Task AHandlerThatRunsAgain_MailsNobodyTwice()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["name"] = "Cape");
        var early = await Wisher(product);
        await manager.Put($"{Store.Products}/{product}", new { stock = 0 });
        await Arrives(early.Email, "Sold out: Cape");

        var late = await Wisher(product);
        var handler = api.Server.Services.GetServices<IEffectHandler>().Single(h => h.Target == "stock-crossed");
        var stock = StockKind.Instance.Key($"{product}");
        var payload = api.Server.Services.GetRequiredService<EntityCodec>().Encode(stock, new StockCrossed($"{product}", InStock: false));
        var effect = new PendingEffect($"{stock}@2/crossed", stock, handler.Target, payload, 0);
        await handler.Handle(effect, default);
        await handler.Handle(effect, default);

        await Arrives(late.Email, "Sold out: Cape");
        var events = await api.Server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "wishlist", Id = early.Id }, default);
        Assert.Equal(["wishlist.added", "wishlist.noticed"], events.Select(e => e.Event.Type));
        Assert.Single(SubjectsTo(late.Email));
    }

    [Fact]
    public async Task ManyOwners_AreAllMailed()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["name"] = "Crowd Coat");
        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Wisher(product)));
        await manager.Put($"{Store.Products}/{product}", new { stock = 0 });
        foreach (var owner in owners)
            await Arrives(owner.Email, "Sold out: Crowd Coat");
    }
}
