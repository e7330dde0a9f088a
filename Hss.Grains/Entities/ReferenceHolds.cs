using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>Something is about to refer to an entity, and holds it until its own commit is durable. Each kind stores its own record.</summary>
public interface IReferenceHold
{
    /// <summary>What is about to refer to it.</summary>
    EntityKey Referrer { get; }

    /// <summary>When the referrer is asked what became of it.</summary>
    DateTimeOffset Until { get; }
}

/// <summary>
/// The holds of an entity that others refer to (a category, a location): it is never deleted while there is one. A hold ends by its release,
/// never by its clock; when it is due, the due worker asks its referrer to settle.
/// </summary>
public static class ReferenceHolds
{
    /// <summary>Notes a referrer, once.</summary>
    public static Decision Hold<THold>(this ImmutableArray<THold> holds, EntityKey referrer, Func<IEntityEvent> held) where THold : IReferenceHold =>
        holds.Has(referrer) ? Decision.Unchanged : Decision.Accept(held());

    /// <summary>Ends the note, once.</summary>
    public static Decision Release<THold>(this ImmutableArray<THold> holds, EntityKey referrer, Func<IEntityEvent> released) where THold : IReferenceHold =>
        holds.Has(referrer) ? Decision.Accept(released()) : Decision.Unchanged;

    /// <summary>The holds without a referrer's.</summary>
    public static ImmutableArray<THold> Without<THold>(this ImmutableArray<THold> holds, EntityKey referrer) where THold : IReferenceHold =>
        holds.RemoveAll(h => h.Referrer == referrer);

    /// <summary>When the first referrer is to be asked, or null.</summary>
    public static DateTimeOffset? Due<THold>(this ImmutableArray<THold> holds) where THold : IReferenceHold =>
        holds.IsEmpty ? null : holds.Min(h => h.Until);

    /// <summary>The referrers to ask now.</summary>
    public static ImmutableArray<OverdueHold> Overdue<THold>(this ImmutableArray<THold> holds, EntityKey resource, DateTimeOffset now) where THold : IReferenceHold =>
        [.. holds.Where(h => h.Until <= now).Select(h => new OverdueHold(h.Referrer, resource.Id, resource))];

    private static bool Has<THold>(this ImmutableArray<THold> holds, EntityKey referrer) where THold : IReferenceHold => holds.Any(h => h.Referrer == referrer);
}
