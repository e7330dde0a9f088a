using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Fleet;

/// <summary>The durable state of the stop of all: the fold of its events.</summary>
/// <param name="Change">Grows with each event.</param>
/// <param name="Reason">What was said at the last change.</param>
public sealed record RobotFleetState(bool Stopped = false, long Change = 0, string? Reason = null, DateTimeOffset At = default);

/// <summary>All robots must stand still.</summary>
public sealed record FleetStopped(string? Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>The stop of all was lifted.</summary>
public sealed record FleetReset(string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>The latch of all robots. Each change is counted, so that robots follow the newest one in whatever order they hear of them.</summary>
public static class RobotFleetRules
{
    /// <summary>Stops all.</summary>
    public static Decision Stop(RobotFleetState state, string? reason, DateTimeOffset now) => state.Stopped
        ? Decision.Unchanged
        : Decision.Accept(new FleetStopped(reason, now)).With(
            Follow, RobotEffects.Tell("stopped", null, "SYSTEM_ALERT", "Emergency stop", "All robots are under emergency stop", RobotStatus.Error));

    /// <summary>Lifts it.</summary>
    public static Decision Reset(RobotFleetState state, string reason, DateTimeOffset now) => state.Stopped
        ? Decision.Accept(new FleetReset(reason, now)).With(Follow)
        : Decision.Refuse(RefusalCodes.Conflict, "There is no stop of all robots");

    /// <summary>The state after an event.</summary>
    public static RobotFleetState Apply(RobotFleetState state, IEntityEvent e) => e switch
    {
        FleetStopped s => new(true, state.Change + 1, s.Reason, s.At),
        FleetReset r => new(false, state.Change + 1, r.Reason, r.At),
        _ => throw new InvalidOperationException($"A fleet has no event {e.GetType().Name}"),
    };

    private static Effect Follow => new("follow", RobotEffects.Fleet, new FleetChanged(null));
}

/// <summary>The stop of all in the journal.</summary>
public sealed class RobotFleetKind() : EntityKind<RobotFleetState>(
    "robot_fleet", schema: 1, EventType.Of<FleetStopped>("robot_fleet.stopped"), EventType.Of<FleetReset>("robot_fleet.reset"))
{
    /// <summary>The one instance.</summary>
    public static readonly RobotFleetKind Instance = new();

    /// <summary>The one fleet.</summary>
    public static EntityKey TheFleet { get; } = new("robot_fleet", IRobotFleetGrain.Id);

    /// <inheritdoc />
    public override string Topic => "luna.robots";

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IRobotFleetGrain>(key.ToString());

    /// <inheritdoc />
    public override RobotFleetState Initial(string id) => new();

    /// <inheritdoc />
    public override RobotFleetState Apply(RobotFleetState state, IEntityEvent e) => RobotFleetRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(RobotFleetState state) => new(null, state.Stopped ? "stopped" : "running");

    /// <inheritdoc />
    public override string Audience(RobotFleetState state, IEntityEvent e) => RobotKind.Staff;
}

/// <summary>The stop of all. It calls nobody: robots follow by its effect, and whoever stops them tells them at once.</summary>
[GrainType("robot_fleet")]
public sealed class RobotFleetGrain(EntityServices services) : AggregateGrain<RobotFleetState>(RobotFleetKind.Instance, services), IRobotFleetGrain
{
    /// <inheritdoc />
    public Task<Outcome<FleetLatch>> Stop(CallContext context, string? reason) =>
        Execute(context, (state, now) => RobotFleetRules.Stop(state, reason, now), View);

    /// <inheritdoc />
    public Task<Outcome<FleetLatch>> Reset(CallContext context, string reason) =>
        Execute(context, (state, now) => RobotFleetRules.Reset(state, reason, now), View);

    /// <inheritdoc />
    public Task<FleetLatch> Get() => Read(static (state, _) => View(state));

    private static FleetLatch View(RobotFleetState state) => new(state.Stopped, state.Change, state.Reason);
}
