using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>Who was told no, however often the answer was lost before, finds nothing done.</summary>
internal static class RefusedWrites
{
    /// <summary>Those that were done.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<ToldWrite> told, Stored stored)
    {
        // Leases that are over end with whatever is written next, also with what is refused.
        var events = stored.Events.Where(e => e.Text("how") != "expired").ToLookup(e => (e.RequestId, e.Type));
        return told
            .Where(w => w is { Outcome: WriteOutcome.Refused, Event: not null })
            .SelectMany(w => events[(w.Key, w.Event!)], (w, e) => new Finding(Faults.Contradiction, $"{w.Step} {w.Key}", $"{e.Type} happened to {e.Kind}/{e.Id}"));
    }
}
