namespace Hss.Drill.Check;

/// <summary>Each entity's events follow one another without a gap, each naming the hash of the one before; and <c>audit/verify</c> says so too.</summary>
internal static class Chains
{
    /// <summary>Where a chain is broken.</summary>
    public static IEnumerable<Finding> Find(Stored stored)
    {
        if (stored.Broken is not null)
            yield return new(Faults.Chain, "audit/verify", stored.Broken);
        foreach (var entity in stored.Events.GroupBy(e => (e.Kind, e.Id)))
        {
            StoredEvent? before = null;
            foreach (var e in entity.OrderBy(e => e.Version))
            {
                if (e.Version != (before?.Version ?? 0) + 1 || (before is not null && e.PreviousHash != before.Hash))
                    yield return new(Faults.Chain, $"{e.Kind}/{e.Id}", $"version {e.Version} does not follow version {before?.Version ?? 0}");
                before = e;
            }
        }
    }
}
