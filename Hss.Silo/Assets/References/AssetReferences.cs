using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Assets.References;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.References;

/// <summary>Categories and locations from committed rows: pages of them, and look-ups for lists that refer to them.</summary>
public sealed class AssetReferences(IJournal journal, EntityCodec codec, ILogger<AssetReferences> log)
{
    private static readonly ImmutableArray<string> Either = [ReferenceFacets.Active, ReferenceFacets.Inactive];

    /// <summary>A page of categories by name, with the number of all that match.</summary>
    /// <param name="active">Only those that are switched on, or off; null for both.</param>
    public Task<(ImmutableArray<CategoryView> Items, long Total)> Categories(int skip, int limit, bool? active, CancellationToken cancellation) =>
        Page(Query(AssetCategoryKind.Instance.Name, active) with { Offset = skip, Limit = limit }, AssetCategoryKind.Instance, CategoryViews.Of, WithVersion, cancellation);

    /// <summary>A page of locations by name, with the number of all that match.</summary>
    /// <param name="active">Only those that are switched on, or off; null for both.</param>
    /// <param name="site">Only those of this site; null for all.</param>
    public Task<(ImmutableArray<LocationView> Items, long Total)> Locations(int skip, int limit, bool? active, string? site, CancellationToken cancellation) =>
        Page(
            Query(AssetLocationKind.Instance.Name, active) with
            {
                Facets = site is null ? [] : [new(ReferenceFacets.Site, FacetOperator.Equal, site)],
                Offset = skip,
                Limit = limit,
            },
            AssetLocationKind.Instance,
            LocationViews.Of,
            WithVersion,
            cancellation);

    /// <summary>Categories by id; unknown and deleted ones are left out.</summary>
    /// <param name="ids">Which; null for all.</param>
    public async Task<FrozenDictionary<string, CategoryView>> Categories(IEnumerable<string>? ids, CancellationToken cancellation)
    {
        var found = await Page(Query(AssetCategoryKind.Instance.Name, ids), AssetCategoryKind.Instance, CategoryViews.Of, WithVersion, cancellation).ConfigureAwait(false);
        return found.Items.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>Locations by id; unknown and deleted ones are left out.</summary>
    /// <param name="ids">Which; null for all.</param>
    public async Task<FrozenDictionary<string, LocationView>> Locations(IEnumerable<string>? ids, CancellationToken cancellation)
    {
        var found = await Page(Query(AssetLocationKind.Instance.Name, ids), AssetLocationKind.Instance, LocationViews.Of, WithVersion, cancellation).ConfigureAwait(false);
        return found.Items.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);
    }

    private static CategoryView WithVersion(CategoryView view, long version) => view with { Version = version };

    private static LocationView WithVersion(LocationView view, long version) => view with { Version = version };

    private static EntityQuery Query(string kind, bool? active) => new(kind)
    {
        Statuses = active switch { null => Either, true => [ReferenceFacets.Active], false => [ReferenceFacets.Inactive] },
        Sort = [new($"facet:{ReferenceFacets.Name}")],
    };

    private static EntityQuery Query(string kind, IEnumerable<string>? ids) => new(kind)
    {
        Statuses = Either,
        Ids = ids is null ? null : [.. ids.Distinct(StringComparer.Ordinal)],
        Limit = int.MaxValue,
    };

    private async Task<(ImmutableArray<TView> Items, long Total)> Page<TDetails, TView>(
        EntityQuery query,
        ReferenceKind<TDetails> kind,
        Func<ReferenceState<TDetails>, TView> view,
        Func<TView, long, TView> withVersion,
        CancellationToken cancellation)
        where TDetails : class, IReferenceDetails
    {
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(kind, page.Rows, log).Select(r => withVersion(view(r.State), r.Row.Version))], page.Total);
    }
}
