using System.Collections.Immutable;

namespace Hss.Grains.Reservations;

/// <summary>How long those ahead will probably take, from how long the last holds took.</summary>
public static class Forecast
{
    /// <summary>Ended holds that count.</summary>
    public const int MaxSamples = 200;

    /// <summary>Fewer say nothing.</summary>
    public const int MinSamples = 5;

    private const int Trials = 1000;

    /// <summary>The samples with one more hold; the oldest go.</summary>
    public static ImmutableArray<double> Remember(ImmutableArray<double> samples, TimeSpan hold)
    {
        var longer = samples.Add(Math.Max(0, hold.TotalSeconds));
        return longer.Length > MaxSamples ? longer.RemoveAt(0) : longer;
    }

    /// <summary>
    /// The median and the ninth decile of the wait, in seconds: the sum of as many past holds, drawn again and again, as are ahead, divided by
    /// the places. Null under <see cref="MinSamples"/>. The same question has the same answer.
    /// </summary>
    /// <param name="ahead">Reservations that are served before: holders and those who wait.</param>
    public static (double P50, double P90)? Wait(ImmutableArray<double> samples, int ahead, int capacity)
    {
        if (samples.Length < MinSamples)
            return null;
        var (waits, draw) = (new double[Trials], 0x9E3779B97F4A7C15UL);
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var i = 0; i < ahead; i++)
                waits[trial] += samples[(int)(Next(ref draw) % (ulong)samples.Length)];
        }

        Array.Sort(waits);
        return (Quantile(waits, 0.5) / capacity, Quantile(waits, 0.9) / capacity);
    }

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    // xorshift64*: drawn numbers that need no clock and no state beyond the call.
    private static ulong Next(ref ulong draw)
    {
        draw ^= draw >> 12;
        draw ^= draw << 25;
        draw ^= draw >> 27;
        return (draw * 0x2545F4914F6CDD1DUL) >> 33;
    }
}
