using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Robots;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Effects;

namespace Hss.Silo.Robots;

/// <summary>A silent robot let its task go: the delivery goes back to the queue. What was decided otherwise meanwhile stays so.</summary>
public sealed class RobotLostHandler(EntityCodec codec, IGrainFactory grains) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => RobotEffects.Lost;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var lost = codec.Decode<RobotLost>(effect.Source, effect.Payload);
        await grains.GetGrain<IDeliveryGrain>(lost.Delivery.ToString()).RobotLost(CallContext.System("robot-lost"), lost.RobotId, lost.FencingToken).ConfigureAwait(false);
    }
}

/// <summary>The stop of all changed, or a robot came: robots take over where it stands, also after a crash of whoever changed it.</summary>
public sealed class FleetChangedHandler(EntityCodec codec, EmergencyStopService stops) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => RobotEffects.Fleet;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation) =>
        stops.Follow(CallContext.System("robot-fleet"), codec.Decode<FleetChanged>(effect.Source, effect.Payload).RobotId, cancellation);
}
