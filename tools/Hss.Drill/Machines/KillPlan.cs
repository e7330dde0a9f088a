namespace Hss.Drill.Machines;

/// <summary>What is killed when: the same seed gives the same plan.</summary>
internal static class KillPlan
{
    private const double MeanSeconds = 6;

    // Every other one is back at once.
    private const double LongestAwaySeconds = 8;

    /// <summary>Kills without end, the first of each kind soon.</summary>
    public static IEnumerable<PlannedKill> Of(int seed, bool withPostgres)
    {
        var random = new Random(seed);
        KillKind[] kinds = withPostgres ? [KillKind.Connections, KillKind.Server, KillKind.Postgres] : [KillKind.Connections, KillKind.Server];
        var bag = new Queue<KillKind>();
        while (true)
        {
            // Each kind in turn, in an order of chance, so that a short run has them all too; connections twice, they cost least.
            if (bag.Count == 0)
            {
                var next = kinds.Append(KillKind.Connections).ToArray();
                random.Shuffle(next);
                Array.ForEach(next, bag.Enqueue);
            }

            var (after, kind) = (MeanSeconds * (0.25 + (1.5 * random.NextDouble())), bag.Dequeue());
            var away = random.Next(2) == 0 ? 0 : LongestAwaySeconds * random.NextDouble();
            yield return new(TimeSpan.FromSeconds(after), kind, TimeSpan.FromSeconds(away));
        }
    }
}
