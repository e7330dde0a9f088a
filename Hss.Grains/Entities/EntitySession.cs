using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>
/// The life of one entity in memory: load once, decide on the newest state, gather decisions while a write runs, answer each caller
/// when its own write is durable, and forget everything when a write fails. Both base classes share it. It lives on one grain's
/// scheduler: never two turns at once, so it holds no locks.
/// </summary>
/// <param name="conflicted">Called after a write met another version: somebody else owns the entity now.</param>
/// <param name="dueAt">When a state wants to be woken; null: as its kind says.</param>
public sealed class EntitySession<TState>(
    EntityKey key, EntityKind<TState> kind, EntityServices services, Action conflicted, Func<TState, DateTimeOffset?>? dueAt = null)
    where TState : class
{
    private readonly Func<TState, DateTimeOffset?> _dueAt = dueAt ?? kind.DueAt;
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);
    private Versioned<TState>? _committed;
    private Versioned<TState>? _newest;
    private Task? _loading;
    private SnapshotPolicy _snapshots = new();
    private EntityIndex? _storedIndex;
    // Null: not known. They are not loaded, so the first commit after a load says them.
    private ImmutableArray<EntityLink>? _storedLinks;
    private DateTimeOffset? _storedDue;
    private EntityBatch<TState>? _inFlight;
    private EntityBatch<TState>? _gathering;

    /// <summary>The entity.</summary>
    public EntityKey Key => key;

    /// <summary>The committed state and its version (0: it does not exist). Queries read this alone.</summary>
    public async Task<(TState State, long Version)> Read()
    {
        while (_committed is null)
            await Load();
        return (_committed.State, _committed.Version);
    }

    /// <summary>
    /// Decides a command and makes it durable. A refusal, or an answer without events, that was decided on a state newer than the
    /// committed one waits until that state is durable and fails with it.
    /// </summary>
    /// <param name="view">The answer, from the state after the command's own last event.</param>
    public async Task<Outcome<T>> Execute<T>(
        CallContext context, Func<TState, DateTimeOffset, Decision> decide, Func<TState, T> view)
    {
        var operation = context.Operation;
        if (operation is not null && !_operations.Add(operation.Id))
            return new Refusal(RefusalCodes.InProgress, "The first request with this Idempotency-Key is still running");
        try
        {
            return await Replay<T>(operation) ?? await ExecuteOnce(context, decide, view);
        }
        catch (OperationExistsException e)
        {
            // Another process finished an operation of our batch between our look-up and our write: this one, or a neighbour's.
            return await Replay<T>(operation) ?? throw new JournalException(JournalFault.Busy, e.Message, e);
        }
        finally
        {
            if (operation is not null)
                _operations.Remove(operation.Id);
        }
    }

    /// <summary>The kept answer of the operation that the context names, or null: for processes, which work before they decide.</summary>
    public async Task<Outcome<T>?> Kept<T>(CallContext context) => context.Operation is { } operation ? await Replay<T>(operation) : null;

    /// <summary>
    /// Takes the entity for one that was never written, without looking. If it was, the first write meets another version, fails as a conflict and does nothing.
    /// </summary>
    public void AssumeNew()
    {
        if (_newest is null && _loading is null)
            Begin();
    }

    /// <summary>Brings the stored due time up to the state's, when a wake-up found nothing to do.</summary>
    public async Task SettleDueTime()
    {
        while (_newest is null)
            await Load();
        if (_dueAt(_newest.State) != _storedDue && _newest.Version > 0)
            await Enqueue(_newest, Change.None);
    }

    private async Task<Outcome<T>> ExecuteOnce<T>(CallContext context, Func<TState, DateTimeOffset, Decision> decide, Func<TState, T> view)
    {
        while (_newest is null)
            await Load();
        // From here to the batch there is no await: what is decided is decided on the newest state.
        var basis = _newest;
        var now = Later(services.Time.GetUtcNow(), basis.LastAt);
        var decision = context.ExpectedVersion is { } expected && expected != basis.Version
            ? new Refusal(RefusalCodes.PreconditionFailed, "The resource has changed since it was read")
            : decide(basis.State, now);
        if (decision.Refusal is not null || decision.Events.IsEmpty)
        {
            var answer = decision.Refusal is null ? view(basis.State) : default;
            if (basis.Version > _committed!.Version)
                await (_gathering ?? _inFlight)!.Completion;
            return new Outcome<T> { Value = answer, Refusal = decision.Refusal, Version = basis.Version };
        }

        // Everything that can fail for this caller alone comes before the shared batch is touched.
        var next = Fold(basis, context, decision.Events, now, out var events);
        var result = new Outcome<T> { Value = view(next.State), Version = next.Version };
        var operation = context.Operation is { } o ? new OperationRow(o.Id, o.Fingerprint, EncodeAnswer(o, result), next.Version, now) : null;
        var effects = decision.Effects.Select(e => new EffectRow($"{key}@{next.Version}/{e.Name}", e.Target, services.Codec.Encode(key, e.Payload)));
        await Enqueue(next, new Change(events, [.. effects], operation));
        return result;
    }

    private Versioned<TState> Fold(
        Versioned<TState> basis, CallContext context, ImmutableArray<IEntityEvent> decided, DateTimeOffset now, out ImmutableArray<JournalEvent> events)
    {
        var (state, version, head) = (basis.State, basis.Version, basis.Head);
        var ip = services.Codec.Encrypt(key, "ip", context.Ip);
        var encoded = ImmutableArray.CreateBuilder<JournalEvent>(decided.Length);
        foreach (var e in decided)
        {
            state = kind.Apply(state, e);
            var type = kind.TypeOf(e);
            var data = services.Codec.Encode(key, e);
            var hash = EventHash.Compute(head, key, ++version, type.Name, now, context.Actor, context.RequestId, ip, data);
            encoded.Add(new(version, type.Name, type.Schema, data, now, context.Actor, context.RequestId, ip, kind.Audience(state, e), head, hash));
            head = hash;
        }

        events = encoded.MoveToImmutable();
        return new(state, version, head, now);
    }

    private Task Enqueue(Versioned<TState> next, Change change)
    {
        var batch = _gathering ??= new(_newest!);
        batch.Add(next, change);
        _newest = next;
        if (_inFlight is null)
            _ = Flush();
        return batch.Completion;
    }

    private async Task Flush()
    {
        while (_gathering is { } batch)
        {
            (_inFlight, _gathering) = (batch, null);
            var fault = await Write(batch);
            _inFlight = null;
            if (fault is null)
            {
                _committed = batch.Last;
                services.Pipeline.Shown(key, batch.Effects);
                batch.Succeed();
                continue;
            }

            var dependent = _gathering;
            Forget();
            batch.Fail(fault);
            dependent?.Fail(fault);
            if (fault is ConflictException)
                conflicted();
            return;
        }
    }

    private async Task<Exception?> Write(EntityBatch<TState> batch)
    {
        try
        {
            var index = kind.Index(batch.Last.State);
            var links = kind.Links(batch.Last.State);
            var due = Due(_dueAt(batch.Last.State), _storedDue, batch.HasEvents);
            var events = batch.Events;
            var written = events.Sum(e => e.Data.Length);
            var snapshot = _snapshots.Next(batch.Last.Version, written, () => services.Codec.Encode(key, batch.Last.State));
            var result = await services.Pipeline.Commit(new EntityCommit
            {
                Key = key,
                BaseVersion = batch.Basis.Version,
                State = snapshot,
                Schema = kind.Schema,
                Index = index == _storedIndex ? null : index,
                Links = _storedLinks is { } stored && links.SequenceEqual(stored) ? null : links,
                DueAt = due,
                Events = events,
                Effects = batch.Effects,
                Operations = batch.Operations,
            });
            if (result == CommitResult.Committed)
            {
                (_storedIndex, _storedLinks, _storedDue) = (index, links, due);
                _snapshots.Wrote(batch.Last.Version, written, snapshot);
                return null;
            }

            return result == CommitResult.OperationExists
                ? new OperationExistsException($"An operation of {key} was done elsewhere; nothing of this one was")
                : new ConflictException($"{key} was changed elsewhere; nothing was done");
        }
#pragma warning disable CA1031 // Whatever went wrong, every waiter must be told and no memory of the failed write may stay.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    // A due time is lowered at once; raising it can wait for the wake-up, which costs less than an index write at every commit.
    private static DateTimeOffset? Due(DateTimeOffset? wanted, DateTimeOffset? stored, bool hasEvents) =>
        hasEvents && stored is not null && (wanted is null || wanted > stored) ? stored : wanted;

    // One load for all who wait. Whoever awaited it looks again: turns of others came between, and may have forgotten the state again.
    private async Task Load()
    {
        var loading = _loading ??= LoadOnce();
        try
        {
            await loading;
        }
        finally
        {
            if (ReferenceEquals(_loading, loading))
                _loading = null;
        }
    }

    private async Task LoadOnce()
    {
        if (await services.Journal.Load(key) is { } row)
        {
            var state = services.Codec.DecodeState(kind, row);
            _storedDue = row.DueAt;
            _snapshots = new SnapshotPolicy(row.StateVersion, row.State.Length, row.Tail.Sum(e => e.Data.Length));
            _newest = _committed = new(state, row.Version, row.Head, row.LastAt);
            return;
        }

        Begin();
    }

    private void Begin()
    {
        (_storedLinks, _storedDue) = ([], null);
        _snapshots = new SnapshotPolicy();
        _newest = _committed = new(kind.Initial(key.Id), 0, EventHash.Genesis, DateTimeOffset.MinValue);
    }

    private void Forget() => (_committed, _newest, _gathering, _storedIndex, _storedLinks, _storedDue) = (null, null, null, null, null, null);

    private async Task<Outcome<T>?> Replay<T>(Operation? operation)
    {
        if (operation is null || await services.Journal.FindOperation(operation.Id) is not { } row)
            return null;
        if (row.Fingerprint != operation.Fingerprint)
            return new Refusal(RefusalCodes.KeyReused, "This Idempotency-Key was used for another request");
        var place = AnswerKey(operation);
        var kept = services.Codec.Decode<KeptAnswer<T>>(place, services.Codec.Decrypt(place, "answer", row.Outcome)!);
        return new Outcome<T> { Value = kept.Value, Version = row.Version, Replayed = true };
    }

    // The whole answer is ciphertext: it may hold personal data that its type does not mark.
    private string EncodeAnswer<T>(Operation operation, Outcome<T> outcome)
    {
        var place = AnswerKey(operation);
        return services.Codec.Encrypt(place, "answer", services.Codec.Encode(place, new KeptAnswer<T>(outcome.Value)))!;
    }

    // An answer belongs to its operation: whichever entity is asked again first (a new one may have had to take another id) can give it.
    private static EntityKey AnswerKey(Operation operation) => new("operation", operation.Id);

    // Stored times are whole microseconds, and an entity's time never goes back.
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset last)
    {
        var whole = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return whole > last ? whole : last;
    }

    private sealed record KeptAnswer<T>(T? Value);
}
