using Hss.Interfaces.Entities;

namespace Hss.Silo.Audit;

/// <summary>The first event that is not as it was committed.</summary>
/// <param name="Key">Its entity; null when the journal has no trace of it but the hole in the feed.</param>
/// <param name="Version">The event's number in its entity, as far as the entity is known.</param>
/// <param name="Seq">Its place in the feed, or null when it is missing from its entity.</param>
/// <param name="Reason">One of <see cref="BreakReason"/>.</param>
public sealed record BrokenEvent(EntityKey? Key, long? Version, long? Seq, string Reason);

/// <summary>What can be wrong with an event.</summary>
public static class BreakReason
{
    /// <summary>It is not there.</summary>
    public const string Missing = "missing";

    /// <summary>It is there, but not in the order in which it was committed.</summary>
    public const string Reordered = "reordered";

    /// <summary>It does not follow the event before it.</summary>
    public const string Unlinked = "unlinked";

    /// <summary>It is not what its hash was made of.</summary>
    public const string Altered = "altered";

    /// <summary>The entity's row names another event as its last.</summary>
    public const string HeadMismatch = "head_mismatch";

    /// <summary>The entity has events but no row.</summary>
    public const string EntityMissing = "entity_missing";
}
