namespace Hss.Embedded.Calls;

/// <summary>
/// All calls without an answer, oldest first, in a few lists with a lock each, so that adding and removing one is a few nanoseconds and the
/// overdue ones are found at the heads.
/// </summary>
internal sealed class PendingCalls
{
    private readonly Stripe[] _stripes;
    private readonly TimeProvider _time;

    internal PendingCalls(TimeProvider time, int grainClasses)
    {
        _time = time;
        var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 2);
        _stripes = [.. Enumerable.Range(0, count).Select(_ => new Stripe(this, grainClasses))];
    }

    /// <summary>Called after a call was answered while the host stops.</summary>
    internal Action? Drained { get; set; }

    internal int Count => _stripes.Sum(s => s.Count);

    /// <summary>Adds a call, unless it comes from outside and the host stops.</summary>
    internal bool TryAdd(Call call, int grainClass)
    {
        call.SentAt = _time.GetTimestamp();
        return _stripes[Environment.CurrentManagedThreadId & (_stripes.Length - 1)].TryAdd(call, grainClass);
    }

    /// <summary>Takes a call off the list; once more does nothing.</summary>
    internal static void Remove(Call call)
    {
        if (call.Pending is { } stripe && stripe.Remove(call) && stripe.Refusing)
            stripe.Owner.Drained?.Invoke();
    }

    /// <summary>Refuses calls from outside from now on.</summary>
    internal void RefuseOutside()
    {
        foreach (var stripe in _stripes)
            stripe.Refuse();
    }

    /// <summary>Takes off and gives all calls that are at least this old.</summary>
    internal List<Call> TakeOlderThan(TimeSpan age)
    {
        List<Call> old = [];
        foreach (var stripe in _stripes)
        {
            while (stripe.Oldest is { } call && _time.GetElapsedTime(call.SentAt) >= age)
            {
                if (stripe.Remove(call))
                    old.Add(call);
            }
        }

        if (old.Count > 0 && _stripes[0].Refusing)
            Drained?.Invoke();
        return old;
    }

    /// <summary>The calls ever made, those without an answer, and the time that answers took in all, of one class of grains.</summary>
    internal (long Made, long Waiting, TimeSpan Time) Totals(int grainClass) =>
        (_stripes.Sum(s => Volatile.Read(ref s.Made[grainClass])),
         _stripes.Sum(s => Volatile.Read(ref s.Waiting[grainClass])),
         _time.GetElapsedTime(0, _stripes.Sum(s => Volatile.Read(ref s.Time[grainClass]))));

    internal sealed class Stripe(PendingCalls owner, int grainClasses)
    {
        private readonly Lock _lock = new();
        private Call? _oldest;
        private Call? _newest;
        private int _count;

        internal PendingCalls Owner => owner;

        internal long[] Made { get; } = new long[grainClasses];

        internal long[] Waiting { get; } = new long[grainClasses];

        /// <summary>In units of the clock's timestamps.</summary>
        internal long[] Time { get; } = new long[grainClasses];

        internal int Count
        {
            get
            {
                lock (_lock)
                    return _count;
            }
        }

        internal bool Refusing { get; private set; }

        internal Call? Oldest
        {
            get
            {
                lock (_lock)
                    return _oldest;
            }
        }

        internal bool TryAdd(Call call, int grainClass)
        {
            lock (_lock)
            {
                if (Refusing && call.Caller is null)
                    return false;
                call.Pending = this;
                call.Earlier = _newest;
                if (_newest is null)
                    _oldest = call;
                else
                    _newest.Later = call;
                _newest = call;
                _count++;
                Made[grainClass]++;
                Waiting[grainClass]++;
                return true;
            }
        }

        internal bool Remove(Call call)
        {
            var now = owner._time.GetTimestamp();
            lock (_lock)
            {
                if (call.Pending is null)
                    return false;
                call.Pending = null;
                if (call.Earlier is null)
                    _oldest = call.Later;
                else
                    call.Earlier.Later = call.Later;
                if (call.Later is null)
                    _newest = call.Earlier;
                else
                    call.Later.Earlier = call.Earlier;
                call.Earlier = call.Later = null;
                _count--;
                Waiting[call.Slot.Class.Index]--;
                Time[call.Slot.Class.Index] += now - call.SentAt;
                return true;
            }
        }

        internal void Refuse()
        {
            lock (_lock)
                Refusing = true;
        }
    }
}
