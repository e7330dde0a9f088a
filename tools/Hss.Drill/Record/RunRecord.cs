using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hss.Drill.Record;

/// <summary>Everything that callers were told in a run.</summary>
internal sealed class RunRecord
{
    private readonly ConcurrentQueue<ToldWrite> _writes = new();
    private readonly ConcurrentDictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FailedCall> _failures = new();
    private readonly ConcurrentDictionary<ToldTask, bool> _tasks = new();
    private long _calls;

    /// <summary>A clock that never goes back; its ticks order what callers saw.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>The writes that are over.</summary>
    public IReadOnlyCollection<ToldWrite> Writes => _writes;

    /// <summary>Requests sent, repeats and reads among them.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>How many tries had no answer, by why.</summary>
    public IEnumerable<KeyValuePair<string, int>> Repeats => _repeats.OrderBy(r => r.Key, StringComparer.Ordinal);

    /// <summary>Calls that were answered 500: callers repeat them like any other, but the server should know what to say.</summary>
    public IReadOnlyCollection<FailedCall> Failures => _failures;

    /// <summary>What robots were told to do; what they carried out is there a second time, as done.</summary>
    public IReadOnlyCollection<ToldTask> Tasks => [.. _tasks.Keys];

    /// <summary>All of it, with the mails that came, and what the server logged.</summary>
    public Observed With(IReadOnlyCollection<TakenMail> mails, IReadOnlyList<string> log) => new(Writes, Tasks, mails, Failures) { Log = log };

    /// <summary>One more request is sent.</summary>
    public void Called() => Interlocked.Increment(ref _calls);

    /// <summary>A try has come to nothing that can be known.</summary>
    public void Lost(string why) => _repeats.AddOrUpdate(why, 1, (_, n) => n + 1);

    /// <summary>A call was answered 500.</summary>
    public void Failed(string requestId, string call) => _failures.Enqueue(new(requestId, call));

    /// <summary>A robot has heard of its task, or that its report is taken; once or often is the same.</summary>
    public void Told(ToldTask task) => _tasks.TryAdd(task, true);

    /// <summary>A write is over.</summary>
    public void Add(ToldWrite write) => _writes.Enqueue(write);
}
