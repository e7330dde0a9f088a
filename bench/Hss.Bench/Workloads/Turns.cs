using System.Collections.Immutable;
using Hss.Bench.Results;

namespace Hss.Bench.Workloads;

/// <summary>Who is measured when: each in every round, and another one first in each, as the machine may be slower later.</summary>
internal static class Turns
{
    /// <summary>Ours and the usual form.</summary>
    public static readonly ImmutableArray<Side> OursAndUsual = [Side.Ours, Side.Usual];

    /// <summary>Everybody.</summary>
    public static readonly ImmutableArray<Side> All = [Side.Ours, Side.Usual, Side.Tuned];

    /// <summary>The sides in the order of a round, from 1.</summary>
    public static IEnumerable<Side> Of(ImmutableArray<Side> sides, int round) => Enumerable.Range(round - 1, sides.Length).Select(n => sides[n % sides.Length]);
}
