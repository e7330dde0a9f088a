using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Journal;

/// <summary>
/// The one writer of a process. It takes whatever waits, writes it as one transaction, and answers each commit by itself; while one batch
/// is written the next gathers. No artificial delay. Its loop runs on the host's threads, never on a grain's scheduler.
/// </summary>
public sealed class CommitPipeline(IJournal journal, TimeProvider time, ILogger<CommitPipeline> log) : BackgroundService, ICommitPipeline
{
    /// <summary>Commits in one batch at most.</summary>
    public const int MaxCommits = 4096;

    /// <summary>Characters of states and events in one batch, about.</summary>
    public const int MaxCharacters = 1024 * 1024;

    /// <summary>How long a new effect belongs to the process that committed it.</summary>
    public static readonly TimeSpan EffectClaim = TimeSpan.FromSeconds(30);

    private static readonly Meter Meter = new("Hss.Journal");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("hss.journal.batch.size", "{commit}", "Commits in one batch");
    private static readonly Histogram<double> BatchSeconds = Meter.CreateHistogram<double>("hss.journal.batch.duration", "s", "Time to write one batch");
    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("hss.journal.queue.depth", "{commit}", "Commits that wait or are written");

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly ShownBatches _shown = new(time);
    private readonly HashSet<EntityKey> _keys = [];
    private Item? _heldBack;
    private int _unanswered;
    private long _movedAt;

    /// <inheritdoc cref="ShownBatches.Published" />
    public event Action<ImmutableArray<FeedEvent>>? Published
    {
        add => _shown.Published += value;
        remove => _shown.Published -= value;
    }

    /// <summary>Raised when effects of a commit may be carried out: the effect worker wakes up.</summary>
    public event Action<ImmutableArray<PendingEffect>>? Released;

    /// <summary>Whether the loop that writes is there.</summary>
    public bool IsRunning => ExecuteTask is { IsCompleted: false };

    /// <summary>How long commits have waited while no batch ended; zero when none waits.</summary>
    public TimeSpan Stalled => Volatile.Read(ref _unanswered) == 0 ? TimeSpan.Zero : time.GetElapsedTime(Volatile.Read(ref _movedAt));

    /// <inheritdoc />
    public Task<CommitResult> Commit(EntityCommit commit) => Enqueue(new Item(commit, null)).Task;

    /// <inheritdoc />
    public void Shown(EntityKey source, ImmutableArray<EffectRow> effects)
    {
        _shown.Show(source);
        if (!effects.IsEmpty)
            Released?.Invoke([.. effects.Select(e => new PendingEffect(e.Id, source, e.Target, e.Payload, 0))]);
    }

    /// <summary>Removes an effect that was carried out, with the next batch.</summary>
    public Task EffectDone(string id) => Enqueue(new Item(null, id)).Task;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Grains have stopped before; what they committed is written, then the loop ends by itself.
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } loop)
            await loop.WaitAsync(cancellationToken).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (_heldBack is not null || await _queue.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var items = Gather();
            await Write(items).ConfigureAwait(false);
            Volatile.Write(ref _movedAt, time.GetTimestamp());
            Interlocked.Add(ref _unanswered, -items.Count);
        }
    }

    private Item Enqueue(Item item)
    {
        Waiting.Add(1);
        if (Volatile.Read(ref _unanswered) == 0)
            Volatile.Write(ref _movedAt, time.GetTimestamp());
        Interlocked.Increment(ref _unanswered);
        if (!_queue.Writer.TryWrite(item))
        {
            Interlocked.Decrement(ref _unanswered);
            item.Fail(new JournalException(JournalFault.Busy, "The server is stopping; nothing was done"));
        }

        return item;
    }

    private List<Item> Gather()
    {
        var items = new List<Item>();
        var characters = 0;
        _keys.Clear();
        while (items.Count < MaxCommits && characters < MaxCharacters && Next() is { } item)
        {
            // Two commits of one entity in a batch could not be told apart: the second waits for the next batch.
            if (item.Commit is { } commit && !_keys.Add(commit.Key))
            {
                _heldBack = item;
                break;
            }

            items.Add(item);
            characters += item.Characters;
        }

        return items;
    }

    private Item? Next()
    {
        if (_heldBack is { } held)
        {
            _heldBack = null;
            return held;
        }

        return _queue.Reader.TryRead(out var item) ? item : null;
    }

    private async Task Write(List<Item> items)
    {
        items.Sort(Item.ByKey);
        var now = time.GetUtcNow();
        var started = time.GetTimestamp();
        var batch = new JournalBatch(
            [.. items.Where(i => i.Commit is not null).Select(i => i.Commit!)],
            [.. items.Where(i => i.EffectDone is not null).Select(i => i.EffectDone!)],
            now,
            now + EffectClaim);
        try
        {
            var result = await journal.Write(batch).ConfigureAwait(false);
            BatchSize.Record(items.Count);
            BatchSeconds.Record(time.GetElapsedTime(started).TotalSeconds);
            // Before anybody is answered: whoever is may show its commit at once.
            if (result.Changed(batch) is { IsEmpty: false } changed)
                _shown.Add(changed, result.Events(batch));
            Answer(items, result.Commits);
        }
        catch (JournalException e) when (e.Fault == JournalFault.Unstorable && items.Count > 1)
        {
            // One commit's data breaks the whole statement: halve until it stands alone.
            await Write(items[..(items.Count / 2)]).ConfigureAwait(false);
            await Write(items[(items.Count / 2)..]).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The loop must outlive any fault; each waiter gets it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "A batch of {Count} commits failed", items.Count);
            var fault = e as JournalException ?? new JournalException(JournalFault.OutcomeUnknown, "Writing failed for an unforeseen reason", e);
            items.ForEach(i => i.Fail(fault));
        }
    }

    private static void Answer(List<Item> items, ImmutableArray<CommitResult> results)
    {
        var next = 0;
        foreach (var item in items)
            item.Answer(item.Commit is null ? CommitResult.Committed : results[next++]);
    }

    private sealed class Item(EntityCommit? commit, string? effectDone)
    {
        private readonly TaskCompletionSource<CommitResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EntityCommit? Commit => commit;

        public string? EffectDone => effectDone;

        public Task<CommitResult> Task => _completion.Task;

        public int Characters { get; } = commit is null ? 0 : (commit.State?.Length ?? 0) + commit.Events.Sum(e => e.Data.Length);

        public static int ByKey(Item left, Item right) => (left.Commit, right.Commit) switch
        {
            ({ } l, { } r) => EntityKey.Compare(l.Key, r.Key),
            (null, null) => string.CompareOrdinal(left.EffectDone, right.EffectDone),
            (null, _) => 1,
            _ => -1,
        };

        public void Answer(CommitResult result)
        {
            switch (result)
            {
                case CommitResult.NotDone:
                    Fail(new JournalException(JournalFault.Busy, "The connection to the database was lost; nothing was done"));
                    break;
                case CommitResult.Unknown:
                    Fail(new JournalException(JournalFault.OutcomeUnknown, "The answer of the database was lost; the write may have been done"));
                    break;
                default:
                    Waiting.Add(-1);
                    _completion.TrySetResult(result);
                    break;
            }
        }

        public void Fail(JournalException fault)
        {
            Waiting.Add(-1);
            _completion.TrySetException(fault);
        }
    }
}
