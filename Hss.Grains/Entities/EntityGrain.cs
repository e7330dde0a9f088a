using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>What the two base classes have in common: the session with the journal, and waking up.</summary>
public abstract class EntityGrain<TState>(EntityKind<TState> kind, EntityServices services) : Grain, IEntityGrain
    where TState : class
{
    private EntitySession<TState>? _session;

    /// <summary>This entity's key.</summary>
    protected EntityKey Key => Session.Key;

    private EntitySession<TState> Session => _session ??= new(OwnKey(), kind, services, DeactivateOnIdle, DueAt);

    /// <inheritdoc />
    public async Task<ImmutableArray<OverdueHold>> WakeUp()
    {
        await Execute(CallContext.System("due"), Wake, static _ => true);
        await Session.SettleDueTime();
        return Overdue((await Session.Read()).State, services.Time.GetUtcNow());
    }

    /// <summary>What the entity does when its time has come; by default nothing.</summary>
    protected virtual Decision Wake(TState state, DateTimeOffset now) => Decision.Unchanged;

    /// <summary>When the entity wants to be woken, or null; a grain may know more of that than its state says.</summary>
    protected virtual DateTimeOffset? DueAt(TState state) => kind.DueAt(state);

    /// <summary>The holds of a state that are past their time.</summary>
    protected virtual ImmutableArray<OverdueHold> Overdue(TState state, DateTimeOffset now) => [];

    /// <summary>Decides a command, makes it durable, answers. See <see cref="EntitySession{TState}.Execute"/>.</summary>
    protected Task<Outcome<T>> Execute<T>(CallContext context, Func<TState, DateTimeOffset, Decision> decide, Func<TState, T> view) =>
        Session.Execute(context, decide, view);

    /// <inheritdoc cref="EntitySession{TState}.Kept" />
    protected Task<Outcome<T>?> Kept<T>(CallContext context) => Session.Kept<T>(context);

    /// <inheritdoc cref="EntitySession{TState}.AssumeNew" />
    protected void AssumeNew() => Session.AssumeNew();

    /// <summary>The answer to a query, from the committed state.</summary>
    protected async Task<T> Read<T>(Func<TState, long, T> view)
    {
        var (state, version) = await Session.Read();
        return view(state, version);
    }

    private EntityKey OwnKey()
    {
        var key = EntityKey.Parse(((Grain)this).GetPrimaryKeyString());
        return key.Kind == kind.Name ? key : throw new InvalidOperationException($"A {kind.Name} grain was addressed as '{key}'");
    }
}

/// <summary>
/// A thing that many callers change at once (stock, resource, name, account). It decides without awaiting and group-commits: all calls
/// decided while one write runs go into the next write together.
/// </summary>
[Reentrant]
public abstract class AggregateGrain<TState>(EntityKind<TState> kind, EntityServices services) : EntityGrain<TState>(kind, services)
    where TState : class;

/// <summary>
/// A process over several things (order, delivery, registration). One command at a time, which may await calls downwards; its queries
/// are <c>[AlwaysInterleave]</c>.
/// </summary>
public abstract class ProcessGrain<TState>(EntityKind<TState> kind, EntityServices services) : EntityGrain<TState>(kind, services)
    where TState : class;
