namespace Hss.Bench.Load;

/// <summary>What a load saw: answers, those that were not 2xx or did not come at all, and times of answers in milliseconds.</summary>
internal sealed record Measured(long Answers, long Failed, double Seconds, double P50, double P99)
{
    /// <summary>Good answers.</summary>
    public long Good => Answers - Failed;

    /// <summary>Good answers a second.</summary>
    public double PerSecond => Good / Seconds;
}
