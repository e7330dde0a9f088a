namespace Hss.Silo.Effects;

/// <summary>When a failed effect is tried again: after 1 s, doubling to 10 min; after ten tries it is parked for an operator.</summary>
public static class EffectRetry
{
    /// <summary>Tries before an effect is parked.</summary>
    public const int MaxTries = 10;

    /// <summary>The longest wait between two tries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>The time of the next try after this many failed ones, or null: park it.</summary>
    public static DateTimeOffset? Next(int failedTries, DateTimeOffset now)
    {
        if (failedTries >= MaxTries)
            return null;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, failedTries - 1));
        return now + (wait < LongestWait ? wait : LongestWait);
    }
}
