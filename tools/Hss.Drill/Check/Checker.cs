using System.Collections.Immutable;
using Hss.Drill.Record;

namespace Hss.Drill.Check;

/// <summary>Compares what callers were told with what is stored. Pure: the same record and the same store give the same findings.</summary>
internal static class Checker
{
    /// <summary>All findings; none when everything that was acknowledged stands, once, in order.</summary>
    public static ImmutableArray<Finding> Check(IReadOnlyCollection<ToldWrite> told, Stored stored) =>
    [
        .. LostWrites.Find(told, stored),
        .. RefusedWrites.Find(told, stored),
        .. DoubleEffects.Find(told, stored),
        .. ReservationQueues.Find(told, stored),
        .. LoanQueues.Find(stored),
        .. StockBooks.Find(stored),
        .. Chains.Find(stored),
    ];
}
