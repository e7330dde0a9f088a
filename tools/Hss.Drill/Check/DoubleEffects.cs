using System.Collections.Frozen;
using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>A write is done once, however often it was repeated; what can happen once to an entity happened once.</summary>
internal static class DoubleEffects
{
    // Of one entity: a booking is paid once, an order is placed and called off once, and so on.
    private static readonly FrozenSet<string> OnlyOnce = FrozenSet.Create(
        StringComparer.Ordinal,
        "booking.submitted", "booking.approved", "booking.payment_captured",
        "order.placed", "order.cancelled",
        "asset.created", "workflow.requested", "workflow.approved",
        "delivery.book_requested", "delivery.return_requested", "delivery.completed", "delivery.stopped");

    /// <summary>What happened twice.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<ToldWrite> told, Stored stored) =>
        Answers(told).Concat(Repeats(told, stored)).Concat(Entities(stored)).Concat(Tags(stored)).Concat(Holders(stored));

    private static IEnumerable<Finding> Answers(IReadOnlyCollection<ToldWrite> told) => told
        .Where(w => w.Ids.Distinct().Count() > 1)
        .Select(w => new Finding(Faults.DoubleEffect, $"{w.Step} {w.Key}", $"its repeats were answered with different entities: {string.Join(", ", w.Ids.Distinct())}"));

    private static IEnumerable<Finding> Repeats(IReadOnlyCollection<ToldWrite> told, Stored stored)
    {
        var events = stored.Events.ToLookup(e => (e.RequestId, e.Type));
        foreach (var write in told.Where(w => w.Event is not null))
        {
            // Leases that are over end with whatever is written next.
            var times = events[(write.Key, write.Event!)].Where(e => e.Text("how") != "expired").ToList();
            if (times.Count > 1)
                yield return new(Faults.DoubleEffect, $"{write.Step} {write.Key}", $"{write.Event} happened {times.Count} times: {string.Join(", ", times.Select(e => e.Id))}");
        }
    }

    private static IEnumerable<Finding> Entities(Stored stored) => stored.Events
        .Where(e => OnlyOnce.Contains(e.Type))
        .GroupBy(e => (e.Kind, e.Id, e.Type))
        .Where(g => g.Count() > 1)
        .Select(g => new Finding(Faults.DoubleEffect, $"{g.Key.Kind}/{g.Key.Id}", $"{g.Key.Type} happened {g.Count()} times"));

    private static IEnumerable<Finding> Tags(Stored stored) => stored.Events
        .Where(e => e.Type == "asset.created")
        .GroupBy(e => e.Text("tag"))
        .Where(g => g.Count() > 1)
        .Select(g => new Finding(Faults.DoubleEffect, $"tag {g.Key}", $"it was given {g.Count()} times: {string.Join(", ", g.Select(e => e.Id))}"));

    // Whoever gets an asset gets it from the person who has it, or from nobody.
    private static IEnumerable<Finding> Holders(Stored stored)
    {
        foreach (var asset in stored.Of("asset"))
        {
            string? holder = null;
            foreach (var e in asset)
            {
                if (e.Type is "asset.assigned" or "asset.unassigned" && e.Text("from") != holder)
                    yield return new(Faults.DoubleEffect, $"asset/{asset.Key}", $"it went from {e.Text("from") ?? "nobody"} while {holder ?? "nobody"} had it");
                holder = e.Type switch { "asset.assigned" => e.Text("to"), "asset.unassigned" => null, _ => holder };
            }
        }
    }
}
