using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Assets;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;
using SortKey = Hss.Grains.Entities.Journal.SortKey;

namespace Hss.Silo.Assets.Registry;

/// <summary>Which assets a list wants; null for all.</summary>
/// <param name="Text">What tag, name, model or serial number contains, without regard to case.</param>
/// <param name="Grade">One of <see cref="AssetGrades.All"/>.</param>
/// <param name="Sort">A field as the contract writes it; an unknown one is the usual order.</param>
public sealed record AssetFilter(
    string? Text = null,
    string? Status = null,
    string? CategoryId = null,
    string? LocationId = null,
    string? AssignedTo = null,
    string? Grade = null,
    string? Sort = null,
    bool Descending = true);

/// <summary>Lists of assets, from committed rows: an acknowledged write is in them at once. Deleted assets are in none.</summary>
public sealed class AssetQueries(IJournal journal, EntityCodec codec, TimeProvider time, ILogger<AssetQueries> log)
{
    private static readonly SortKey Usual = new("created_at");

    private static readonly FrozenDictionary<string, SortKey> Sorts = new Dictionary<string, SortKey>
    {
        ["created_at"] = Usual,
        ["updated_at"] = new("updated_at"),
        ["id"] = new("id"),
        ["status"] = new("status"),
        ["asset_tag"] = new($"facet:{AssetKind.TagFacet}"),
        ["name"] = new($"facet:{AssetKind.NameFacet}"),
        ["category_id"] = new($"facet:{AssetUse.Category}"),
        ["location_id"] = new($"facet:{AssetUse.Location}"),
        ["assigned_to"] = new($"facet:{AssetUse.Holder}"),
        ["purchase_date"] = new($"facet:{AssetKind.PurchasedFacet}", Numeric: true),
        ["purchase_price"] = new($"facet:{AssetKind.PriceFacet}", Numeric: true),
        ["warranty_end"] = new($"facet:{AssetKind.WarrantyFacet}", Numeric: true),
        // The newest have the first letter.
        ["grade"] = new($"facet:{AssetKind.PurchasedFacet}", Descending: true, Numeric: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A page of assets, with the number of all that match.</summary>
    public async Task<(ImmutableArray<AssetView> Assets, long Total)> List(AssetFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        var sort = filter.Sort is { } field ? Sorts.GetValueOrDefault(field, Usual) : Usual;
        var page = await journal.List(
            Matching(filter) with { Sort = [sort with { Descending = sort.Descending != filter.Descending }], Limit = limit, Offset = skip }, cancellation).ConfigureAwait(false);
        return ([.. Views(page)], page.Total);
    }

    /// <summary>The next assets by tag. Tags are unique and never change, so pages neither repeat nor miss anything that stays.</summary>
    /// <param name="filter">Its order does not count.</param>
    /// <param name="after">The last tag of the page before, or null.</param>
    public async Task<ImmutableArray<AssetView>> After(AssetFilter filter, string? after, int limit, CancellationToken cancellation)
    {
        var query = Matching(filter);
        if (after is not null)
            query = query with { Facets = query.Facets.Add(new(AssetKind.TagFacet, FacetOperator.AtLeast, after)) };
        // The last one of the page before is found again.
        var page = await journal.List(query with { Sort = [new($"facet:{AssetKind.TagFacet}")], Limit = limit + 1 }, cancellation).ConfigureAwait(false);
        return [.. Views(page).Where(a => a.Tag != after).Take(limit)];
    }

    /// <summary>The asset with a tag, or null.</summary>
    public async Task<AssetView?> ByTag(string tag, CancellationToken cancellation)
    {
        var page = await journal.List(Present with { Facets = [Equal(AssetKind.TagFacet, AssetTags.Normal(tag))], Limit = 1 }, cancellation).ConfigureAwait(false);
        return Views(page).FirstOrDefault();
    }

    /// <summary>Assets by id; unknown and deleted ones are left out.</summary>
    public async Task<FrozenDictionary<string, AssetView>> Find(IEnumerable<string> ids, CancellationToken cancellation)
    {
        ImmutableArray<string> wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        if (wanted.IsEmpty)
            return FrozenDictionary<string, AssetView>.Empty;
        var page = await journal.List(Present with { Ids = wanted, Limit = wanted.Length }, cancellation).ConfigureAwait(false);
        return Views(page).ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
    }

    private static EntityQuery Present => new(AssetKind.Instance.Name) { Statuses = AssetStatus.All };

    private EntityQuery Matching(AssetFilter filter) => Present with
    {
        Statuses = filter.Status is { } status ? [status] : AssetStatus.All,
        Search = filter.Text is { } text ? SearchText.Of(text) : null,
        Facets = [.. Facets(filter)],
    };

    private IEnumerable<FacetFilter> Facets(AssetFilter filter)
    {
        if (filter.CategoryId is { } category)
            yield return Equal(AssetUse.Category, category);
        if (filter.LocationId is { } location)
            yield return Equal(AssetUse.Location, location);
        if (filter.AssignedTo is { } holder)
            yield return Equal(AssetUse.Holder, holder);
        foreach (var range in filter.Grade is { } grade ? AssetGrades.Filters(grade, time.GetUtcNow()) : [])
            yield return range;
    }

    private static FacetFilter Equal(string facet, string value) => new(facet, FacetOperator.Equal, value);

    private IEnumerable<AssetView> Views(EntityPage page) =>
        codec.DecodeReadable(AssetKind.Instance, page.Rows, log).Select(r => AssetViews.Of(r.State) with { Version = r.Row.Version });
}
