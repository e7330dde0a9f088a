using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Events;

/// <summary>
/// Follows the feed, once a process: woken by each commit of its own, and every second in case others commit. Its newest events stay in a
/// ring; only readers that are further behind read the table. Readers pull by their own cursor, so a slow one misses nothing and costs nothing.
/// </summary>
public sealed class FeedTailer : BackgroundService
{
    /// <summary>Time between two looks when nothing wakes it.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Events kept in memory.</summary>
    public const int RingLength = 4096;

    private const int Page = 1000;

    private readonly IJournal _journal;
    private readonly CommitPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly ILogger<FeedTailer> _log;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Lock _gate = new();
    private ImmutableQueue<FeedEvent> _ring = [];
    private int _ringLength;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes the tailer; it listens to the pipeline from now on.</summary>
    public FeedTailer(IJournal journal, CommitPipeline pipeline, TimeProvider time, ILogger<FeedTailer> log)
    {
        (_journal, _pipeline, _time, _log) = (journal, pipeline, time, log);
        pipeline.Committed += Wake;
    }

    /// <summary>The epoch and the newest event that readers can have.</summary>
    public FeedPosition Position { get; private set; } = new("", 0);

    /// <summary>The events after a cursor, oldest first, at most 1,000; from memory when they are there.</summary>
    public async ValueTask<ImmutableArray<FeedEvent>> After(long cursor, CancellationToken cancellation)
    {
        var (ring, newest) = (_ring, Position.Seq);
        if (cursor >= newest)
            return [];
        if (!ring.IsEmpty && ring.Peek().Seq <= cursor + 1)
            return [.. ring.SkipWhile(e => e.Seq <= cursor).Take(Page)];
        var page = await _journal.Events(new() { AfterSeq = cursor, Limit = Page }, cancellation).ConfigureAwait(false);
        return page;
    }

    /// <summary>Ends when there are events after the cursor.</summary>
    public Task Beyond(long cursor)
    {
        lock (_gate)
            return Position.Seq > cursor ? Task.CompletedTask : _moved.Task;
    }

    /// <summary>Takes over what was committed since the last look.</summary>
    public async Task Advance(CancellationToken cancellation)
    {
        while (true)
        {
            var page = await _journal.Events(new() { AfterSeq = Position.Seq, Limit = Page }, cancellation).ConfigureAwait(false);
            if (!page.IsEmpty)
                Append(page);
            if (page.Length < Page)
                return;
        }
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Position = await _journal.Position(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _pipeline.Committed -= Wake;
        _wake.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, _time);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var wake = _wake.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAny(tick, wake).ConfigureAwait(false);
            stoppingToken.ThrowIfCancellationRequested();
            if (tick.IsCompleted)
                tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            if (wake.IsCompleted)
                wake = _wake.WaitAsync(stoppingToken);
            try
            {
                await Advance(stoppingToken).ConfigureAwait(false);
            }
            catch (JournalException e)
            {
                _log.LogWarning("The feed waits: {Reason}", e.Message);
            }
        }
    }

    private void Wake(ImmutableArray<PendingEffect> effects)
    {
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in between.
        }
    }

    private void Append(ImmutableArray<FeedEvent> page)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            var ring = _ring;
            foreach (var e in page)
                ring = ring.Enqueue(e);
            for (_ringLength += page.Length; _ringLength > RingLength; _ringLength--)
                ring = ring.Dequeue();
            _ring = ring;
            Position = Position with { Seq = page[^1].Seq };
            (moved, _moved) = (_moved, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.SetResult();
    }
}
