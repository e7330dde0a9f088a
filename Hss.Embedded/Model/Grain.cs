using Hss.Embedded.Activations;

namespace Hss.Embedded;

/// <summary>Base class of all grains: at most one activation a key, one turn at a time.</summary>
public abstract class Grain : IAddressable
{
    private readonly Activation? _activation = Activation.Creating;

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Activation.Factory;

    /// <summary>The services of this activation; scoped ones live as long as it.</summary>
    protected internal IServiceProvider ServiceProvider => Activation.Services;

    internal Activation Activation => _activation ?? throw new InvalidOperationException($"{GetType().Name} was not made by the grain host.");

    /// <summary>Runs before the first call. An exception fails the calls that wait and ends the activation.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call. Exceptions are logged.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation after the calls that it has begun; later calls go to the next activation.</summary>
    protected void DeactivateOnIdle() => Activation.End(new(DeactivationReasonCode.ApplicationRequested, "The grain asked for it."));
}

/// <summary>What every grain can ask of its host.</summary>
public static class GrainExtensions
{
    /// <summary>The key of this grain, or of the grain that this reference names.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        Grain self => self.Activation.Id.Key,
        Calls.GrainProxy reference => reference.Id.Key,
        _ => throw new ArgumentException($"{grain.GetType().Name} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
