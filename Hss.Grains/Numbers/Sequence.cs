using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>The last number that was given.</summary>
public sealed record SequenceState(long Last = 0);

/// <summary>Numbers were given.</summary>
public sealed record NumbersTaken(long First, int Count) : IEntityEvent;

/// <summary>Numbers rise from 1.</summary>
public static class SequenceRules
{
    /// <summary>Numbers given at once, at most.</summary>
    public const int MaxCount = 1000;

    /// <summary>Gives the next ones.</summary>
    public static Decision Take(SequenceState state, int count) => count is < 1 or > MaxCount
        ? Decision.Refuse(RefusalCodes.Invalid, $"count must be between 1 and {MaxCount}")
        : Decision.Accept(new NumbersTaken(state.Last + 1, count));

    /// <summary>The state after an event.</summary>
    public static SequenceState Apply(SequenceState state, IEntityEvent e) => e switch
    {
        NumbersTaken t => new(t.First + t.Count - 1),
        _ => throw new InvalidOperationException($"A sequence has no event {e.GetType().Name}"),
    };
}

/// <summary>Sequences in the journal.</summary>
public sealed class SequenceKind() : EntityKind<SequenceState>("sequence", schema: 1, EventType.Of<NumbersTaken>("sequence.taken"))
{
    /// <summary>The one instance.</summary>
    public static readonly SequenceKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<ISequenceGrain>(key.ToString());

    /// <inheritdoc />
    public override SequenceState Initial(string id) => new();

    /// <inheritdoc />
    public override SequenceState Apply(SequenceState state, IEntityEvent e) => SequenceRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(SequenceState state) => new(null, "");
}

/// <summary>One sequence.</summary>
[GrainType("sequence")]
public sealed class SequenceGrain(EntityServices services) : AggregateGrain<SequenceState>(SequenceKind.Instance, services), ISequenceGrain
{
    /// <inheritdoc />
    public async Task<Outcome<long>> Take(CallContext context, int count)
    {
        var last = await Execute(context, (state, _) => SequenceRules.Take(state, count), static state => state.Last);
        return last.Accepted ? last with { Value = last.Value - count + 1 } : last;
    }
}
