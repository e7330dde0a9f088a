using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Entities;
using Hss.Silo.Effects;
using Hss.Silo.Shop.Catalog;

namespace Hss.Silo.Shop.Reviews;

/// <summary>
/// Gives a product the average of its approved reviews. The average is taken anew from committed rows, with the feed's position of before they
/// were read: whichever handler saw the latest position has seen every change up to it, so they may come in any order.
/// </summary>
public sealed class ReviewChangedHandler(EntityCodec codec, IJournal journal, ReviewQueries queries, ReviewService reviews, CatalogService catalog) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => ShopEffects.ReviewChanged;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var changed = codec.Decode<ReviewChanged>(effect.Source, effect.Payload);
        var (context, product) = (CallContext.System("review-changed"), catalog.Product(changed.ProductId));
        if (await product.Get().ConfigureAwait(false) is null)
        {
            // The product was deleted while the review was written: whoever removes a product's reviews may have missed it.
            await reviews.Review(effect.Source).Remove(context).ConfigureAwait(false);
            return;
        }

        if (!changed.Rated)
            return;
        var asOf = (await journal.Position(cancellation).ConfigureAwait(false)).Seq;
        ImmutableArray<int> ratings = [.. (await queries.Approved(changed.ProductId, cancellation).ConfigureAwait(false)).Select(r => r.Rating).OfType<int>()];
        await product.SetRating(context, ReviewRules.Average(ratings), ratings.Length, asOf).ConfigureAwait(false);
    }
}
