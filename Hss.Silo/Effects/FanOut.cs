using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Hss.Silo.Effects;

/// <summary>One step for each of many, several at a time. Every one has its try; then the whole fails if any did.</summary>
public static class FanOut
{
    /// <summary>Steps at the same time: enough that their commits share writes.</summary>
    public const int Parallelism = 64;

    /// <summary>Takes them.</summary>
    /// <param name="parallelism">How many at the same time.</param>
    /// <exception cref="InvalidOperationException">Some failed; the first fault is inside.</exception>
    public static async Task Each<T>(ImmutableArray<T> items, Func<T, Task> step, CancellationToken cancellation, int parallelism = Parallelism)
    {
        var faults = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellation },
            async (item, _) =>
            {
                try
                {
                    await step(item).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // The others have their try whatever this one's fault is; it is thrown afterwards.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    faults.Enqueue(e);
                }
            }).ConfigureAwait(false);
        if (faults.TryPeek(out var first))
            throw new InvalidOperationException($"{faults.Count} of {items.Length} failed; the first: {first.Message}", first);
    }
}
