using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Waypoints;

/// <summary>The durable state of a waypoint: the fold of its events.</summary>
public sealed record WaypointState(string Id)
{
    /// <summary>Empty until it is decided whether it is made; else one of <see cref="WaypointLife"/>.</summary>
    public string Life { get; init; } = "";

    /// <summary>What it is; null until it is made.</summary>
    public WaypointFacts? Facts { get; init; }

    /// <summary>What keeps its name unique.</summary>
    public EntityKey NameKey { get; init; }

    /// <summary>What keeps its code unique.</summary>
    public EntityKey CodeKey { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is there.</summary>
    public bool Exists => Life == WaypointLife.Made;

    /// <summary>Whether a unique name is its own.</summary>
    public bool Owns(EntityKey name) => Exists && (NameKey == name || CodeKey == name);
}

/// <summary>The life of a waypoint.</summary>
public static class WaypointLife
{
    /// <summary>It is there.</summary>
    public const string Made = "made";

    /// <summary>It was deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>The id was given up before it was made.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>It is there.</summary>
public sealed record WaypointCreated(WaypointFacts Facts, EntityKey NameKey, EntityKey CodeKey, DateTimeOffset At) : IEntityEvent;

/// <summary>The id was given up before it was made.</summary>
public sealed record WaypointAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>It is something else.</summary>
public sealed record WaypointChanged(WaypointFacts Facts, EntityKey NameKey, EntityKey CodeKey, DateTimeOffset At) : IEntityEvent;

/// <summary>It is gone.</summary>
public sealed record WaypointDeleted(DateTimeOffset At) : IEntityEvent;
