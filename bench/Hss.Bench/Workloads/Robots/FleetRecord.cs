using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hss.Bench.Workloads.Robots;

/// <summary>What happened to deliveries, as librarians and robots saw it.</summary>
internal sealed class FleetRecord
{
    private readonly ConcurrentDictionary<string, Delivery> _deliveries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<double> _handOuts = [];
    private long _frames;
    private long _refused;
    private int _open;

    /// <summary>Frames that robots sent.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>Of these, those that the server did not take.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Deliveries that were ready.</summary>
    public int Ready => _deliveries.Count;

    /// <summary>Of these, those that are not carried out yet.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>What should not have happened, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Milliseconds from the request that made a delivery ready until its robot's session had it, since this was last asked.</summary>
    public double[] TakeHandOuts()
    {
        var times = new List<double>();
        while (_handOuts.TryDequeue(out var time))
            times.Add(time);
        return [.. times];
    }

    public void FrameSent() => Interlocked.Increment(ref _frames);

    public void FrameRefused() => Interlocked.Increment(ref _refused);

    /// <summary>A librarian is about to say that it may be fetched.</summary>
    public void IsReady(string task)
    {
        Interlocked.Increment(ref _open);
        _deliveries[task] = new(Stopwatch.GetTimestamp());
    }

    /// <summary>A robot was told to carry it.</summary>
    public void HandedOut(string task, string robot, long at)
    {
        if (!_deliveries.TryGetValue(task, out var delivery))
            Fault = $"robot {robot} was given the task {task}, which was not ready";
        else if (Interlocked.CompareExchange(ref delivery.Robot, robot, null) is not null)
            Fault = $"the task {task} was given out twice";
        else
            _handOuts.Enqueue(Stopwatch.GetElapsedTime(delivery.Ready, at).TotalMilliseconds);
    }

    /// <summary>Its robot heard that it is done.</summary>
    public void CarriedOut() => Interlocked.Decrement(ref _open);

    private sealed class Delivery(long ready)
    {
        public readonly long Ready = ready;
        public string? Robot;
    }
}
