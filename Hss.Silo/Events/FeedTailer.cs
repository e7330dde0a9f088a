using System.Collections.Immutable;
using System.Threading.Channels;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Events;

/// <summary>
/// Follows the feed, once a process: it is given the events of each commit of its own, reads those of others when it is told of them or finds a gap, and looks every second
/// in case neither comes. The newest events stay in a ring; only readers that are further behind read the table. Readers pull by their own cursor, so a slow one misses
/// nothing and costs nothing.
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
    private readonly Channel<ImmutableArray<FeedEvent>> _news = Channel.CreateUnbounded<ImmutableArray<FeedEvent>>(new() { SingleReader = true });
    private readonly SemaphoreSlim _advancing = new(1, 1);
    private readonly Lock _gate = new();
    private readonly FeedRing _ring = new(RingLength);
    private volatile FeedPosition _position = new("", 0);
    private bool _lookWaits;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes the tailer; it listens to the pipeline from now on.</summary>
    public FeedTailer(IJournal journal, CommitPipeline pipeline, TimeProvider time, ILogger<FeedTailer> log)
    {
        (_journal, _pipeline, _time, _log) = (journal, pipeline, time, log);
        pipeline.Published += Take;
        journal.FeedGrown += Wake;
    }

    /// <summary>The epoch and the newest event that readers can have.</summary>
    public FeedPosition Position => _position;

    /// <summary>
    /// The events after a cursor, oldest first, at most <paramref name="limit"/>, none beyond <see cref="Position"/>; from memory when they
    /// are there. None at all means that there are none yet.
    /// </summary>
    /// <exception cref="JournalException">The table cannot be read now.</exception>
    public async ValueTask<ImmutableArray<FeedEvent>> After(long cursor, int limit, CancellationToken cancellation)
    {
        long newest;
        lock (_gate)
        {
            newest = _position.Seq;
            if (cursor >= newest)
                return [];
            if (_ring.After(cursor, newest, limit) is { } events)
                return events;
        }

        return await _journal.Events(new() { AfterSeq = cursor, BeforeSeq = newest + 1, Limit = limit }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends when there are events after the cursor.</summary>
    public Task Beyond(long cursor)
    {
        lock (_gate)
            return _position.Seq > cursor ? Task.CompletedTask : _moved.Task;
    }

    /// <summary>Takes over what was committed since the last look.</summary>
    /// <exception cref="JournalException">The journal cannot be read now.</exception>
    public async Task Advance(CancellationToken cancellation)
    {
        await _advancing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ImmutableArray<FeedEvent> page;
            do
            {
                page = await _journal.Events(new() { AfterSeq = _position.Seq, Limit = Page }, cancellation).ConfigureAwait(false);
                Append(page);
            }
            while (page.Length == Page);
        }
        finally
        {
            _advancing.Release();
        }
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _position = await _journal.Position(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _journal.FeedGrown -= Wake;
        _pipeline.Published -= Take;
        _advancing.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var timer = _time.CreateTimer(_ => Wake(), null, Period, Period);
        await using (timer.ConfigureAwait(false))
        {
            await foreach (var events in _news.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
            {
                if (events.IsEmpty)
                    Volatile.Write(ref _lookWaits, false);
                // What others committed before comes from the table, in its order.
                if (events.IsEmpty || events[0].Seq > _position.Seq + 1)
                    await Look(stoppingToken).ConfigureAwait(false);
                else
                    Append(events);
            }
        }
    }

    // Any number of reasons to look are one look.
    private void Wake()
    {
        if (!Interlocked.Exchange(ref _lookWaits, true))
            _news.Writer.TryWrite([]);
    }

    // Whoever shows its commit does not wait for readers.
    private void Take(ImmutableArray<FeedEvent> committed)
    {
        if (committed.IsEmpty)
            Wake();
        else
            _news.Writer.TryWrite(committed);
    }

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await Advance(stopping).ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            _log.LogWarning("The feed waits: {Reason}", e.Message);
        }
    }

    // The same events may come by both ways; the position never goes back.
    private void Append(ImmutableArray<FeedEvent> page)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            if (page.IsEmpty || page[^1].Seq <= _position.Seq)
                return;
            foreach (var e in page.SkipWhile(e => e.Seq <= _position.Seq))
                _ring.Add(e);
            _position = _position with { Seq = page[^1].Seq };
            (moved, _moved) = (_moved, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.SetResult();
    }
}
