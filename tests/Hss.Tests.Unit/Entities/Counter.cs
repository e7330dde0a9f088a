using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Entities;

internal sealed record CounterState(string Id)
{
    public int Value { get; init; }

    [Personal]
    public string? Note { get; init; }

    public string? Padding { get; init; }
}

internal sealed record Added(int By, [property: Personal] string? Note = null, string? Padding = null) : IEntityEvent;

internal sealed record Poisoned(object Self) : IEntityEvent;

/// <summary>The simplest kind: what the session's tests decide about.</summary>
internal sealed class CounterKind() : EntityKind<CounterState>("counter", 1, EventType.Of<Added>("counter.added"), EventType.Of<Poisoned>("counter.poisoned"))
{
    public static readonly CounterKind Instance = new();

    /// <summary>From this value on it has a link.</summary>
    public const int Full = 100;

    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => throw new NotSupportedException();

    public override CounterState Initial(string id) => new(id);

    public override CounterState Apply(CounterState state, IEntityEvent e) => e is Added a
        ? state with { Value = state.Value + a.By, Note = a.Note ?? state.Note, Padding = a.Padding ?? state.Padding }
        : state;

    public override ImmutableArray<EntityLink> Links(CounterState state) => state.Value >= Full ? [new("level", "full", Unique: false)] : [];

    public override EntityIndex Index(CounterState state) => new(null, state.Value == 0 ? "new" : "used");
}
