using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>Whose a unique value is.</summary>
public sealed record UniqueNameState(EntityKey? Owner = null, DateTimeOffset? HeldUntil = null);

/// <summary>The value waits for its owner.</summary>
public sealed record NameHeld(EntityKey Owner, DateTimeOffset Until) : IEntityEvent;

/// <summary>The value is the owner's.</summary>
public sealed record NameConfirmed(EntityKey Owner) : IEntityEvent;

/// <summary>The value is free again.</summary>
public sealed record NameReleased(EntityKey Owner) : IEntityEvent;

/// <summary>Hold, confirm, release of a unique value; each step is idempotent for its owner.</summary>
public static class UniqueNameRules
{
    private static readonly Refusal Taken = new(RefusalCodes.Conflict, "The name is taken");

    /// <summary>Takes the value when it is free. What is only held may come free again: then the refusal says when that is known.</summary>
    public static Decision Hold(UniqueNameState state, EntityKey owner, DateTimeOffset now)
    {
        if (state.Owner is null)
            return Decision.Accept(new NameHeld(owner, now + IUniqueNameGrain.HoldTime));
        if (state.Owner == owner)
            return Decision.Unchanged;
        return state.HeldUntil is { } until ? Taken with { RetryAfter = until > now ? until - now : TimeSpan.Zero } : Taken;
    }

    /// <summary>Makes a hold lasting. A value that was released in between is taken again, when it is free.</summary>
    public static Decision Confirm(UniqueNameState state, EntityKey owner)
    {
        if (state.Owner is not null && state.Owner != owner)
            return Taken;
        return state.Owner == owner && state.HeldUntil is null ? Decision.Unchanged : Decision.Accept(new NameConfirmed(owner));
    }

    /// <summary>Gives the value back.</summary>
    public static Decision Release(UniqueNameState state, EntityKey owner) =>
        state.Owner == owner ? Decision.Accept(new NameReleased(owner)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static UniqueNameState Apply(UniqueNameState state, IEntityEvent e) => e switch
    {
        NameHeld h => new(h.Owner, h.Until),
        NameConfirmed c => new(c.Owner),
        NameReleased => new(),
        _ => throw new InvalidOperationException($"A name has no event {e.GetType().Name}"),
    };
}

/// <summary>Unique values in the journal.</summary>
public sealed class UniqueNameKind() : EntityKind<UniqueNameState>(
    "name", schema: 1, EventType.Of<NameHeld>("name.held"), EventType.Of<NameConfirmed>("name.confirmed"), EventType.Of<NameReleased>("name.released"))
{
    /// <summary>The one instance.</summary>
    public static readonly UniqueNameKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());

    /// <inheritdoc />
    public override UniqueNameState Initial(string id) => new();

    /// <inheritdoc />
    public override UniqueNameState Apply(UniqueNameState state, IEntityEvent e) => UniqueNameRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(UniqueNameState state) => new(null, state.Owner is null ? "free" : state.HeldUntil is null ? "confirmed" : "held");

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(UniqueNameState state) => state.HeldUntil;
}

/// <summary>One unique value.</summary>
[GrainType("name")]
public sealed class UniqueNameGrain(EntityServices services) : AggregateGrain<UniqueNameState>(UniqueNameKind.Instance, services), IUniqueNameGrain
{
    /// <inheritdoc />
    public Task<Outcome<bool>> Hold(CallContext context, EntityKey owner) =>
        Execute(context, (state, now) => UniqueNameRules.Hold(state, owner, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Confirm(CallContext context, EntityKey owner) =>
        Execute(context, (state, _) => UniqueNameRules.Confirm(state, owner), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, EntityKey owner) =>
        Execute(context, (state, _) => UniqueNameRules.Release(state, owner), static _ => true);

    /// <inheritdoc />
    public Task<EntityKey?> Owner() => Read(static (state, _) => state.Owner);

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(UniqueNameState state, DateTimeOffset now) =>
        state.Owner is { } owner && state.HeldUntil <= now ? [new(owner, Key.Id, Key)] : [];
}
