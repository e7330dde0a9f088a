using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Catalog;
using Hss.Silo.Shop.Orders;

namespace Hss.Silo.Shop.Reviews;

/// <summary>The grains of reviews, and what writing one takes.</summary>
public sealed class ReviewService(IGrainFactory grains, IJournal journal, OrderQueries orders, CatalogService catalog)
{
    /// <summary>The grain of an account's review of a product.</summary>
    public IReviewGrain Review(string product, string account) => Review(ReviewKind.Instance.Key(ReviewRules.IdOf(product, account)));

    /// <summary>The grain of a review.</summary>
    public IReviewGrain Review(EntityKey key) => grains.GetGrain<IReviewGrain>(key.ToString());

    /// <summary>Writes a review of a product that the account has bought and received; a repeat of a kept operation is answered whatever became of the order.</summary>
    public async Task<Outcome<ReviewView>> Submit(
        CallContext context, string product, string userName, int? rating, string? comment, CancellationToken cancellation)
    {
        var repeat = context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;
        var order = repeat ? null : await orders.Delivered(context.Actor, product, cancellation).ConfigureAwait(false);
        if (!repeat && (order is null || await catalog.Product(product).Get().ConfigureAwait(false) is null))
            return ReviewRules.NotAllowed;
        return await Review(product, context.Actor).Submit(context, new(product, context.Actor, userName, order?.Id ?? "", rating, comment)).ConfigureAwait(false);
    }
}
