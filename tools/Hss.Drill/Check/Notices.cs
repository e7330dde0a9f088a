namespace Hss.Drill.Check;

/// <summary>LUNA's notices, which are effects of what they tell of: none twice, and none lost.</summary>
internal static class Notices
{
    private const string Made = "notification.made";

    /// <summary>Notices that came twice, or never.</summary>
    public static IEnumerable<Finding> Find(Stored stored) => Twice(stored).Concat(Lost(stored));

    // Who is on the way to a reader again, or is lost again, is news again.
    private static IEnumerable<Finding> Twice(Stored stored)
    {
        var again = stored.Events.Where(e => e.Type == "delivery.task_returned").CountBy(e => e.Id).ToDictionary(StringComparer.Ordinal);
        var lost = stored.Events.Where(e => e.Type == "robot.went_offline").CountBy(e => e.Id).ToDictionary(StringComparer.Ordinal);
        return stored.Events
            .Where(e => e.Type == Made)
            .GroupBy(WithoutTime)
            .Where(g => g.Count() > (g.First().Text("subject.task_id") is { } task
                ? 1 + again.GetValueOrDefault(task)
                : Math.Max(1, lost.GetValueOrDefault(g.First().Text("subject.robot_id") ?? ""))))
            .Select(g => new Finding(Faults.DoubleEffect, $"notification {g.First().Id}", $"{g.First().Text("account_id")} was told {g.Count()} times: {g.First().Text("title")}"));
    }

    private static IEnumerable<Finding> Lost(Stored stored)
    {
        var made = stored.Events.Where(e => e.Type == Made).Select(e => (e.Text("subject.request_id"), e.Text("title"))).ToHashSet();
        foreach (var e in stored.Events)
        {
            var title = e.Type switch { "delivery.book_requested" => "Request received", "delivery.completed" => "Request completed", _ => null };
            if (title is not null && !made.Contains((e.Id, title)))
                yield return new(Faults.LostNotice, $"{e.Kind}/{e.Id}", $"its reader was never told: {title}");
        }
    }

    private static string WithoutTime(StoredEvent e)
    {
        var data = e.Data.DeepClone().AsObject();
        data.Remove("at");
        return data.ToJsonString();
    }
}
