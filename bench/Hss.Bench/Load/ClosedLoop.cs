using System.Collections.Concurrent;
using System.Diagnostics;
using Hss.Bench.Results;

namespace Hss.Bench.Load;

/// <summary>Callers that each wait for their answer before they ask again, where what was answered has to be known.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs it; a call that throws or answers false has failed.</summary>
    public static async Task<Measured> Run(int callers, TimeSpan length, Func<int, Task<bool>> call)
    {
        var times = new ConcurrentBag<double>();
        var failed = 0L;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(n => Task.Run(async () =>
        {
            while (clock.Elapsed < length)
            {
                var asked = Stopwatch.GetTimestamp();
                if (!await Try(call, n))
                    Interlocked.Increment(ref failed);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })));
        return new(times.Count, failed, clock.Elapsed.TotalSeconds, Medians.At(times, 0.5) ?? 0, Medians.At(times, 0.99) ?? 0);
    }

    private static async Task<bool> Try(Func<int, Task<bool>> call, int caller)
    {
        try
        {
            return await call(caller);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
