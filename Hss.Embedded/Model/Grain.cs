namespace Hss.Embedded;

/// <summary>Base class of all grains: one activation a key, one turn at a time.</summary>
public abstract class Grain
{
    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => throw new NotImplementedException();

    /// <summary>The services of the host.</summary>
    protected internal IServiceProvider ServiceProvider => throw new NotImplementedException();

    /// <summary>Runs before the first call. An exception fails the calls that wait and ends the activation.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call. Exceptions are logged.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation after the calls it has begun; later calls go to the next activation.</summary>
    protected void DeactivateOnIdle() => throw new NotImplementedException();
}

/// <summary>What every grain can ask of its host.</summary>
public static class GrainExtensions
{
    /// <summary>The key of this grain.</summary>
    public static string GetPrimaryKeyString(this Grain grain) => throw new NotImplementedException();

    /// <summary>The key of the grain that this reference names.</summary>
    public static string GetPrimaryKeyString(this IGrainWithStringKey grain) => throw new NotImplementedException();
}
