using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>Robots in the journal: stored names, lists and audience.</summary>
public sealed class RobotKind() : EntityKind<RobotState>(
    "robot",
    schema: 1,
    EventType.Of<RobotRegistered>("robot.registered"),
    EventType.Of<RobotAbandoned>("robot.abandoned"),
    EventType.Of<RobotCameOnline>("robot.came_online"),
    EventType.Of<RobotWentOffline>("robot.went_offline"),
    EventType.Of<RobotReported>("robot.reported"),
    EventType.Of<RobotHeld>("robot.held"),
    EventType.Of<RobotAssigned>("robot.assigned"),
    EventType.Of<RobotReleased>("robot.released"),
    EventType.Of<RobotReleaseMarked>("robot.release_marked"),
    EventType.Of<RobotTaskLost>("robot.task_lost"),
    EventType.Of<RobotStopped>("robot.stopped"),
    EventType.Of<RobotStopReset>("robot.stop_reset"),
    EventType.Of<RobotFollowedFleet>("robot.followed_fleet"),
    EventType.Of<RobotStopAcknowledged>("robot.stop_acknowledged"))
{
    /// <summary>The text facet of the name, in lower case.</summary>
    public const string NameFacet = "name";

    /// <summary>The text facet of the status, as the contract spells it.</summary>
    public const string StatusFacet = "status";

    /// <summary>The text facet that says whether it holds a task: <c>yes</c> or <c>no</c>.</summary>
    public const string TaskFacet = "task";

    /// <summary>The text facet that says whether it is under emergency stop: <c>yes</c> or <c>no</c>.</summary>
    public const string StopFacet = "stop";

    /// <summary>The text facet of where it last said it is, in lower case.</summary>
    public const string LocationFacet = "location";

    /// <summary>Yes, of facets.</summary>
    public const string Yes = "yes";

    /// <summary>No, of facets.</summary>
    public const string No = "no";

    /// <summary>Who may hear of robots live.</summary>
    public const string Staff = "luna:LIBRARIAN luna:ADMIN";

    /// <summary>The one instance.</summary>
    public static readonly RobotKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "luna.robots";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
        [new(Name, NameFacet), new(Name, StatusFacet), new(Name, TaskFacet), new(Name, StopFacet), new(Name, LocationFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IRobotGrain>(key.ToString());

    /// <inheritdoc />
    public override RobotState Initial(string id) => new(id);

    /// <inheritdoc />
    public override RobotState Apply(RobotState state, IEntityEvent e) => RobotRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(RobotState state)
    {
        if (!state.Exists)
            return new(null, state.Life);
        var facets = new JsonObject
        {
            [NameFacet] = SearchText.Of(state.Name),
            [StatusFacet] = state.Status,
            [TaskFacet] = state.Task is null ? No : Yes,
            [StopFacet] = state.Stopped ? Yes : No,
        };
        if (state.Location is { } location)
            facets[LocationFacet] = SearchText.Of(location);
        return new(null, state.Life, Facets: facets.ToJsonString());
    }

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(RobotState state) => state.Task is { Confirmed: false } task ? task.Until : null;

    // A hold that is under way is nobody's business yet.
    /// <inheritdoc />
    public override string Audience(RobotState state, IEntityEvent e) => e is RobotAbandoned or RobotHeld or RobotReleaseMarked ? "" : Staff;
}

/// <summary>What callers see of a robot.</summary>
public static class RobotViews
{
    /// <summary>The robot, with what only memory knows; the caller adds the version where it knows it.</summary>
    public static RobotView Of(RobotState state, RobotMemory memory) => new(
        state.Id,
        state.Name,
        state.Status,
        state.Location,
        memory.Battery ?? state.Battery,
        memory.Position,
        memory.PositionAt,
        memory.Sensors,
        state.Task is { Confirmed: true } task ? task.Assignment : null,
        memory.HeardAt ?? state.HeardAt,
        state.Stopped,
        state.Stopped && state.AcknowledgedStop == state.StopNumber,
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0,
        state.StopNumber,
        (state.OwnStop ?? state.FleetStop)?.Reason,
        memory.Connected);

    /// <summary>What it has to do.</summary>
    public static RobotOrders Orders(RobotState state, RobotMemory memory)
    {
        var view = Of(state, memory);
        return new(view, view.Task, view.EmergencyStop);
    }
}

/// <summary>What is known of a robot and not journaled.</summary>
/// <param name="HeardAt">When it was last heard, or null before the first time.</param>
public sealed record RobotMemory(DateTimeOffset? HeardAt, double? Battery, Position? Position, DateTimeOffset? PositionAt, string? Sensors, bool Connected)
{
    /// <summary>Of a robot that was not heard yet.</summary>
    public static readonly RobotMemory None = new(null, null, null, null, null, Connected: false);

    /// <summary>With what it says now.</summary>
    public RobotMemory With(RobotBeat beat, DateTimeOffset now) => this with
    {
        HeardAt = now,
        Battery = beat.Battery ?? Battery,
        Position = beat.Position ?? Position,
        PositionAt = beat.Position is null ? PositionAt : now,
        Sensors = beat.Sensors ?? Sensors,
    };
}

/// <summary>How robots are watched over.</summary>
/// <param name="OfflineAfter">A robot that is silent this long is OFFLINE (<c>Robots:OfflineSeconds</c>, 15 s).</param>
public sealed record RobotOptions(TimeSpan OfflineAfter);
