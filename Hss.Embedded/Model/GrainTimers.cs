using System.Diagnostics.CodeAnalysis;
using Hss.Embedded.Activations;

namespace Hss.Embedded;

/// <summary>A timer of one activation; its callback is a turn of the grain. It ends with the activation, or by disposing it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets a new due time from now and a new period.</summary>
    /// <inheritdoc cref="GrainTimerCreationOptions" />
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>When a timer ticks. <see cref="Timeout.InfiniteTimeSpan"/> as due time: not before it is changed; as period: once.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>Makes the options.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) => (DueTime, Period) = (dueTime, period);

    /// <summary>The time from now to the first tick.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>The time from the end of one tick to the next.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Ticks may begin while a call is between its awaits. Default no: a tick waits as any call does.</summary>
    public bool Interleave { get; init; }

    /// <summary>Ticks count as use of the grain, so that it is not idle. Default no.</summary>
    public bool KeepAlive { get; init; }
}

/// <summary>Timers for grains.</summary>
public static class GrainTimerExtensions
{
    /// <summary>Starts a timer. An exception of the callback is logged and the timer goes on.</summary>
    /// <param name="callback">Gets the state, and a token that is cancelled when the timer is disposed or the activation ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A due time below zero, or a period not above zero.</exception>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this Grain grain, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options) =>
        new GrainTimer(grain.Activation, cancellation => callback(state, cancellation), options);

    /// <inheritdoc cref="RegisterGrainTimer{TState}" />
    public static IGrainTimer RegisterGrainTimer(
        this Grain grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        new GrainTimer(grain.Activation, callback, options);
}
