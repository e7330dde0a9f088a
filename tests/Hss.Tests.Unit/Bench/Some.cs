using Hss.Bench.Results;

namespace Hss.Tests.Unit.Bench;

/// <summary>Rounds as they were measured.</summary>
internal static class Some
{
    public const int Connections = 64;

    public static Round Round(int number, Side side, double perS, long answers = 10_000, long failed = 0, bool balanced = true) =>
        new(number, side, Connections, perS, perS / 10, perS / 5, answers, failed, 5, 0.1, balanced);

    /// <summary>A side's rounds, from 1.</summary>
    public static Round[] Rounds(Side side, params double[] rates) => [.. rates.Select((r, n) => Round(n + 1, side, r))];

    public static Row Row(params IEnumerable<Round> rounds) => Hss.Bench.Results.Row.Of("hot-product", "postgres", Connections, rounds);
}
