using System.Text.RegularExpressions;
using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>
/// Every mail that something stored asks for came, and came as one: copies carry the same <c>Message-ID</c>, so that whoever reads them may drop them. And
/// invoices are numbered without a gap, no number twice.
/// </summary>
internal static partial class Mails
{
    // Orders that nobody has placed have no invoice.
    private const string Demonstration = "demonstration";

    /// <summary>What was lost, or sent as two.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyCollection<TakenMail> mails, Stored stored)
    {
        foreach (var copies in mails.GroupBy(m => m.MessageId).Where(g => g.Key.Length == 0 || g.Distinct().Count() > 1))
            yield return new(Faults.DoubleEffect, $"mail {copies.Key}", $"different mails have this Message-ID: {string.Join(", ", copies.Select(m => m.Subject).Distinct())}");
        var distinct = mails.DistinctBy(m => m.MessageId).ToList();
        foreach (var request in distinct.Where(m => NewRequest().IsMatch(m.Subject)).GroupBy(m => (m.To, m.Subject)).Where(g => g.Count() > 1))
            yield return new(Faults.DoubleEffect, $"mail {request.Key.Subject}", $"{request.Key.To} got it under {request.Count()} Message-IDs");

        var came = distinct.Select(m => About(m.Subject)).OfType<string>().CountBy(about => about).ToDictionary(StringComparer.Ordinal);
        var due = Due(stored).CountBy(about => about).ToDictionary(StringComparer.Ordinal);
        foreach (var about in due.Keys.Union(came.Keys))
        {
            var (wanted, found) = (due.GetValueOrDefault(about), came.GetValueOrDefault(about));
            if (found != wanted)
                yield return new(found < wanted ? Faults.LostMail : Faults.DoubleEffect, $"mail about {about}", $"{found} came under Message-IDs of their own, {wanted} are due");
        }

        foreach (var finding in Numbers(distinct))
            yield return finding;
    }

    // What stored events ask mails for.
    private static IEnumerable<string> Due(Stored stored)
    {
        var tags = stored.Events.Where(e => e.Type == "asset.created").ToLookup(e => e.Id, e => e.Text("tag"), StringComparer.Ordinal);
        var requests = stored.Events.Where(e => e.Type == "workflow.requested").ToLookup(e => e.Id, StringComparer.Ordinal);
        foreach (var e in stored.Events)
        {
            switch (e.Type)
            {
                case "order.placed" when e.RequestId != Demonstration:
                    yield return $"order {e.Id}";
                    break;
                case "workflow.approved" when requests[e.Id].FirstOrDefault() is { } request:
                    yield return $"{request.Text("type")} {tags[request.Text("asset_id")!].FirstOrDefault()}";
                    break;
                case "notification.made" when (bool?)e.At("email") == true:
                    yield return $"notice {e.Text("title")}";
                    break;
            }
        }
    }

    private static string? About(string subject)
    {
        if (Invoice().Match(subject) is { Success: true } invoice)
            return $"order {invoice.Groups["order"].Value}";
        if (Approved().Match(subject) is { Success: true } approved)
            return $"{approved.Groups["type"].Value} {approved.Groups["tag"].Value}";
        return Notice().Match(subject) is { Success: true } notice ? $"notice {notice.Groups["title"].Value}" : null;
    }

    private static IEnumerable<Finding> Numbers(IEnumerable<TakenMail> mails)
    {
        var invoices = mails.Select(m => Invoice().Match(m.Subject)).Where(m => m.Success).Select(m => (Year: m.Groups["year"].Value, Number: int.Parse(m.Groups["number"].Value), Order: m.Groups["order"].Value));
        foreach (var year in invoices.GroupBy(i => i.Year))
        {
            foreach (var number in year.GroupBy(i => i.Number).Where(g => g.Select(i => i.Order).Distinct().Count() > 1))
                yield return new(Faults.Books, $"invoice {year.Key}-{number.Key:000000}", $"it was given to the orders {string.Join(", ", number.Select(i => i.Order))}");
            var missing = Enumerable.Range(1, year.Max(i => i.Number)).Except(year.Select(i => i.Number)).ToList();
            if (missing.Count > 0)
                yield return new(Faults.Books, $"invoices of {year.Key}", $"no order has {string.Join(", ", missing)}");
        }
    }

    [GeneratedRegex(@"^Invoice INV-(?<year>\d+)-(?<number>\d+) for your order (?<order>\S+)$")]
    private static partial Regex Invoice();

    [GeneratedRegex(@"^\[SAMS\] .* / Your (?<type>\w+) request was approved: (?<tag>.+)$")]
    private static partial Regex Approved();

    [GeneratedRegex(@"^\[SAMS\] .* / New \w+ request: ")]
    private static partial Regex NewRequest();

    [GeneratedRegex(@"^\[LUNA\] (?<title>.+)$")]
    private static partial Regex Notice();
}
