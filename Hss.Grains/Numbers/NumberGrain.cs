using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>Numbers without gaps in the journal.</summary>
public sealed class NumberKind() : EntityKind<NumberState>(
    "number",
    schema: 1,
    EventType.Of<NumberTaken>("number.taken"),
    EventType.Of<NumberClaimed>("number.claimed"),
    EventType.Of<NumberConfirmed>("number.confirmed"),
    EventType.Of<NumberReleased>("number.released"),
    EventType.Of<NumbersHeld>("number.many_held"),
    EventType.Of<NumbersConfirmed>("number.many_confirmed"),
    EventType.Of<NumbersReleased>("number.many_released"))
{
    /// <summary>The one instance.</summary>
    public static readonly NumberKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<INumberGrain>(key.ToString());

    /// <inheritdoc />
    public override NumberState Initial(string id) => new();

    /// <inheritdoc />
    public override NumberState Apply(NumberState state, IEntityEvent e) => NumberRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(NumberState state) => new(null, "");

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(NumberState state) => state.Held.Select(h => h.Until).Concat(state.Batches.Select(b => b.Until)).Min(until => (DateTimeOffset?)until);
}

/// <summary>The numbers of one purpose.</summary>
[GrainType("number")]
public sealed class NumberGrain(EntityServices services) : AggregateGrain<NumberState>(NumberKind.Instance, services), INumberGrain
{
    /// <inheritdoc />
    public Task<Outcome<long>> Take(CallContext context, EntityKey owner) =>
        Execute(context, (state, now) => NumberRules.Take(state, owner, now), state => NumberRules.Of(state, owner)!.Number);

    /// <inheritdoc />
    public Task<Outcome<bool>> Claim(CallContext context, EntityKey owner, long number) =>
        Execute(context, (state, now) => NumberRules.Claim(state, owner, number, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Confirm(CallContext context, EntityKey owner, long number) =>
        Execute(context, (state, _) => NumberRules.Confirm(state, owner, number), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, EntityKey owner, long number) =>
        Execute(context, (state, _) => NumberRules.Release(state, owner, number), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<ImmutableArray<NumberRange>>> TakeMany(CallContext context, EntityKey owner, int count) =>
        Execute(context, (state, now) => NumberRules.TakeMany(state, owner, count, now), state => NumberRules.Batch(state, owner)!.Numbers);

    /// <inheritdoc />
    public Task<Outcome<bool>> ClaimMany(CallContext context, EntityKey owner, ImmutableArray<NumberRange> numbers) =>
        Execute(context, (state, now) => NumberRules.ClaimMany(state, owner, numbers, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> ConfirmMany(CallContext context, EntityKey owner) =>
        Execute(context, (state, _) => NumberRules.ConfirmMany(state, owner), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> ReleaseMany(CallContext context, EntityKey owner) =>
        Execute(context, (state, _) => NumberRules.ReleaseMany(state, owner), static _ => true);

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(NumberState state, DateTimeOffset now) =>
    [
        .. state.Held.Where(h => h.Until <= now).Select(h => new OverdueHold(h.Owner, $"{h.Number}", Key)),
        .. state.Batches.Where(b => b.Until <= now).Select(b => new OverdueHold(b.Owner, INumberGrain.BatchHold, Key)).Distinct(),
    ];
}
