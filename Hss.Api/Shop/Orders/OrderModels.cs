using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities;
using Hss.Grains.Shop.Orders;
using Hss.Interfaces.Shop;

namespace Hss.Api.Shop.Orders;

/// <summary>An order to place.</summary>
public sealed record CreateOrderBody
{
    /// <summary>1..500 characters.</summary>
    [Required, StringLength(500, MinimumLength = 1)]
    public string? DeliveryAddress { get; init; }

    /// <summary>Products and quantities; a product named twice adds up.</summary>
    [Required, Length(1, 200)]
    public ImmutableArray<ItemBody> Items { get; init; } = [];
}

/// <summary>Units of a product.</summary>
public sealed record ItemBody
{
    /// <summary>The product's number.</summary>
    [Required, Range(1L, long.MaxValue)]
    public long? ProductId { get; init; }

    /// <summary>1 or more.</summary>
    [Required, Range(1L, OrderRules.MaxQuantity)]
    public long? Quantity { get; init; }

    /// <summary>As the grains take it.</summary>
    public ProductQuantity ToUnits() => new(ProductId!.Value.ToString(CultureInfo.InvariantCulture), Quantity!.Value);
}

/// <summary>A new status.</summary>
public sealed record OrderStatusBody
{
    /// <summary>Where the order goes.</summary>
    [Required, AllowedValues("processing", "in-transit", "delivered", "cancelled", "refund_requested", "refunded")]
    public string? Status { get; init; }
}

/// <summary>A wish for money back.</summary>
public sealed record RefundRequestBody
{
    /// <summary>Why, up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }

    /// <summary>Which units; without it all of them.</summary>
    [Length(1, 200)]
    public ImmutableArray<ItemBody>? Items { get; init; }
}

/// <summary>A decision about a refund.</summary>
public sealed record RefundDecisionBody
{
    /// <summary>Whether money is paid back.</summary>
    [Required]
    public bool? Approved { get; init; }

    /// <summary>How much; without it the purchase prices of the units.</summary>
    [Cents, Range(0.01, 1_000_000_000_000)]
    public decimal? RefundAmount { get; init; }

    /// <summary>For the customer, up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Notes { get; init; }

    /// <summary>As the grains take it.</summary>
    public RefundDecision ToDecision() => new(Approved!.Value, RefundAmount is { } amount ? Money.FromUnits(amount) : null, Notes);
}

/// <summary>An order.</summary>
public sealed record OrderAnswer(
    long Id,
    string CustomerId,
    string Status,
    decimal TotalAmount,
    decimal TaxAmount,
    decimal ShippingAmount,
    string DeliveryAddress,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    ImmutableArray<OrderItemAnswer> Items,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? CancelledAt,
    DateTimeOffset? RefundRequestedAt,
    DateTimeOffset? RefundedAt,
    decimal? RefundAmount,
    string? RefundReason,
    ImmutableArray<RefundItemAnswer>? RefundItems,
    string CustomerName)
{
    /// <summary>As the store shows it.</summary>
    public static OrderAnswer Of(OrderView order) => new(
        Number(order.Id),
        order.CustomerId,
        order.Status,
        Money.ToUnits(order.Price.Total),
        Money.ToUnits(order.Price.Tax),
        Money.ToUnits(order.Price.Shipping),
        order.DeliveryAddress,
        order.CreatedAt,
        order.UpdatedAt,
        [.. order.Lines.Select(l => OrderItemAnswer.Of(l, order.Id))],
        order.DeliveredAt,
        order.CancelledAt,
        order.Refund?.RequestedAt,
        order.Refund?.RefundedAt,
        order.Refund?.Amount is { } amount ? Money.ToUnits(amount) : null,
        order.Refund?.Reason,
        order.Refund is { Items: { IsEmpty: false } items } ? [.. items.Select(i => new RefundItemAnswer(Number(i.ProductId), i.Quantity))] : null,
        order.CustomerName);

    internal static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}

/// <summary>A line of an order, with the price of its purchase.</summary>
public sealed record OrderItemAnswer(long Id, long OrderId, long ProductId, string ProductName, decimal ProductPrice, long Quantity, decimal Subtotal)
{
    /// <summary>As the store shows it.</summary>
    public static OrderItemAnswer Of(OrderLine line, string order) => new(
        line.Id, OrderAnswer.Number(order), OrderAnswer.Number(line.ProductId), line.ProductName, Money.ToUnits(line.UnitPrice), line.Quantity, Money.ToUnits(line.Subtotal));
}

/// <summary>Units that the customer wants to give back.</summary>
public sealed record RefundItemAnswer(long ProductId, long Quantity);
