using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Waypoints;

/// <summary>The rules of waypoints. Tasks and robots name them by text, so nothing here knows who uses one.</summary>
public static class WaypointRules
{
    /// <summary>Another has the name.</summary>
    public static readonly Refusal NameTaken = new(WaypointCodes.NameTaken, "A waypoint with this name exists");

    /// <summary>Another has the code.</summary>
    public static readonly Refusal CodeTaken = new(WaypointCodes.CodeTaken, "A waypoint with this location code exists");

    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Waypoint not found");

    /// <summary>Whether it may still be made under this id.</summary>
    public static Decision MayCreate(WaypointState state) => state.Life switch
    {
        "" => Decision.Unchanged,
        WaypointLife.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The waypoint could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The waypoint exists"),
    };

    /// <summary>Makes it.</summary>
    public static Decision Create(WaypointState state, WaypointFacts facts, EntityKey name, EntityKey code, DateTimeOffset now) =>
        MayCreate(state).Refusal is { } refusal ? refusal : Decision.Accept(new WaypointCreated(facts, name, code, now));

    /// <summary>Changes what it is, and lets old unique names go.</summary>
    public static Decision Change(WaypointState state, WaypointFacts facts, ImmutableArray<string> fields, WaypointNames names, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        var after = With(state.Facts!, facts, fields);
        if (after == state.Facts)
            return Decision.Unchanged;
        var changed = new WaypointChanged(after, names.Name ?? state.NameKey, names.Code ?? state.CodeKey, now);
        var kept = new[] { changed.NameKey, changed.CodeKey };
        return Decision.Accept(changed).With([.. new[] { state.NameKey, state.CodeKey }.Except(kept).Select(LetGo.Of)]);
    }

    /// <summary>Takes it away.</summary>
    public static Decision Delete(WaypointState state, DateTimeOffset now) => state.Exists
        ? Decision.Accept(new WaypointDeleted(now)).With(LetGo.Of(state.NameKey), LetGo.Of(state.CodeKey))
        : NotFound;

    /// <summary>Decides, once and for all, that what was not made is never made under this id.</summary>
    public static Decision Settle(WaypointState state, DateTimeOffset now) =>
        state.Life.Length == 0 ? Decision.Accept(new WaypointAbandoned(now)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static WaypointState Apply(WaypointState state, IEntityEvent e) => e switch
    {
        WaypointCreated c => state with { Life = WaypointLife.Made, Facts = c.Facts, NameKey = c.NameKey, CodeKey = c.CodeKey, CreatedAt = c.At, UpdatedAt = c.At },
        WaypointAbandoned => state with { Life = WaypointLife.Abandoned },
        WaypointChanged c => state with { Facts = c.Facts, NameKey = c.NameKey, CodeKey = c.CodeKey, UpdatedAt = c.At },
        WaypointDeleted d => state with { Life = WaypointLife.Deleted, UpdatedAt = d.At },
        _ => throw new InvalidOperationException($"A waypoint has no event {e.GetType().Name}"),
    };

    private static WaypointFacts With(WaypointFacts before, WaypointFacts facts, ImmutableArray<string> fields) => fields.Aggregate(before, (now, field) => field switch
    {
        "name" => now with { Name = facts.Name },
        "location_code" => now with { Code = facts.Code },
        "x_coordinate" => now with { Position = now.Position with { X = facts.Position.X } },
        "y_coordinate" => now with { Position = now.Position with { Y = facts.Position.Y } },
        "z_coordinate" => now with { Position = now.Position with { Z = facts.Position.Z } },
        "metadata" => now with { Metadata = facts.Metadata },
        "is_active" => now with { IsActive = facts.IsActive },
        _ => now,
    });
}
