using Hss.Bench.Load;

namespace Hss.Bench.Results;

/// <summary>Who was measured.</summary>
internal enum Side
{
    Ours,
    Usual,
    Tuned,
}

/// <summary>One measurement, as it was.</summary>
/// <param name="Number">The round, from 1.</param>
/// <param name="CpuMsPerAnswer">Processor time of the server's process for each answer, in milliseconds; the database's is not in it.</param>
/// <param name="Balanced">Whether the books of its database were right afterwards.</param>
internal sealed record Round(
    int Number, Side Side, int Connections, double PerS, double P50Ms, double P99Ms, long Answers, long Failed, double Seconds, double CpuMsPerAnswer, bool Balanced)
{
    /// <summary>The share of failed answers from which on there are no figures.</summary>
    public const double MaxFailed = 0.001;

    /// <summary>Whether it counts.</summary>
    public bool Counts => Balanced && Answers > 0 && Failed <= Answers * MaxFailed;

    /// <summary>After the books were looked at.</summary>
    /// <param name="fault">What does not balance, or null.</param>
    public Round Closed(string? fault) => this with { Balanced = fault is null };

    /// <summary>Of a load.</summary>
    public static Round Of(int number, Side side, int connections, Measured load, TimeSpan processor, bool balanced = true) => new(
        number, side, connections, Math.Round(load.PerSecond, 1), load.P50, load.P99, load.Answers, load.Failed, load.Seconds,
        load.Answers == 0 ? 0 : Math.Round(processor.TotalMilliseconds / load.Answers, 4), balanced);
}
