namespace Hss.Drill.Check;

/// <summary>LUNA's titles: a copy goes to whoever waits longest, nobody passes those who wait, and no more copies are out than there are.</summary>
internal static class LoanQueues
{
    private const string Kind = "book";

    /// <summary>What is out of order, and copies that do not exist.</summary>
    public static IEnumerable<Finding> Find(Stored stored)
    {
        foreach (var title in stored.Of(Kind))
        {
            foreach (var finding in Title(title.Key, title))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Title(string id, IEnumerable<StoredEvent> events)
    {
        var (waiting, taken, returns, copies) = (new List<string>(), new HashSet<string>(), new Dictionary<string, string>(), 0L);
        foreach (var e in events)
        {
            var delivery = e.Text("delivery_id") ?? "";
            switch (e.Type)
            {
                case "book.added" or "book.changed":
                    copies = e.Number("facts.copies");
                    break;
                case "book.copy_reserved":
                    if (waiting.Count > 0)
                        yield return new(Faults.QueueOrder, $"{Kind}/{id}", $"{delivery} got a copy while {string.Join(", ", waiting)} waited");
                    taken.Add(delivery);
                    break;
                case "book.reader_queued":
                    waiting.Add(delivery);
                    break;
                case "book.copy_granted":
                    if (waiting.FirstOrDefault() != delivery)
                        yield return new(Faults.QueueOrder, $"{Kind}/{id}", $"{delivery} was served while {string.Join(", ", waiting.TakeWhile(w => w != delivery))} had come before");
                    waiting.Remove(delivery);
                    taken.Add(delivery);
                    break;
                case "book.share_released":
                    if (!waiting.Remove(delivery))
                        taken.Remove(delivery);
                    break;
                case "book.return_announced":
                    returns[e.Text("return_id")!] = delivery;
                    break;
                case "book.copy_returned":
                    if (!taken.Remove(returns.GetValueOrDefault(e.Text("return_id")!, "")))
                        yield return new(Faults.Books, $"{Kind}/{id}", $"a copy came back by {e.Text("return_id")} that was not out");
                    break;
            }

            if (taken.Count > copies)
                yield return new(Faults.Books, $"{Kind}/{id}", $"{taken.Count} copies are out of {copies}");
        }
    }
}
