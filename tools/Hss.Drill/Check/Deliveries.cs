using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>
/// What robots carry: each task is carried out once, is one robot's at a time, under a token that grows, and none is left lying. What a robot was told, it
/// was given; what it was told to be taken as done, is done.
/// </summary>
internal static class Deliveries
{
    private const string Kind = "delivery";

    /// <summary>What was lost, done twice, or given to two.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<ToldTask> told, Stored stored)
    {
        var deliveries = stored.Of(Kind);
        return deliveries.SelectMany(d => Course(d.Key, d)).Concat(Robots(stored)).Concat(Told(told, deliveries));
    }

    /// <summary>Deliveries whose task waits for a robot, or is with one.</summary>
    public static IEnumerable<string> Open(Stored stored) => stored.Of(Kind).Where(d => Course(d.Key, d).Any(f => f.Fault == Faults.LostWrite)).Select(d => d.Key);

    private static IEnumerable<Finding> Course(string id, IEnumerable<StoredEvent> events)
    {
        var (robot, token, waits, ended) = ((string?)null, 0L, false, (string?)null);
        foreach (var e in events)
        {
            switch (e.Type)
            {
                case "delivery.book_placed" or "delivery.return_requested":
                    waits = true;
                    break;
                case "delivery.assigned":
                    var next = e.Text("robot_id");
                    if (robot is not null || ended is not null)
                        yield return Twice(id, $"robot {next} got it {(robot is null ? $"after {ended}" : $"while robot {robot} had it")}");
                    if (e.Number("fencing_token") <= token)
                        yield return Twice(id, $"robot {next} got it under token {e.Number("fencing_token")} after token {token}");
                    (robot, token, waits) = (next, e.Number("fencing_token"), false);
                    break;
                case "delivery.assignment_given_up":
                    token = e.Number("fencing_token");
                    break;
                case "delivery.task_returned":
                    (robot, token, waits) = (null, e.Number("fencing_token"), true);
                    break;
                case "delivery.started":
                    // Without a robot it is carried by hand.
                    waits = false;
                    break;
                case "delivery.task_completed" or "delivery.stopped":
                    if (ended is not null)
                        yield return Twice(id, $"{e.Type} after {ended}");
                    (robot, waits, ended) = (null, false, e.Type);
                    break;
            }
        }

        if (waits || robot is not null)
            yield return Lost(id, robot is null ? "its task waits, and no robot has come for it" : $"robot {robot} has it, and has not carried it out");
    }

    // As robots themselves have it, which is what they were told.
    private static IEnumerable<Finding> Robots(Stored stored)
    {
        var (tasks, holders) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var e in stored.Events.Where(e => e.Kind == "robot").OrderBy(e => e.Seq))
        {
            var delivery = e.Text("delivery") ?? "";
            switch (e.Type)
            {
                case "robot.assigned":
                    if (tasks.GetValueOrDefault(e.Id) is { } other)
                        yield return Twice(delivery, $"robot {e.Id} got it while it had {other}");
                    if (holders.GetValueOrDefault(delivery) is { } holder)
                        yield return Twice(delivery, $"robot {e.Id} had it while robot {holder} had it");
                    (tasks[e.Id], holders[delivery]) = (delivery, e.Id);
                    break;
                case "robot.released" or "robot.task_lost":
                    if (tasks.GetValueOrDefault(e.Id) == delivery)
                        tasks.Remove(e.Id);
                    if (holders.GetValueOrDefault(delivery) == e.Id)
                        holders.Remove(delivery);
                    break;
            }
        }
    }

    private static IEnumerable<Finding> Told(IReadOnlyCollection<ToldTask> told, ILookup<string, StoredEvent> deliveries)
    {
        foreach (var both in told.GroupBy(t => (t.Delivery, t.Token)).Where(g => g.Select(t => t.Robot).Distinct().Count() > 1))
            yield return Twice(both.Key.Delivery, $"robots {string.Join(" and ", both.Select(t => t.Robot).Distinct())} were told to carry it under token {both.Key.Token}");
        foreach (var task in told)
        {
            var after = deliveries[task.Delivery].SkipWhile(e => e.Type != "delivery.assigned" || e.Text("robot_id") != task.Robot || e.Number("fencing_token") != task.Token).ToList();
            if (after.Count == 0)
                yield return Lost(task.Delivery, $"robot {task.Robot} was told to carry it under token {task.Token}, and it is not stored as this robot's");
            else if (task.Done && !after.TakeWhile(e => e.Type != "delivery.task_returned").Any(e => e.Type == "delivery.task_completed"))
                yield return Lost(task.Delivery, $"robot {task.Robot} was told that it is done, and it is not");
        }
    }

    private static Finding Twice(string delivery, string text) => new(Faults.DoubleEffect, $"{Kind}/{delivery}", text);

    private static Finding Lost(string delivery, string text) => new(Faults.LostWrite, $"{Kind}/{delivery}", text);
}
