using Hss.Grains.Entities;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Robots;

/// <summary>The targets of robots' effects.</summary>
public static class RobotEffects
{
    /// <summary>A robot with a task is silent: <see cref="RobotLost"/>.</summary>
    public const string Lost = "robot-lost";

    /// <summary>The stop of all changed, or a robot came: <see cref="FleetChanged"/>.</summary>
    public const string Fleet = "robot-fleet";

    internal static Effect Tell(string id, string? robot, string type, string title, string message, string status) =>
        new Notice(null, type, title, message, new(RobotId: robot, Status: status)).As(id);
}

/// <summary>A delivery has to go back to the queue.</summary>
public sealed record RobotLost(EntityKey Delivery, string RobotId, long FencingToken);

/// <summary>Robots have to take over where the stop of all stands.</summary>
/// <param name="RobotId">The one that came, or null for all.</param>
public sealed record FleetChanged(string? RobotId);
