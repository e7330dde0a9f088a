using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal.Grains;

/// <summary>An aggregate that many callers change at once.</summary>
[GrainTier(GrainTier.Resource)]
public interface ITallyGrain : IEntityGrain
{
    /// <summary>One event for each number; refused as <c>full</c> when the value would pass the limit.</summary>
    Task<Outcome<TallyView>> Add(CallContext context, string token, ImmutableArray<int> numbers, int limit);

    /// <summary>Adds once under a token; the same token again changes nothing.</summary>
    Task<Outcome<TallyView>> AddOnce(CallContext context, string token, int number);

    /// <summary>Sends a message with its commit.</summary>
    Task<Outcome<TallyView>> Tell(CallContext context, string token, string text);

    Task<TallySnapshot> Get();
}

/// <summary>The value, and the token of the last event that it comes from.</summary>
[GenerateSerializer, Alias("test.tally-view"), Immutable]
public sealed record TallyView([property: Id(0)] int Value, [property: Id(1)] string Token);

[GenerateSerializer, Alias("test.tally-snapshot"), Immutable]
public sealed record TallySnapshot([property: Id(0)] TallyView View, [property: Id(1)] long Version);

public sealed record TallyState
{
    public int Value { get; init; }

    public string Token { get; init; } = "";

    public ImmutableHashSet<string> Once { get; init; } = [];
}

public sealed record TallyAdded(int Number, string Token, bool Once = false) : IEntityEvent;

public sealed record Telling(string Text);

public sealed class TallyKind() : EntityKind<TallyState>("tally", 1, EventType.Of<TallyAdded>("tally.added"))
{
    public static readonly TallyKind Instance = new();

    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<ITallyGrain>(key.ToString());

    public override TallyState Initial(string id) => new();

    public override TallyState Apply(TallyState state, IEntityEvent e) => e is TallyAdded a
        ? state with { Value = state.Value + a.Number, Token = a.Token, Once = a.Once ? state.Once.Add(a.Token) : state.Once }
        : throw new InvalidOperationException();

    public override EntityIndex Index(TallyState state) => new(null, "open");
}

[GrainType("tally")]
public sealed class TallyGrain(EntityServices services, Gates gates) : AggregateGrain<TallyState>(TallyKind.Instance, services), ITallyGrain
{
    public Task<Outcome<TallyView>> Add(CallContext context, string token, ImmutableArray<int> numbers, int limit) => Execute(
        context,
        (state, _) =>
        {
            gates.Say($"decided {token}");
            return state.Value + numbers.Sum() > limit
                ? Decision.Refuse("full", "Full")
                : Decision.Accept([.. numbers.Select(n => new TallyAdded(n, token))]);
        },
        View);

    public Task<Outcome<TallyView>> AddOnce(CallContext context, string token, int number) => Execute(
        context,
        (state, _) => state.Once.Contains(token) ? Decision.Unchanged : Decision.Accept(new TallyAdded(number, token, Once: true)),
        View);

    public Task<Outcome<TallyView>> Tell(CallContext context, string token, string text) => Execute(
        context, (_, _) => Decision.Accept(new TallyAdded(0, token)).With(new Effect("tell", Inbox.Target, new Telling(text))), View);

    public Task<TallySnapshot> Get() => Read(static (state, version) => new TallySnapshot(View(state), version));

    private static TallyView View(TallyState state) => new(state.Value, state.Token);
}
