using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Dispatch;

/// <summary>A task that waits for a robot.</summary>
/// <param name="Returned">It came back from a lost robot and goes before all others of its priority.</param>
/// <param name="Source">Where it begins: a waypoint's name or code, or any text.</param>
public sealed record WaitingTask(string Id, string Priority, bool Returned, DateTimeOffset CreatedAt, string Source);

/// <summary>A robot as the dispatcher sees it.</summary>
/// <param name="Location">A waypoint's name or code, or any text, or null.</param>
public sealed record DispatchRobot(string Id, string Status, bool HasTask, bool Stopped, string? Location, double Battery);

/// <summary>Who is to carry out what.</summary>
public sealed record Assignment(string TaskId, string RobotId);

/// <summary>
/// Which task goes to which robot (contracts: priority, then age, then distance over waypoints, then battery). It only proposes: the grains decide, so
/// that two dispatchers that plan the same at once are harmless.
/// </summary>
public static class DispatchRules
{
    /// <summary>The tasks in the order in which they are due, each with the best robot that is left; those without one are left out.</summary>
    /// <param name="fleetStopped">Whether all robots are stopped: then nothing is assigned.</param>
    public static ImmutableArray<Assignment> Plan(
        IEnumerable<WaitingTask> tasks, IEnumerable<DispatchRobot> robots, IEnumerable<WaypointFacts> waypoints, bool fleetStopped)
    {
        var free = fleetStopped ? [] : robots.Where(IsReady).ToList();
        var places = new Places(waypoints);
        var plan = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var task in InOrder(tasks))
        {
            if (free.Count == 0)
                break;
            var best = free.OrderBy(r => places.Distance(r.Location, task.Source)).ThenByDescending(r => r.Battery).ThenBy(r => r.Id, StringComparer.Ordinal).First();
            free.Remove(best);
            plan.Add(new(task.Id, best.Id));
        }

        return plan.ToImmutable();
    }

    /// <summary>Priority first, then those that came back, then the oldest.</summary>
    public static IEnumerable<WaitingTask> InOrder(IEnumerable<WaitingTask> tasks) => tasks
        .OrderByDescending(t => Priorities.All.IndexOf(t.Priority))
        .ThenByDescending(t => t.Returned)
        .ThenBy(t => t.CreatedAt)
        .ThenBy(t => t.Id, StringComparer.Ordinal);

    /// <summary>Whether a robot may get a task.</summary>
    public static bool IsReady(DispatchRobot robot) =>
        robot is { Status: RobotStatus.Idle, HasTask: false, Stopped: false, Battery: >= RobotRules.LowBattery };

    // Names and codes of waypoints mean the same whatever the case of their letters. What is on no plan counts as farthest.
    private sealed class Places(IEnumerable<WaypointFacts> waypoints)
    {
        private readonly Dictionary<string, Position> _positions = waypoints
            .SelectMany(w => new[] { (Text: SearchText.Of(w.Code), w.Position, Rank: 0), (Text: SearchText.Of(w.Name), w.Position, Rank: 1) })
            .OrderBy(p => p.Rank)
            .DistinctBy(p => p.Text, StringComparer.Ordinal)
            .ToDictionary(p => p.Text, p => p.Position, StringComparer.Ordinal);

        public double Distance(string? from, string to)
        {
            var (here, there) = (SearchText.Of(from), SearchText.Of(to));
            if (here.Length > 0 && here == there)
                return 0;
            return _positions.TryGetValue(here, out var a) && _positions.TryGetValue(there, out var b)
                ? Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)) + ((a.Z - b.Z) * (a.Z - b.Z)))
                : double.PositiveInfinity;
        }
    }
}
