using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal.Grains;

/// <summary>What becomes of one write.</summary>
public enum WriteFault
{
    /// <summary>Nothing unusual.</summary>
    None,

    /// <summary>It fails before anything is stored, and says so.</summary>
    Before,

    /// <summary>It is stored, but its answer is lost.</summary>
    After,

    /// <summary>Somebody else writes the entities first, so the database itself reports conflicts.</summary>
    Conflict,

    /// <summary>It takes a while.</summary>
    Slow,
}

/// <summary>A real journal that a test can slow down, stop and break, and that counts what goes through it.</summary>
internal sealed class TroubledJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentQueue<JournalBatch> _written = [];
    private readonly ConcurrentQueue<EntityKey> _loaded = [];
    private readonly ConcurrentDictionary<WriteFault, int> _faults = [];
    private TaskCompletionSource? _writes;
    private TaskCompletionSource? _loads;
    private int _waitingWrites;
    private int _waitingLoads;

    /// <summary>Says what becomes of a batch; null for nothing unusual.</summary>
    public Func<JournalBatch, WriteFault>? Plan { get; set; }

    /// <summary>Says whether an entity cannot be loaded now.</summary>
    public Func<EntityKey, bool>? Unreachable { get; set; }

    /// <summary>Writes an event of somebody else to an entity, past the pipeline.</summary>
    public Func<EntityKey, Task>? Intruder { get; set; }

    /// <summary>The batches with commits that were tried, in order.</summary>
    public IReadOnlyCollection<JournalBatch> Written => _written;

    /// <summary>The entities that were loaded, in order.</summary>
    public IReadOnlyCollection<EntityKey> Loaded => _loaded;

    public int WaitingWrites => Volatile.Read(ref _waitingWrites);

    public int WaitingLoads => Volatile.Read(ref _waitingLoads);

    /// <summary>The most loads that ever waited together.</summary>
    public int MostWaitingLoads { get; private set; }

    public int Times(WriteFault fault) => _faults.GetValueOrDefault(fault);

    /// <summary>From now on writes wait before they begin, until <see cref="ReleaseWrites"/>.</summary>
    public void HoldWrites() => _writes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseWrites() => Interlocked.Exchange(ref _writes, null)?.SetResult();

    /// <summary>From now on loads wait before they begin, until <see cref="ReleaseLoads"/>.</summary>
    public void HoldLoads() => _loads = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseLoads() => Interlocked.Exchange(ref _loads, null)?.SetResult();

    public async Task<BatchResult> Write(JournalBatch batch)
    {
        if (batch.Commits.IsEmpty)
            return await inner.Write(batch);
        _written.Enqueue(batch);
        if (Volatile.Read(ref _writes) is { } gate)
        {
            Interlocked.Increment(ref _waitingWrites);
            await gate.Task;
            Interlocked.Decrement(ref _waitingWrites);
        }

        var fault = Plan?.Invoke(batch) ?? WriteFault.None;
        _faults.AddOrUpdate(fault, 1, (_, times) => times + 1);
        switch (fault)
        {
            case WriteFault.Before:
                throw new JournalException(JournalFault.Busy, "The disk is full");
            case WriteFault.After:
                await inner.Write(batch);
                throw new JournalException(JournalFault.OutcomeUnknown, "The answer was lost");
            case WriteFault.Conflict:
                foreach (var commit in batch.Commits)
                    await Intruder!(commit.Key);
                break;
            case WriteFault.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(5));
                break;
        }

        return await inner.Write(batch);
    }

    /// <summary>Writes one commit as another process would, whatever the plan says. Only from within a planned write.</summary>
    public async Task<CommitResult> WriteUntroubled(EntityCommit commit) =>
        (await inner.Write(new([commit], [], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch))).Commits[0];

    public async Task<EntityRow?> Load(EntityKey key)
    {
        _loaded.Enqueue(key);
        if (Volatile.Read(ref _loads) is { } gate)
        {
            lock (_loaded)
                MostWaitingLoads = Math.Max(MostWaitingLoads, Interlocked.Increment(ref _waitingLoads));
            await gate.Task;
            Interlocked.Decrement(ref _waitingLoads);
        }

        return Unreachable?.Invoke(key) == true ? throw new JournalException(JournalFault.Busy, $"{key} cannot be reached") : await inner.Load(key);
    }

    public Task<OperationRow?> FindOperation(string id) => inner.FindOperation(id);

    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => inner.List(query, cancellation);

    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => inner.Totals(kind, facet, cancellation);

    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => inner.Count(query, fields, cancellation);

    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => inner.Events(query, cancellation);

    public Task<FeedPosition> Position(CancellationToken cancellation) => inner.Position(cancellation);

    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimDue(now, until, limit);

    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimEffects(now, until, limit);

    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) =>
        inner.ReportEffectFailure(id, now, nextTry, error);

    /// <summary>The real journal belongs to the test's database.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
