using System.Collections.Concurrent;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Silo.Numbers;

/// <summary>
/// Numbers for new things. Each process takes a block from the sequence's grain and gives it out from memory. A quiet sequence takes one
/// number at a time and has no gaps; the block doubles while it is used up within a second, so a busy one costs no commit a number.
/// </summary>
public sealed class NumberBlocks(IGrainFactory grains, TimeProvider time)
{
    /// <summary>The largest block.</summary>
    public const int MaxBlock = 256;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    /// <summary>The next number of a sequence, from 1.</summary>
    /// <param name="sequence">What is numbered, <c>store.order</c>.</param>
    /// <exception cref="JournalException">Storage is away.</exception>
    public async Task<long> Next(string sequence)
    {
        var block = _blocks.GetOrAdd(sequence, static _ => new());
        await block.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (block.Next > block.Last)
                await Take(block, sequence).ConfigureAwait(false);
            return block.Next++;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private async Task Take(Block block, string sequence)
    {
        var now = time.GetUtcNow();
        var size = now - block.TakenAt < Busy ? Math.Min(block.Size * 2, MaxBlock) : 1;
        var grain = grains.GetGrain<ISequenceGrain>(SequenceKind.Instance.Key(sequence).ToString());
        var first = (await grain.Take(CallContext.System("numbers"), size).ConfigureAwait(false)).Value;
        (block.Next, block.Last, block.Size, block.TakenAt) = (first, first + size - 1, size, now);
    }

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long Next { get; set; } = 1;

        public long Last { get; set; }

        public int Size { get; set; } = 1;

        public DateTimeOffset TakenAt { get; set; } = DateTimeOffset.MinValue;
    }
}
