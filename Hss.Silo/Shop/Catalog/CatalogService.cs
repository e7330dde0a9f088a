using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Catalog;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Identity;
using Hss.Silo.Numbers;

namespace Hss.Silo.Shop.Catalog;

/// <summary>What the catalog's routes are made of: numbers and unique names for new things, and what takes several grains.</summary>
public sealed class CatalogService(IGrainFactory grains, NumberBlocks numbers, UniqueNames names)
{
    private const string ProductNumbers = "store.product";

    private const string CategoryNumbers = "store.category";

    /// <summary>The grain of a product.</summary>
    public IProductGrain Product(string id) => grains.GetGrain<IProductGrain>(ProductKind.Instance.Key(id).ToString());

    /// <summary>The grain of a category.</summary>
    public ICategoryGrain Category(string id) => grains.GetGrain<ICategoryGrain>(CategoryKind.Instance.Key(id).ToString());

    /// <summary>A number for a new product.</summary>
    public async Task<string> NextProduct() => Text(await numbers.Next(ProductNumbers).ConfigureAwait(false));

    /// <summary>A number for a new category.</summary>
    public async Task<string> NextCategory() => Text(await numbers.Next(CategoryNumbers).ConfigureAwait(false));

    /// <summary>
    /// Makes a product. Its serial number and category are held, then its stock is opened, then it commits itself: so whoever sees the product
    /// finds its stock. What a crash leaves before that is a number that is never used, with a stock that nobody asks for; the holds are settled.
    /// </summary>
    public async Task<Outcome<ProductView>> Create(CallContext context, string id, ProductDetails details, long stock)
    {
        var (product, command) = (Product(id), new CreateProduct(details, SerialName(details.SerialNumber)));
        var prepared = await product.Prepare(context, command).ConfigureAwait(false);
        if (prepared.Replayed || !prepared.Accepted)
            return await Final(prepared, command.SerialName).ConfigureAwait(false);
        var opened = await Stock(id).Adjust(context.OfOneStep(), stock).ConfigureAwait(false);
        return opened.Accepted ? await product.Create(context, command).ConfigureAwait(false) : opened.Refusal;
    }

    /// <summary>Changes a product, and sets its stock when one is named. The product is asked first, so a refused change leaves the stock alone.</summary>
    public async Task<Outcome<ProductView>> Change(CallContext context, string id, ChangeProduct change, long? stock)
    {
        if (change.SerialNumber is { } serial)
            change = change with { SerialName = SerialName(serial) };
        var changed = await Product(id).Change(context, change).ConfigureAwait(false);
        if (!changed.Accepted)
            return await Final(changed, change.SerialName).ConfigureAwait(false);
        if (stock is not { } available)
            return changed;
        var adjusted = await Stock(id).Adjust(context.OfOneStep(), available).ConfigureAwait(false);
        return adjusted.Accepted ? changed : adjusted.Refusal;
    }

    /// <summary>Sets the discount of several products (null ends it); unknown ones are passed over. Each ends at one whole request's value.</summary>
    public async Task<ImmutableArray<Outcome<ProductView>>> Discount(CallContext context, IEnumerable<string> ids, decimal? rate)
    {
        var outcomes = await Task.WhenAll(ids.Select(id => rate is { } r
            ? Product(id).SetDiscount(Part(context, id), r)
            : Product(id).ClearDiscount(Part(context, id)))).ConfigureAwait(false);
        return [.. outcomes.Where(o => o.Refusal?.Code != RefusalCodes.NotFound)];
    }

    /// <summary>Makes a category.</summary>
    public async Task<Outcome<CategoryView>> CreateCategory(CallContext context, string id, string name)
    {
        var command = Named(name);
        var created = await Category(id).Create(context, command).ConfigureAwait(false);
        return await Final(created, command.UniqueName).ConfigureAwait(false);
    }

    /// <summary>Renames a category.</summary>
    public async Task<Outcome<CategoryView>> RenameCategory(CallContext context, string id, string name)
    {
        var command = Named(name);
        var renamed = await Category(id).Rename(context, command).ConfigureAwait(false);
        return await Final(renamed, command.UniqueName).ConfigureAwait(false);
    }

    /// <summary>A product with its category's name and its stock.</summary>
    public async Task<ListedProduct> Complete(ProductView product)
    {
        var category = await Category(product.Details.CategoryId).Get().ConfigureAwait(false);
        var stock = await Stock(product.Id).Get().ConfigureAwait(false);
        return new(product, category?.Name ?? "", stock?.Available ?? 0);
    }

    // "It exists" is said only of what exists.
    private async Task<Outcome<T>> Final<T>(Outcome<T> outcome, EntityKey? name) =>
        name is { } key && outcome.Refusal?.Code is ProductCodes.SerialTaken or CategoryCodes.NameTaken
            ? await names.Decided(outcome, key, Exists).ConfigureAwait(false)
            : outcome;

    private async Task<bool> Exists(EntityKey owner) => owner switch
    {
        { Kind: "product" } product => await Product(product.Id).Get().ConfigureAwait(false) is not null,
        { Kind: "category" } category => await Category(category.Id).Get().ConfigureAwait(false) is not null,
        _ => false,
    };

    private IStockGrain Stock(string id) => grains.GetGrain<IStockGrain>(StockKind.Instance.Key(id).ToString());

    private NameCategory Named(string name)
    {
        var title = CategoryRules.Title(name);
        return new(title, names.Key("store_category", SearchText.Of(title)));
    }

    private EntityKey SerialName(string serial) => names.Key("store_serial", serial.Normalize(NormalizationForm.FormC));

    // One request, many products: each has an operation of its own, and no version is all of theirs.
    private static CallContext Part(CallContext context, string id) => context with
    {
        ExpectedVersion = null,
        Operation = context.Operation is { } whole
            ? whole with { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{whole.Id} {id}"))) }
            : null,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
