using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Effects;

/// <summary>Has an entity settle with what it let go. Settling is idempotent.</summary>
public sealed class SettleHandler(EntityCodec codec, EntityKinds kinds, IGrainFactory grains) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => LetGo.Target;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var resource = codec.Decode<LetGo>(effect.Source, effect.Payload).Resource;
        return kinds.Grain(grains, effect.Source) is IHoldOwner owner
            ? owner.Settle(new(effect.Source, resource.Id, resource))
            : throw new InvalidOperationException($"{effect.Source} cannot settle");
    }
}
