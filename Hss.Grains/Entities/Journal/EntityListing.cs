using System.Collections.Immutable;

namespace Hss.Grains.Entities.Journal;

/// <summary>All that is stored of an entity beside its state and events, because lists and the due worker look for it: a kind computes it from the state.</summary>
/// <param name="Index">The single-valued fields.</param>
/// <param name="Links">The multi-valued and unique ones.</param>
/// <param name="DueAt">When the kind wants to be woken. What is stored may be earlier, as it is put off only by the wake-up, but never later.</param>
public sealed record EntityListing(EntityIndex Index, ImmutableArray<EntityLink> Links, DateTimeOffset? DueAt);
