using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Entities;

/// <summary>
/// A journal whose writes wait until the test says how each ends: the faulty journal of the session's tests. It stores what succeeds, so
/// a reload shows what is really durable. The real databases have the contract suite.
/// </summary>
internal sealed class ScriptedJournal : IJournal, ICommitPipeline
{
    private readonly Dictionary<EntityKey, EntityRow> _rows = [];
    private readonly Dictionary<string, OperationRow> _operations = [];
    private readonly Queue<(EntityCommit Commit, TaskCompletionSource<CommitResult> Answer)> _pending = [];

    public List<EntityCommit> Written { get; } = [];

    public int Loads { get; private set; }

    public int Pending => _pending.Count;

    /// <summary>When set, loads fail with it.</summary>
    public Exception? LoadFault { get; set; }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<CommitResult> Commit(EntityCommit commit)
    {
        var answer = new TaskCompletionSource<CommitResult>();
        _pending.Enqueue((commit, answer));
        return answer.Task;
    }

    /// <summary>The oldest waiting write succeeds or meets a conflict, as the stored version says.</summary>
    public void Succeed()
    {
        var (commit, answer) = _pending.Dequeue();
        var stored = _rows.GetValueOrDefault(commit.Key);
        if (commit.Operations.Any(o => _operations.ContainsKey(o.Id)))
        {
            answer.SetResult(CommitResult.OperationExists);
            return;
        }

        if ((stored?.Version ?? 0) != commit.BaseVersion)
        {
            answer.SetResult(CommitResult.Conflict);
            return;
        }

        Store(commit, stored);
        answer.SetResult(CommitResult.Committed);
    }

    /// <summary>Stands for whoever is told that an entity shows a commit, and for the worker that carries its effects out.</summary>
    public Action<ImmutableArray<EffectRow>> OnShown { get; set; } = _ => { };

    public void Shown(EntityKey source, ImmutableArray<EffectRow> effects) => OnShown(effects);

    /// <summary>The oldest waiting write fails before anything was stored.</summary>
    public void FailBefore() => _pending.Dequeue().Answer.SetException(new JournalException(JournalFault.Busy, "down"));

    /// <summary>The oldest waiting write is stored, but its answer is lost.</summary>
    public void FailAfter()
    {
        var (commit, answer) = _pending.Dequeue();
        Store(commit, _rows.GetValueOrDefault(commit.Key));
        answer.SetException(new JournalException(JournalFault.OutcomeUnknown, "lost"));
    }

    /// <summary>Somebody else writes the entity.</summary>
    public void Intrude(EntityKey key) => _rows[key] = _rows[key] with { Version = _rows[key].Version + 1, StateVersion = _rows[key].Version + 1 };

    public void StoreOperation(OperationRow row) => _operations[row.Id] = row;

    public Task<EntityRow?> Load(EntityKey key)
    {
        Loads++;
        return LoadFault is { } fault ? Task.FromException<EntityRow?>(fault) : Task.FromResult(_rows.GetValueOrDefault(key));
    }

    public Task<OperationRow?> FindOperation(string id) => Task.FromResult(_operations.GetValueOrDefault(id));

    public Task<BatchResult> Write(JournalBatch batch) => throw new NotSupportedException();

    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<FeedPosition> Position(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => throw new NotSupportedException();

    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => throw new NotSupportedException();

    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) => throw new NotSupportedException();

    private void Store(EntityCommit commit, EntityRow? stored)
    {
        Written.Add(commit);
        foreach (var operation in commit.Operations)
            _operations[operation.Id] = operation;
        var at = commit.Events.IsEmpty ? stored!.LastAt : commit.Events[^1].At;
        _rows[commit.Key] = new EntityRow(
            commit.Key, commit.Version, commit.State ?? stored!.State, commit.Schema, commit.State is null ? stored!.StateVersion : commit.Version,
            commit.Head ?? stored!.Head, commit.DueAt, stored?.CreatedAt ?? at, at, at)
        {
            Tail = commit.State is null ? stored!.Tail.AddRange(commit.Events) : [],
        };
    }
}
