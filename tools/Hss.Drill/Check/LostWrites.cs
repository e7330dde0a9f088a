using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>Every acknowledged write left its event on the entity that was named, and the event says what the answer said.</summary>
internal static class LostWrites
{
    /// <summary>Those that did not.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<ToldWrite> told, Stored stored)
    {
        var events = stored.Events.ToLookup(e => (e.RequestId, e.Type));
        foreach (var write in told.Where(w => w is { Outcome: WriteOutcome.Acknowledged, Event: not null }))
        {
            var found = events[(write.Key, write.Event!)].Where(e => e.Kind == write.Kind && write.Ids.Contains(e.Id)).ToList();
            if (found.Count == 0)
                yield return Lost(write, $"it was acknowledged as {write.Kind}/{string.Join(", ", write.Ids)}, which has no {write.Event} of it");
            else if (!found.Any(e => write.Facts.All(f => e.Text(f.Path) == f.Value)))
                yield return Lost(write, $"its caller was told {string.Join(", ", write.Facts.Select(f => $"{f.Path} {f.Value}"))}; stored is {found[0].Data.ToJsonString()}");
        }
    }

    private static Finding Lost(ToldWrite write, string text) => new(Faults.LostWrite, $"{write.Step} {write.Key}", text);
}
