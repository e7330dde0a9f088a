using Microsoft.Extensions.Logging;

namespace Hss.Embedded.Activations;

/// <summary>A timer of an activation. At most one tick is posted or running, and the next is due a period after its end.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _ticking;
    private TimeSpan? _dueAfterTick;

    internal GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Check(options.DueTime, options.Period);
        _activation = activation;
        _callback = callback;
        _options = options;
        _period = options.Period;
        _timer = activation.Slot.Host.NewTimer(OnDue, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        activation.Own(this);
        Arm(options.DueTime);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
            _period = period;
            if (_ticking)
                _dueAfterTick = dueTime;
            else
                Arm(dueTime);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed.IsCancellationRequested)
                return;
            _timer.Dispose();
        }

        _activation.Disown(this);
        _disposed.Cancel();
    }

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
    }

    private void OnDue()
    {
        lock (_lock)
        {
            if (_ticking || _disposed.IsCancellationRequested)
                return;
            _ticking = true;
        }

        var slot = _activation.Slot;
        slot.Post(new Tick(this) { Slot = slot });
    }

    private void OnTicked()
    {
        lock (_lock)
        {
            _ticking = false;
            if (!_disposed.IsCancellationRequested)
                Arm(_dueAfterTick ?? _period);
            _dueAfterTick = null;
        }
    }

    private void Arm(TimeSpan dueTime) => _timer.Change(dueTime, Timeout.InfiniteTimeSpan);

    private sealed class Tick(GrainTimer timer) : Request
    {
        internal override bool MayInterleave => timer._options.Interleave;

        internal override bool KeepsAlive => timer._options.KeepAlive;

        internal override bool IsStale => timer._disposed.IsCancellationRequested;

        internal override Task Begin(Grain grain) => timer._callback(timer._disposed.Token);

        internal override void Complete(Task task)
        {
            if (task.Exception is { } errors)
                Log(errors.InnerException!);
            timer.OnTicked();
        }

        internal override void Fail(Exception error)
        {
            Log(error);
            timer.OnTicked();
        }

        private void Log(Exception error) =>
            timer._activation.Slot.Host.Log.LogError(error, "A timer of {Grain} failed; it goes on.", timer._activation.Id);
    }
}
