using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Shop.Reviews;

/// <summary>Lists of reviews, from committed rows: an acknowledged review is in them at once.</summary>
public sealed class ReviewQueries(IJournal journal, EntityCodec codec, ILogger<ReviewQueries> log)
{
    private static readonly ImmutableArray<string> Visible = [ReviewStatus.Pending, ReviewStatus.Approved, ReviewStatus.Disapproved];

    private static readonly EntityQuery Newest = new(ReviewKind.Instance.Name)
    {
        Sort = [Number(descending: true)],
        Limit = int.MaxValue,
    };

    /// <summary>The approved reviews of a product, newest first.</summary>
    public async Task<ImmutableArray<ReviewView>> Approved(string product, CancellationToken cancellation) =>
        Views(await journal.List(Newest with { Facets = [OfProduct(product)], Statuses = [ReviewStatus.Approved] }, cancellation).ConfigureAwait(false));

    /// <summary>A page of the reviews that wait for a moderator, oldest first, with the number of all.</summary>
    public async Task<(ImmutableArray<ReviewView> Reviews, long Total)> Pending(int limit, int offset, CancellationToken cancellation)
    {
        var page = await journal.List(
            Newest with { Statuses = [ReviewStatus.Pending], Sort = [Number(descending: false)], Limit = limit, Offset = offset }, cancellation).ConfigureAwait(false);
        return (Views(page), page.Total);
    }

    /// <summary>A page of an account's reviews, newest first, with the number of all.</summary>
    public async Task<(ImmutableArray<ReviewView> Reviews, long Total)> Of(string account, int limit, int offset, CancellationToken cancellation)
    {
        var page = await journal.List(Newest with { Owner = account, Statuses = Visible, Limit = limit, Offset = offset }, cancellation).ConfigureAwait(false);
        return (Views(page), page.Total);
    }

    /// <summary>The review with a number, or null.</summary>
    public async Task<ReviewView?> Find(string number, CancellationToken cancellation)
    {
        var page = await journal.List(
            Newest with { Facets = [new(ReviewKind.NumberFacet, FacetOperator.Equal, number, Numeric: true)], Statuses = Visible, Limit = 1 }, cancellation).ConfigureAwait(false);
        return Views(page).FirstOrDefault();
    }

    /// <summary>All reviews of a product, whatever became of them.</summary>
    public async Task<ImmutableArray<EntityKey>> KeysOf(string product, CancellationToken cancellation)
    {
        var page = await journal.List(Newest with { Facets = [OfProduct(product)], Statuses = Visible }, cancellation).ConfigureAwait(false);
        return [.. page.Rows.Select(r => r.Key)];
    }

    private ImmutableArray<ReviewView> Views(EntityPage page) =>
        [.. codec.DecodeReadable(ReviewKind.Instance, page.Rows, log).Select(r => ReviewViews.Of(r.State) with { Version = r.Row.Version })];

    private static FacetFilter OfProduct(string product) => new(ReviewKind.ProductFacet, FacetOperator.Equal, product, Numeric: true);

    private static SortKey Number(bool descending) => new($"facet:{ReviewKind.NumberFacet}", descending, Numeric: true);
}
