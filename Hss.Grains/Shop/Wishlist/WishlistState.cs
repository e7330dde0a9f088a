using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Wishlist;

/// <summary>An account's wishes: the fold of its events.</summary>
public sealed record WishlistState(string Id)
{
    /// <summary>The wishes, the oldest first.</summary>
    public ImmutableArray<Wish> Wishes { get; init; } = [];
}

/// <summary>One wish.</summary>
/// <param name="StockNoticed">The version of the product's stock that the owner was last told of; 0 for none.</param>
/// <param name="DiscountNoticed">The version of the product that the owner was last told of for its discount; 0 for none.</param>
public sealed record Wish(string ProductId, DateTimeOffset At, long StockNoticed = 0, long DiscountNoticed = 0);

/// <summary>A product is wished for.</summary>
public sealed record WishAdded(string ProductId, DateTimeOffset At) : IEntityEvent;

/// <summary>A product is wished for no more.</summary>
public sealed record WishRemoved(string ProductId, DateTimeOffset At) : IEntityEvent;

/// <summary>Nothing is wished for any more.</summary>
public sealed record WishlistCleared(DateTimeOffset At) : IEntityEvent;

/// <summary>The owner was mailed what became of a product.</summary>
/// <param name="SourceVersion">The version of the stock or of the product that it was news of.</param>
public sealed record WishNoticed(string ProductId, WishTopic Topic, long SourceVersion, string Subject, DateTimeOffset At) : IEntityEvent;
