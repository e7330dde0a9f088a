using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Orders;

/// <summary>Orders in the journal.</summary>
public sealed class OrderKind() : EntityKind<OrderState>(
    "order",
    schema: 1,
    EventType.Of<OrderPlaced>("order.placed"),
    EventType.Of<OrderAbandoned>("order.abandoned"),
    EventType.Of<OrderStatusChanged>("order.status_changed"),
    EventType.Of<OrderCancelled>("order.cancelled"),
    EventType.Of<RefundRequested>("order.refund_requested"),
    EventType.Of<RefundApproved>("order.refund_approved"),
    EventType.Of<RefundRejected>("order.refund_rejected"),
    EventType.Of<ReturnAbandoned>("order.return_abandoned"),
    EventType.Of<OrderDeleted>("order.deleted"))
{
    /// <summary>The one instance.</summary>
    public static readonly OrderKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "store.orders";

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IOrderGrain>(key.ToString());

    /// <inheritdoc />
    public override OrderState Initial(string id) => new(id);

    /// <inheritdoc />
    public override OrderState Apply(OrderState state, IEntityEvent e) => OrderRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(OrderState state) =>
        new(state.CustomerId.Length == 0 ? null : state.CustomerId, state.Deleted ? OrderStatus.Deleted : state.Status);

    /// <inheritdoc />
    public override string Audience(OrderState state, IEntityEvent e) => $"{state.CustomerId} store:product_manager store:sales_manager".TrimStart();
}

/// <summary>What others see of an order.</summary>
public static class OrderViews
{
    /// <summary>The whole order.</summary>
    public static OrderView Of(OrderState state) => new(
        state.Id,
        state.CustomerId,
        state.CustomerName,
        state.Status,
        state.DeliveryAddress,
        state.Lines,
        state.Price,
        state.CreatedAt,
        state.UpdatedAt,
        state.DeliveredAt,
        state.CancelledAt,
        state.Refund,
        0);
}
