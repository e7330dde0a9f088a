using System.Collections.Concurrent;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Silo.Numbers;

/// <summary>
/// Numbers for new things. Each process takes a block from the sequence's grain and gives it out from memory. A quiet sequence takes one
/// number at a time and has no gaps; a block grows while it is used up within a second, up to what is used in a second, so a busy sequence costs
/// no commit a number, and its next block is there before the last number is gone.
/// </summary>
public sealed class NumberBlocks(IGrainFactory grains, TimeProvider time)
{
    /// <summary>The largest block.</summary>
    public const int MaxBlock = SequenceRules.MaxCount;

    // Below this the next block is not taken ahead: a sequence that falls quiet would have gaps for nothing.
    private const int AheadFrom = 16;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    /// <summary>The next number of a sequence, from 1.</summary>
    /// <param name="sequence">What is numbered, <c>store.order</c>.</param>
    /// <exception cref="JournalException">Storage is away.</exception>
    public async Task<long> Next(string sequence)
    {
        var block = _blocks.GetOrAdd(sequence, static _ => new());
        while (true)
        {
            Task taking;
            lock (block)
            {
                if (block.Next > block.Last && block.Ahead is { } ahead)
                    (block.Next, block.Last, block.Ahead) = (ahead.First, ahead.Last, null);
                if (block.Next <= block.Last)
                {
                    if (block.Ahead is null && block.Size >= AheadFrom && block.Last - block.Next < block.Size / 2)
                        block.Taking ??= Take(block, sequence);
                    return block.Next++;
                }

                taking = block.Taking ??= Take(block, sequence);
            }

            await taking.ConfigureAwait(false);
        }
    }

    private async Task Take(Block block, string sequence)
    {
        // Its caller holds the lock.
        await Task.Yield();
        try
        {
            var now = time.GetUtcNow();
            var size = Size(block, now - block.TakenAt);
            var grain = grains.GetGrain<ISequenceGrain>(SequenceKind.Instance.Key(sequence).ToString());
            var first = (await grain.Take(CallContext.System("numbers"), size).ConfigureAwait(false)).Value;
            lock (block)
                (block.Ahead, block.Size, block.TakenAt) = ((first, first + size - 1), size, now);
        }
        finally
        {
            lock (block)
                block.Taking = null;
        }
    }

    private static int Size(Block block, TimeSpan lasted) =>
        lasted < Busy ? Math.Min(block.Size * 2, MaxBlock) : Math.Max(1, (int)(block.Size / lasted.TotalSeconds));

    private sealed class Block
    {
        public long Next { get; set; } = 1;

        public long Last { get; set; }

        public (long First, long Last)? Ahead { get; set; }

        public Task? Taking { get; set; }

        public int Size { get; set; } = 1;

        public DateTimeOffset TakenAt { get; set; } = DateTimeOffset.MinValue;
    }
}
