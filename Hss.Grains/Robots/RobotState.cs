using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>
/// The durable state of a robot: the fold of its events. What changes many times a second (position, charge to the last digit, the time of the last
/// heartbeat) is in the grain's memory only.
/// </summary>
public sealed record RobotState(string Id)
{
    /// <summary>Empty until it is decided whether it is registered; else <see cref="RobotLife"/>.</summary>
    public string Life { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of its credential.</summary>
    [Secret]
    public string CredentialDigest { get; init; } = "";

    /// <summary>What keeps its name unique.</summary>
    public EntityKey UniqueName { get; init; }

    /// <summary>What it last said that it does; OFFLINE and the stop come on top of it.</summary>
    public string Said { get; init; } = RobotStatus.Idle;

    /// <summary>Where it last said it is, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Its charge, 0..1, when that last crossed a twentieth.</summary>
    public double Battery { get; init; } = 1;

    /// <summary>Whether it is heard.</summary>
    public bool Online { get; init; }

    /// <summary>When something of it was last journaled that it said, or null.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>What it holds.</summary>
    public HeldTask? Task { get; init; }

    /// <summary>Tasks that ended or must not come any more, <c>delivery/token</c>, with their time: a hold of such a one is refused.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Ended { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The stop of it alone.</summary>
    public LatchedStop? OwnStop { get; init; }

    /// <summary>The stop of all.</summary>
    public LatchedStop? FleetStop { get; init; }

    /// <summary>The last change of the stop of all that it followed.</summary>
    public long FleetChange { get; init; }

    /// <summary>Counts its stops of both sorts.</summary>
    public long StopNumber { get; init; }

    /// <summary>The last stop that it acknowledged.</summary>
    public long AcknowledgedStop { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is registered.</summary>
    public bool Exists => Life == RobotLife.Registered;

    /// <summary>Whether it must stand still.</summary>
    public bool Stopped => OwnStop is not null || FleetStop is not null;

    /// <summary>Its status as the contract spells it: silence comes before the stop, and that before what it says.</summary>
    public string Status => !Online ? RobotStatus.Offline
        : Stopped ? RobotStatus.Error
        : Task is not null && Said == RobotStatus.Idle ? RobotStatus.Busy
        : Said;
}

/// <summary>The life of a robot's record.</summary>
public static class RobotLife
{
    /// <summary>It is there.</summary>
    public const string Registered = "registered";

    /// <summary>The id was given up before it was registered.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>A task that a robot holds.</summary>
/// <param name="Confirmed">Whether the assignment is durable: only then the robot is told.</param>
/// <param name="Until">When the delivery is asked what became of it, while it is not.</param>
public sealed record HeldTask(RobotAssignment Assignment, bool Confirmed, DateTimeOffset Until)
{
    /// <summary>How the task stands among those that ended.</summary>
    public string Key => KeyOf(Assignment.Owner.Id, Assignment.FencingToken);

    /// <summary>How a task stands among those that ended.</summary>
    public static string KeyOf(string delivery, long token) => FormattableString.Invariant($"{delivery}/{token}");
}

/// <summary>A stop that was not lifted.</summary>
public sealed record LatchedStop(string? Reason, DateTimeOffset At);
