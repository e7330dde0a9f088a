using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Orders;

/// <summary>An order's durable state.</summary>
public sealed record OrderState(string Id)
{
    /// <summary>Empty, a status of <see cref="OrderStatus"/>, or <c>abandoned</c>: this number makes no order any more.</summary>
    public string Status { get; init; } = "";

    /// <summary>Taken out of all lists.</summary>
    public bool Deleted { get; init; }

    /// <summary>The account.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>First and last name when it was placed.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Where it goes.</summary>
    [Personal]
    public string DeliveryAddress { get; init; } = "";

    /// <summary>What was bought.</summary>
    public ImmutableArray<OrderLine> Lines { get; init; } = [];

    /// <summary>What it costs.</summary>
    public OrderPrice Price { get; init; } = new(0, 0, 0);

    /// <summary>Returns of units that were decided, by their id in the stocks: a cancellation, a refund.</summary>
    public ImmutableArray<string> Returns { get; init; } = [];

    /// <summary>The refund, as far as it has come.</summary>
    public OrderRefund? Refund { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether callers see it.</summary>
    public bool Exists => Status.Length > 0 && Status != OrderStatus.Abandoned && !Deleted;
}

/// <summary>The statuses of orders.</summary>
public static class OrderStatus
{
    /// <summary>Placed.</summary>
    public const string Processing = "processing";

    /// <summary>On its way.</summary>
    public const string InTransit = "in-transit";

    /// <summary>Arrived.</summary>
    public const string Delivered = "delivered";

    /// <summary>Called off while processing.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The customer wants money back.</summary>
    public const string RefundRequested = "refund_requested";

    /// <summary>Money was paid back.</summary>
    public const string Refunded = "refunded";

    /// <summary>Never placed: its holds were given back.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>The status of deleted orders in lists.</summary>
    public const string Deleted = "deleted";

    /// <summary>All that callers see.</summary>
    public static readonly ImmutableArray<string> All = [Processing, InTransit, Delivered, Cancelled, RefundRequested, Refunded];

    /// <summary>The way of an order; it may skip forward.</summary>
    public static readonly ImmutableArray<string> Way = [Processing, InTransit, Delivered];
}

/// <summary>An order was placed.</summary>
public sealed record OrderPlaced(
    string CustomerId,
    string CustomerName,
    [property: Personal] string DeliveryAddress,
    ImmutableArray<OrderLine> Lines,
    OrderPrice Price,
    DateTimeOffset At) : IEntityEvent;

/// <summary>The order was given up before it was durable: its number makes no order any more.</summary>
public sealed record OrderAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>The order moved on.</summary>
public sealed record OrderStatusChanged(string From, string To, DateTimeOffset At) : IEntityEvent;

/// <summary>The order was called off; its units come back.</summary>
public sealed record OrderCancelled(string Return, DateTimeOffset At) : IEntityEvent;

/// <summary>The customer wants money back for units; empty for all.</summary>
public sealed record RefundRequested(string? Reason, ImmutableArray<ProductQuantity> Items, DateTimeOffset At) : IEntityEvent;

/// <summary>Money is paid back, and the units come back.</summary>
/// <param name="Amount">Cents.</param>
public sealed record RefundApproved(long Amount, string? Notes, string Return, DateTimeOffset At) : IEntityEvent;

/// <summary>No money is paid back.</summary>
public sealed record RefundRejected(string? Notes, DateTimeOffset At) : IEntityEvent;

/// <summary>A return was never decided: its announcement is void.</summary>
public sealed record ReturnAbandoned(string Return, DateTimeOffset At) : IEntityEvent;

/// <summary>The order left all lists.</summary>
public sealed record OrderDeleted(DateTimeOffset At) : IEntityEvent;

/// <summary>Which order.</summary>
public sealed record OrderReference(string OrderId);

/// <summary>What was decided about a refund.</summary>
/// <param name="Amount">Cents; 0 when rejected.</param>
public sealed record RefundDecided(string OrderId, bool Approved, long Amount, string? Notes);
