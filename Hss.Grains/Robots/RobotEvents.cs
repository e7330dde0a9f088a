using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>A librarian registered it.</summary>
public sealed record RobotRegistered(string Name, [property: Secret] string CredentialDigest, EntityKey UniqueName, DateTimeOffset At) : IEntityEvent;

/// <summary>The id was given up before it was registered.</summary>
public sealed record RobotAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>It is heard, for the first time or again.</summary>
public sealed record RobotCameOnline(DateTimeOffset At) : IEntityEvent;

/// <summary>It was not heard for too long.</summary>
/// <param name="HeardAt">When it was last heard.</param>
public sealed record RobotWentOffline(DateTimeOffset HeardAt, DateTimeOffset At) : IEntityEvent;

/// <summary>It says something else of itself; all three as they are now.</summary>
public sealed record RobotReported(string Status, string? Location, double Battery, DateTimeOffset At) : IEntityEvent;

/// <summary>A delivery took it.</summary>
public sealed record RobotHeld(RobotAssignment Assignment, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>The delivery's assignment is durable.</summary>
public sealed record RobotAssigned(string Delivery, long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>Its task is over.</summary>
public sealed record RobotReleased(string Delivery, long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>A release came before its hold.</summary>
public sealed record RobotReleaseMarked(string Delivery, long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>It is silent, and another has to carry out its task.</summary>
public sealed record RobotTaskLost(string Delivery, long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>It must stand still.</summary>
public sealed record RobotStopped(string? Reason, long Number, DateTimeOffset At) : IEntityEvent;

/// <summary>The stop of it alone was lifted.</summary>
public sealed record RobotStopReset(string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>It took over where the stop of all stands.</summary>
/// <param name="Number">The number of its own stops after it.</param>
public sealed record RobotFollowedFleet(bool Stopped, long Change, string? Reason, long Number, DateTimeOffset At) : IEntityEvent;

/// <summary>It stands still under a stop.</summary>
public sealed record RobotStopAcknowledged(long Number, DateTimeOffset At) : IEntityEvent;
