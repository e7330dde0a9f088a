using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>
/// How many of one product there are, keyed like the product. Units move by hold, confirm and release, each idempotent by the hold's id; at
/// every event <c>available + held + sold = received</c>, and none is ever below zero.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.stock")]
public interface IStockGrain : IEntityGrain
{
    /// <summary>Sets what is available and books the difference as received. Opens the stock of a new product.</summary>
    /// <param name="available">Units, 0 or more.</param>
    [Alias("adjust")]
    Task<Outcome<StockView>> Adjust(CallContext context, long available);

    /// <summary>
    /// Takes units out of what is available for an order, until it confirms or releases them. Refused with <see cref="StockCodes.Insufficient"/> when
    /// there are fewer, and with <see cref="RefusalCodes.NotFound"/> when there is no such product. The same hold again answers the first result.
    /// </summary>
    [Alias("hold")]
    Task<Outcome<long>> Hold(CallContext context, StockHold hold);

    /// <summary>The order is durable: its held units are sold. Unknown holds change nothing. Many calls share one event.</summary>
    [Alias("confirm")]
    Task Confirm(CallContext context, string holdId);

    /// <summary>The order gives held units back. A release that comes before its hold leaves a mark, so that the hold is refused.</summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, string holdId);

    /// <summary>Announces that sold units may come back (a cancellation, a refund); the order confirms or releases it like a hold.</summary>
    [Alias("hold-return")]
    Task<Outcome<bool>> HoldReturn(CallContext context, StockHold hold);

    /// <summary>The committed quantities, or null when there is no such product.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<StockView?> Get();
}

/// <summary>Refusal codes of stock beside the common ones.</summary>
public static class StockCodes
{
    /// <summary>There are fewer units than asked for.</summary>
    public const string Insufficient = "insufficient_stock";
}

/// <summary>A hold to take.</summary>
/// <param name="Id">Unique in this stock; one order holds a product once.</param>
/// <param name="Owner">The order: an <see cref="IHoldOwner"/>.</param>
/// <param name="Quantity">Units, 1 or more.</param>
[GenerateSerializer, Alias("hss.shop.stock-hold"), Immutable]
public sealed record StockHold([property: Id(0)] string Id, [property: Id(1)] EntityKey Owner, [property: Id(2)] long Quantity);

/// <summary>Quantities of one product, in units.</summary>
/// <param name="Received">All that ever came in.</param>
/// <param name="Holds">Holds and announced returns that are neither confirmed nor released yet.</param>
[GenerateSerializer, Alias("hss.shop.stock-view"), Immutable]
public sealed record StockView(
    [property: Id(0)] string ProductId,
    [property: Id(1)] long Available,
    [property: Id(2)] long Held,
    [property: Id(3)] long Sold,
    [property: Id(4)] long Received,
    [property: Id(5)] ImmutableArray<StockHold> Holds,
    [property: Id(6)] DateTimeOffset UpdatedAt,
    [property: Id(7)] long Version);
