using System.Collections.Immutable;
using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>Compares what callers were told with what is stored. Pure: the same record and the same store give the same findings.</summary>
internal static class Checker
{
    /// <summary>All findings; none when everything that was acknowledged stands, once, in order.</summary>
    public static ImmutableArray<Finding> Check(Observed observed, Stored stored) =>
    [
        .. LostWrites.Find(observed.Writes, stored),
        .. RefusedWrites.Find(observed.Writes, stored),
        .. DoubleEffects.Find(observed.Writes, stored),
        .. ReservationQueues.Find(observed.Writes, stored),
        .. LoanQueues.Find(stored),
        .. Deliveries.Find(observed.Tasks, stored),
        .. StockBooks.Find(stored),
        .. Notices.Find(stored),
        .. Mails.Find(observed.Mails, stored),
        .. Chains.Find(stored),
        .. Lists.Find(stored),
        .. observed.Failures.Select(f => new Finding(Faults.Failed, f.RequestId, f.Call)),
        .. observed.Log.Where(IsUnforeseen).Select(l => new Finding(Faults.Unforeseen, "server", l)),
    ];

    // A database that is away, a mail server that does not answer, a caller who is gone: these are warnings, but where commits are lost on their way.
    private static bool IsUnforeseen(string line) =>
        (line.Contains("\"level\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"level\":\"Critical\"", StringComparison.Ordinal))
        && !line.Contains("\"category\":\"Hss.Silo.Journal.CommitPipeline\"", StringComparison.Ordinal);
}
