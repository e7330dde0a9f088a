using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Effects;

namespace Hss.Silo.Library.Books;

/// <summary>Tells the delivery that waited longest that a copy is its own now. What it makes of that is its own: it may have been called off.</summary>
public sealed class BookGrantedHandler(IGrainFactory grains, EntityCodec codec) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => BookGranted.Target;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var granted = codec.Decode<BookGranted>(effect.Source, effect.Payload);
        return grains.GetGrain<IDeliveryGrain>(new EntityKey(CopyRules.Deliveries, granted.DeliveryId).ToString()).Granted(CallContext.System("book-granted"));
    }
}
