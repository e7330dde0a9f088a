using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Shop.Stock;

/// <summary>
/// Quantities of one product. It holds only what is under way, so its size and the cost of a commit do not grow with what was ever sold; the
/// movements are the events.
/// </summary>
public sealed record StockState(string Id)
{
    /// <summary>Whether the product has a stock.</summary>
    public bool Exists { get; init; }

    /// <summary>Free to be ordered.</summary>
    public long Available { get; init; }

    /// <summary>Taken by orders that are not durable yet.</summary>
    public long Held { get; init; }

    /// <summary>Of placed orders, less what came back.</summary>
    public long Sold { get; init; }

    /// <summary>All that came in, with corrections.</summary>
    public long Received { get; init; }

    /// <summary>Holds and announced returns that are neither confirmed nor released, by id.</summary>
    public ImmutableSortedDictionary<string, OpenHold> Holds { get; init; } = NoHolds;

    /// <summary>Releases that may come before their hold, with their time: a hold under such an id is refused.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Released { get; init; } = NoReleases;

    /// <summary>The time of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    private static ImmutableSortedDictionary<string, OpenHold> NoHolds { get; } =
        ImmutableSortedDictionary.Create<string, OpenHold>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, DateTimeOffset> NoReleases { get; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);
}

/// <summary>A hold under way.</summary>
/// <param name="Until">When its owner is asked what became of it.</param>
/// <param name="IsReturn">Sold units that may come back, instead of available ones that may be sold.</param>
public sealed record OpenHold(EntityKey Owner, long Quantity, DateTimeOffset Until, bool IsReturn);

/// <summary>Units came in, or were counted anew.</summary>
/// <param name="Difference">Added to what is available and received; may be negative.</param>
public sealed record StockAdjusted(long Difference, DateTimeOffset At) : IEntityEvent;

/// <summary>An order took units.</summary>
public sealed record StockHeld(string Hold, EntityKey Owner, long Quantity, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>An order announced that sold units may come back.</summary>
public sealed record ReturnHeld(string Hold, EntityKey Owner, long Quantity, DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>The owners of these holds are durable: sold, or back again.</summary>
public sealed record StockConfirmed(ImmutableArray<SettledHold> Holds, DateTimeOffset At) : IEntityEvent;

/// <summary>An order gave a hold up.</summary>
public sealed record StockReleased(string Hold, EntityKey Owner, long Quantity, bool IsReturn, DateTimeOffset At) : IEntityEvent;

/// <summary>A release came before its hold.</summary>
public sealed record ReleaseMarked(string Hold, DateTimeOffset At) : IEntityEvent;

/// <summary>A hold that is over.</summary>
public sealed record SettledHold(string Hold, EntityKey Owner, long Quantity, bool IsReturn);

/// <summary>The last unit went, or the first came back: for the wishlists.</summary>
public sealed record StockCrossed(string ProductId, bool InStock);
