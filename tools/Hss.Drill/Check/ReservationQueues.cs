using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>
/// Reservia's queues: each grant goes to whoever came first of those who wait, no place is held twice, tokens grow by one. And the order of arrival is
/// that which callers saw: who was answered before another one asked stands before them.
/// </summary>
internal static class ReservationQueues
{
    private const string Kind = "queue";

    /// <summary>What is out of order.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<ToldWrite> told, Stored stored)
    {
        var asked = told.Where(w => w is { Kind: Kind, Event: "reservation.requested", Outcome: WriteOutcome.Acknowledged }).ToDictionary(w => w.Key, StringComparer.Ordinal);
        foreach (var queue in stored.Of(Kind))
        {
            foreach (var finding in Served(queue.Key, queue).Concat(Arrived(queue.Key, queue, asked)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Served(string resource, IEnumerable<StoredEvent> events)
    {
        var (waiting, holding, capacity, token) = (new List<long>(), new HashSet<long>(), 0L, 0L);
        foreach (var e in events)
        {
            switch (e.Type)
            {
                case "resource.added":
                    capacity = e.Number("capacity");
                    break;
                case "reservation.requested":
                    waiting.Add(e.Number("reservation"));
                    break;
                case "reservation.approved":
                    var granted = e.Number("reservation");
                    if (waiting.FirstOrDefault() != granted)
                        yield return Out(resource, $"reservation {granted} was served while {string.Join(", ", waiting.TakeWhile(w => w != granted))} had come before");
                    if (e.Number("token") != ++token)
                        yield return Out(resource, $"the grant of reservation {granted} has token {e.Number("token")} and not {token}");
                    waiting.Remove(granted);
                    holding.Add(granted);
                    if (holding.Count > capacity)
                        yield return Out(resource, $"{holding.Count} held {capacity} places: {string.Join(", ", holding)}");
                    break;
                case "reservation.ended":
                    var gone = e.Number("ended.id");
                    if (!waiting.Remove(gone) && !holding.Remove(gone))
                        yield return Out(resource, $"reservation {gone} ended and was not there");
                    break;
            }
        }
    }

    private static IEnumerable<Finding> Arrived(string resource, IEnumerable<StoredEvent> events, Dictionary<string, ToldWrite> asked)
    {
        ToldWrite? latest = null;
        foreach (var write in events.Where(e => e.Type == "reservation.requested").Select(e => asked.GetValueOrDefault(e.RequestId)).OfType<ToldWrite>())
        {
            if (latest is not null && write.AnsweredAt < latest.SentAt)
                yield return Out(resource, $"{latest.Key} stands before {write.Key}, which was answered before the other one was sent");
            if (latest is null || write.SentAt > latest.SentAt)
                latest = write;
        }
    }

    private static Finding Out(string resource, string text) => new(Faults.QueueOrder, $"{Kind}/{resource}", text);
}
