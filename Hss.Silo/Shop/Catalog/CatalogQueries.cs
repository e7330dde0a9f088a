using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Catalog;
using Hss.Grains.Shop.Stock;
using Hss.Interfaces.Shop;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;
using SortKey = Hss.Grains.Entities.Journal.SortKey;

namespace Hss.Silo.Shop.Catalog;

/// <summary>A product with what other entities know of it.</summary>
/// <param name="Category">The category's name.</param>
/// <param name="Stock">Available units.</param>
public sealed record ListedProduct(ProductView Product, string Category, long Stock);

/// <summary>Lists of the catalog, from committed rows: an acknowledged write is in them at once.</summary>
public sealed class CatalogQueries(IJournal journal, EntityCodec codec, ILogger<CatalogQueries> log)
{
    private static readonly FrozenDictionary<string, SortKey> SortKeys = new Dictionary<string, SortKey>
    {
        ["id"] = Facet(ProductKind.NumberFacet),
        ["-id"] = Facet(ProductKind.NumberFacet, descending: true),
        ["name"] = new($"facet:{ProductKind.NameFacet}"),
        ["price"] = Facet(ProductKind.PriceFacet),
        ["-price"] = Facet(ProductKind.PriceFacet, descending: true),
        ["rating"] = Facet(ProductKind.RatingFacet, descending: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The orders that lists know; <c>rating</c> has the best first.</summary>
    public static ImmutableArray<string> Sorts { get; } = ["id", "-id", "name", "price", "-price", "rating"];

    /// <summary>A page of products, with the number of all that match.</summary>
    public async Task<(ImmutableArray<ListedProduct> Products, long Total)> List(ProductFilter filter, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(ProductKind.Instance.Name)
            {
                Statuses = [ProductStatus.Active],
                Search = filter.Text is { } text ? SearchText.Of(text) : null,
                Facets = [.. Filters(filter)],
                Ids = filter.InStock is { } inStock ? await Stocked(inStock, cancellation).ConfigureAwait(false) : null,
                Sort = [.. new[] { SortKeys[filter.Sort], SortKeys["id"] }.DistinctBy(k => k.Field)],
                Limit = filter.Limit ?? int.MaxValue,
                Offset = filter.Offset,
            },
            cancellation).ConfigureAwait(false);
        return (await Complete([.. Views(page)], cancellation).ConfigureAwait(false), page.Total);
    }

    /// <summary>Products by their numbers, in that order; unknown and deleted ones are left out.</summary>
    public async Task<ImmutableArray<ListedProduct>> Find(ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(ProductKind.Instance.Name) { Ids = ids, Statuses = [ProductStatus.Active], Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        var found = Views(page).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return await Complete([.. ids.Where(found.ContainsKey).Select(id => found[id])], cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds category names and stocks.</summary>
    public async Task<ImmutableArray<ListedProduct>> Complete(ImmutableArray<ProductView> products, CancellationToken cancellation)
    {
        if (products.IsEmpty)
            return [];
        var names = (await Categories(cancellation).ConfigureAwait(false)).ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        var stocks = await Stocks([.. products.Select(p => p.Id)], cancellation).ConfigureAwait(false);
        return [.. products.Select(p => new ListedProduct(p, names.GetValueOrDefault(p.Details.CategoryId, ""), stocks.GetValueOrDefault(p.Id)))];
    }

    /// <summary>All categories, by name.</summary>
    public async Task<ImmutableArray<CategoryView>> Categories(CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(CategoryKind.Instance.Name)
            {
                Statuses = [CategoryState.Active],
                Sort = [new($"facet:{CategoryKind.NameFacet}")],
                Limit = int.MaxValue,
            },
            cancellation).ConfigureAwait(false);
        return [.. codec.DecodeReadable(CategoryKind.Instance, page.Rows, log).Select(r => CategoryViews.Of(r.State) with { Version = r.Row.Version })];
    }

    private async Task<Dictionary<string, long>> Stocks(ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var page = await journal.List(new EntityQuery(StockKind.Instance.Name) { Ids = ids, Limit = ids.Length }, cancellation).ConfigureAwait(false);
        return codec.DecodeReadable(StockKind.Instance, page.Rows, log).ToDictionary(r => r.State.Id, r => r.State.Available, StringComparer.Ordinal);
    }

    private async Task<ImmutableArray<string>> Stocked(bool available, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(StockKind.Instance.Name) { Statuses = [available ? StockKind.InStock : StockKind.SoldOut], Limit = int.MaxValue },
            cancellation).ConfigureAwait(false);
        return [.. page.Rows.Select(r => r.Key.Id)];
    }

    private IEnumerable<ProductView> Views(EntityPage page) =>
        codec.DecodeReadable(ProductKind.Instance, page.Rows, log).Select(r => ProductViews.Of(r.State) with { Version = r.Row.Version });

    private static IEnumerable<FacetFilter> Filters(ProductFilter filter)
    {
        if (filter.CategoryId is { } category)
            yield return new(ProductKind.CategoryFacet, FacetOperator.Equal, category, Numeric: true);
        if (filter.MinPrice is { } least)
            yield return new(ProductKind.FinalPriceFacet, FacetOperator.AtLeast, Cents(least), Numeric: true);
        if (filter.MaxPrice is { } most)
            yield return new(ProductKind.FinalPriceFacet, FacetOperator.AtMost, Cents(most), Numeric: true);
    }

    private static string Cents(decimal units) => (units * 100m).ToString(CultureInfo.InvariantCulture);

    private static SortKey Facet(string name, bool descending = false) => new($"facet:{name}", descending, Numeric: true);
}
