namespace Hss.Embedded;

/// <summary>Why an activation ends.</summary>
public enum DeactivationReasonCode
{
    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>No call for the collection age.</summary>
    ActivationIdle,

    /// <summary>The host stops.</summary>
    ShuttingDown,
}

/// <summary>Why an activation ends, as told to <see cref="Grain.OnDeactivateAsync"/>.</summary>
public readonly record struct DeactivationReason(DeactivationReasonCode ReasonCode, string Description);
