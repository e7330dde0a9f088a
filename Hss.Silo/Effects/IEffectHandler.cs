using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Effects;

/// <summary>Carries out one sort of effect. It may be called more than once for the same id and must then do nothing twice.</summary>
public interface IEffectHandler
{
    /// <summary>The target that effects name.</summary>
    string Target { get; }

    /// <summary>Carries it out. An exception is a failed try.</summary>
    Task Handle(PendingEffect effect, CancellationToken cancellation);
}
