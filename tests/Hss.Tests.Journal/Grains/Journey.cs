using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal.Grains;

/// <summary>A process: its command waits for a call downwards, then commits.</summary>
[GrainTier(GrainTier.Process)]
public interface IJourneyGrain : IEntityGrain
{
    /// <summary>Goes to a place: waits there until its gate opens, then records it.</summary>
    Task<Outcome<int>> Go(CallContext context, string place);

    [AlwaysInterleave]
    Task<ImmutableArray<string>> Places();
}

/// <summary>What the process calls downwards.</summary>
[GrainTier(GrainTier.Resource)]
public interface IPlaceGrain : IGrainWithStringKey
{
    Task Pass();
}

public sealed record JourneyState(ImmutableArray<string> Places);

public sealed record Arrived(string Place) : IEntityEvent;

public sealed class JourneyKind() : EntityKind<JourneyState>("journey", 1, EventType.Of<Arrived>("journey.arrived"))
{
    public static readonly JourneyKind Instance = new();

    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IJourneyGrain>(key.ToString());

    public override JourneyState Initial(string id) => new([]);

    public override JourneyState Apply(JourneyState state, IEntityEvent e) =>
        e is Arrived a ? new(state.Places.Add(a.Place)) : throw new InvalidOperationException();

    public override EntityIndex Index(JourneyState state) => new(null, "under way");
}

[GrainType("journey")]
public sealed class JourneyGrain(EntityServices services, IGrainFactory grains, Gates gates)
    : ProcessGrain<JourneyState>(JourneyKind.Instance, services), IJourneyGrain
{
    public async Task<Outcome<int>> Go(CallContext context, string place)
    {
        gates.Say($"begin {place}");
        await grains.GetGrain<IPlaceGrain>(place).Pass();
        var outcome = await Execute(context, (_, _) => Decision.Accept(new Arrived(place)), state => state.Places.Length);
        gates.Say($"end {place}");
        return outcome;
    }

    public Task<ImmutableArray<string>> Places() => Read(static (state, _) => state.Places);
}

[GrainType("place")]
public sealed class PlaceGrain(Gates gates) : Grain, IPlaceGrain
{
    public async Task Pass()
    {
        var place = this.GetPrimaryKeyString();
        await gates.Pass(place);
        if (place.StartsWith("closed", StringComparison.Ordinal))
            throw new InvalidDataException($"{place} is closed");
    }
}
