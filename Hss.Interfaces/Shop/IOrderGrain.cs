using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>One order, keyed by its number. It holds stock, commits itself, then confirms; whatever is left over is settled.</summary>
[GrainTier(GrainTier.Process), Alias("hss.shop.order")]
public interface IOrderGrain : IHoldOwner
{
    /// <summary>
    /// Places the order: all lines or none, at the prices committed when its units are held. Refused with <see cref="OrderCodes.Unavailable"/>
    /// when a product is unknown or there are too few units; then nothing has changed.
    /// </summary>
    [Alias("place")]
    Task<Outcome<OrderView>> Place(CallContext context, PlaceOrder command);

    /// <summary>A product manager moves the order on. The same status again changes nothing; <c>cancelled</c> restocks.</summary>
    [Alias("change-status")]
    Task<Outcome<OrderView>> ChangeStatus(CallContext context, string status);

    /// <summary>The customer cancels while the order is processing; its units are available again.</summary>
    [Alias("cancel")]
    Task<Outcome<OrderView>> Cancel(CallContext context);

    /// <summary>The customer asks for the money of all or some units of a delivered order, within 30 days.</summary>
    [Alias("request-refund")]
    Task<Outcome<OrderView>> RequestRefund(CallContext context, RefundRequest request);

    /// <summary>A sales manager approves (exactly the named units are restocked) or rejects.</summary>
    [Alias("decide-refund")]
    Task<Outcome<OrderView>> DecideRefund(CallContext context, RefundDecision decision);

    /// <summary>A product manager takes the order out of all lists; stock does not change.</summary>
    [Alias("delete")]
    Task<Outcome<OrderView>> Delete(CallContext context);

    /// <summary>The committed order, or null (also when it was deleted).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<OrderView?> Get();
}

/// <summary>Refusal codes of orders beside the common ones.</summary>
public static class OrderCodes
{
    /// <summary>A product is unknown or there are too few units (400).</summary>
    public const string Unavailable = "order_unavailable";

    /// <summary>The order's status does not allow it (400).</summary>
    public const string WrongStatus = "order_status";
}

/// <summary>An order to place.</summary>
/// <param name="CustomerName">First and last name of now.</param>
/// <param name="Lines">1..50 distinct products; quantities of 1 or more.</param>
/// <param name="Past">When it happened, for demonstration data; null for now.</param>
[GenerateSerializer, Alias("hss.shop.place-order"), Immutable]
public sealed record PlaceOrder(
    [property: Id(0)] string CustomerId,
    [property: Id(1)] string CustomerName,
    [property: Id(2)] string DeliveryAddress,
    [property: Id(3)] ImmutableArray<ProductQuantity> Lines,
    [property: Id(4)] PastOrder? Past = null);

/// <summary>The times of an order that lies in the past.</summary>
[GenerateSerializer, Alias("hss.shop.past-order"), Immutable]
public sealed record PastOrder([property: Id(0)] DateTimeOffset PlacedAt, [property: Id(1)] DateTimeOffset? DeliveredAt);

/// <summary>Units of one product.</summary>
[GenerateSerializer, Alias("hss.shop.product-quantity"), Immutable]
public sealed record ProductQuantity([property: Id(0)] string ProductId, [property: Id(1)] long Quantity);

/// <summary>What the customer wants back.</summary>
/// <param name="Items">The units; empty for all of the order.</param>
[GenerateSerializer, Alias("hss.shop.refund-request"), Immutable]
public sealed record RefundRequest([property: Id(0)] string? Reason, [property: Id(1)] ImmutableArray<ProductQuantity> Items);

/// <summary>A sales manager's word on a refund.</summary>
/// <param name="Amount">Cents; null for the purchase prices of the named units.</param>
[GenerateSerializer, Alias("hss.shop.refund-decision"), Immutable]
public sealed record RefundDecision([property: Id(0)] bool Approved, [property: Id(1)] long? Amount, [property: Id(2)] string? Notes);

/// <summary>One line of an order.</summary>
/// <param name="Id">Unique among all lines of all orders.</param>
/// <param name="UnitPrice">Cents, when the units were held.</param>
[GenerateSerializer, Alias("hss.shop.order-line"), Immutable]
public sealed record OrderLine(
    [property: Id(0)] long Id,
    [property: Id(1)] string ProductId,
    [property: Id(2)] string ProductName,
    [property: Id(3)] long UnitPrice,
    [property: Id(4)] long Quantity)
{
    /// <summary>Cents.</summary>
    public long Subtotal => UnitPrice * Quantity;
}

/// <summary>What an order costs, in cents.</summary>
/// <param name="Tax">8 % of the subtotal, rounded half away from zero.</param>
/// <param name="Shipping">1000 below a subtotal of 10000, else 0.</param>
[GenerateSerializer, Alias("hss.shop.order-price"), Immutable]
public sealed record OrderPrice([property: Id(0)] long Subtotal, [property: Id(1)] long Tax, [property: Id(2)] long Shipping)
{
    /// <summary>The sum.</summary>
    public long Total => Subtotal + Tax + Shipping;
}

/// <summary>The refund of an order, as far as it has come.</summary>
/// <param name="Items">The units asked for; empty for all.</param>
/// <param name="Amount">Cents paid back; null until approved.</param>
[GenerateSerializer, Alias("hss.shop.order-refund"), Immutable]
public sealed record OrderRefund(
    [property: Id(0)] DateTimeOffset RequestedAt,
    [property: Id(1)] string? Reason,
    [property: Id(2)] ImmutableArray<ProductQuantity> Items,
    [property: Id(3)] DateTimeOffset? RefundedAt,
    [property: Id(4)] long? Amount);

/// <summary>An order as callers see it.</summary>
/// <param name="Status"><c>processing</c>, <c>in-transit</c>, <c>delivered</c>, <c>cancelled</c>, <c>refund_requested</c>, <c>refunded</c>.</param>
[GenerateSerializer, Alias("hss.shop.order-view"), Immutable]
public sealed record OrderView(
    [property: Id(0)] string Id,
    [property: Id(1)] string CustomerId,
    [property: Id(2)] string CustomerName,
    [property: Id(3)] string Status,
    [property: Id(4)] string DeliveryAddress,
    [property: Id(5)] ImmutableArray<OrderLine> Lines,
    [property: Id(6)] OrderPrice Price,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt,
    [property: Id(9)] DateTimeOffset? DeliveredAt,
    [property: Id(10)] DateTimeOffset? CancelledAt,
    [property: Id(11)] OrderRefund? Refund,
    [property: Id(12)] long Version);
