namespace Hss.Embedded;

/// <summary>Something that can be addressed as a grain.</summary>
public interface IGrain;

/// <summary>A grain whose identity within its type is a text key.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>Makes references to grains. A reference needs no activation: the first call makes it.</summary>
public interface IGrainFactory
{
    /// <summary>The reference to the grain of the one class that implements <typeparamref name="T"/>, with this exact key.</summary>
    T GetGrain<T>(string primaryKey) where T : IGrainWithStringKey;
}

/// <summary>Why an activation ends.</summary>
public enum DeactivationReasonCode
{
    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>No call for the collection age.</summary>
    ActivationIdle,

    /// <summary>The host stops.</summary>
    ShuttingDown,

    /// <summary><see cref="Grain.OnActivateAsync"/> threw.</summary>
    ActivationFailed,
}

/// <summary>Why an activation ends, as told to <see cref="Grain.OnDeactivateAsync"/>.</summary>
public readonly record struct DeactivationReason(DeactivationReasonCode ReasonCode, string Description);

/// <summary>A timer of one activation; its callback is a turn of the grain. Disposing stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets a new due time and period.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
