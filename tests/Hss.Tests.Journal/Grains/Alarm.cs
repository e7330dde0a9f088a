using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal.Grains;

/// <summary>An entity that wants to be woken; its ringing has an effect.</summary>
[GrainTier(GrainTier.Resource)]
public interface IAlarmGrain : IEntityGrain
{
    /// <summary>Sets when it rings.</summary>
    Task<Outcome<int>> Set(CallContext context, DateTimeOffset at);

    /// <summary>How often it rang.</summary>
    Task<int> Rings();
}

public sealed record AlarmState(DateTimeOffset? At, int Rings);

public sealed record AlarmSet(DateTimeOffset At) : IEntityEvent;

public sealed record AlarmRang : IEntityEvent;

public sealed class AlarmKind() : EntityKind<AlarmState>("alarm", 1, EventType.Of<AlarmSet>("alarm.set"), EventType.Of<AlarmRang>("alarm.rang"))
{
    public static readonly AlarmKind Instance = new();

    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IAlarmGrain>(key.ToString());

    public override AlarmState Initial(string id) => new(null, 0);

    public override AlarmState Apply(AlarmState state, IEntityEvent e) => e switch
    {
        AlarmSet s => state with { At = s.At },
        AlarmRang => new(null, state.Rings + 1),
        _ => throw new InvalidOperationException(),
    };

    public override EntityIndex Index(AlarmState state) => new(null, state.At is null ? "off" : "on");

    public override DateTimeOffset? DueAt(AlarmState state) => state.At;
}

[GrainType("alarm")]
public sealed class AlarmGrain(EntityServices services, Gates gates) : AggregateGrain<AlarmState>(AlarmKind.Instance, services), IAlarmGrain
{
    public Task<Outcome<int>> Set(CallContext context, DateTimeOffset at) =>
        Execute(context, (_, _) => Decision.Accept(new AlarmSet(at)), state => state.Rings);

    public Task<int> Rings() => Read(static (state, _) => state.Rings);

    protected override Decision Wake(AlarmState state, DateTimeOffset now)
    {
        gates.Say($"woken {Key.Id}");
        return state.At <= now ? Decision.Accept(new AlarmRang()).With(new Effect("rang", Inbox.Target, new Telling(Key.Id))) : Decision.Unchanged;
    }
}
