using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Orders;

/// <summary>The rules of orders: what may be bought, where an order may go, and when money comes back.</summary>
public static class OrderRules
{
    /// <summary>Distinct products of one order.</summary>
    public const int MaxLines = 50;

    /// <summary>Units of one product in one order.</summary>
    public const long MaxQuantity = 1_000_000;

    /// <summary>Numbers begin with 1: this is nobody's, and only knows how to repeat a kept answer.</summary>
    public const string NoOrder = "0";

    /// <summary>How long after its arrival an order's money can be asked for.</summary>
    public static readonly TimeSpan RefundWindow = TimeSpan.FromDays(30);

    /// <summary>The answer to an order that cannot be filled.</summary>
    public static readonly Refusal Unavailable = new(OrderCodes.Unavailable, "Failed to create order. Check product availability and stock.");

    /// <summary>The answer to a cancellation or refund while an earlier try of it, whose end nobody saw, is not settled yet.</summary>
    public static readonly Refusal Returning = new(RefusalCodes.Unavailable, "The units of this order are on their way back; try again");

    private static readonly Refusal NotOwner = new(RefusalCodes.Forbidden, "Not your order");

    private static readonly Refusal NotRefundable = new(OrderCodes.WrongStatus, "Order must be delivered and within 30 days to request refund");

    /// <summary>Lines with each product once, by number: the order in which units are held.</summary>
    public static ImmutableArray<ProductQuantity> Sum(IEnumerable<ProductQuantity> lines) =>
        [.. lines.GroupBy(l => l.ProductId).Select(g => new ProductQuantity(g.Key, g.Sum(l => l.Quantity))).OrderBy(l => l.ProductId.Length).ThenBy(l => l.ProductId, StringComparer.Ordinal)];

    /// <summary>Places the order, when all of its units are held, at the prices of now.</summary>
    public static Decision Place(OrderState state, PlaceOrder command, ImmutableArray<ProductQuantity> units, ImmutableArray<ProductQuote> quotes, DateTimeOffset now)
    {
        if (state.Status.Length > 0 || state.Id == NoOrder)
            return Decision.Refuse(RefusalCodes.Conflict, "The order took too long; try again");
        var first = (long.Parse(state.Id, CultureInfo.InvariantCulture) - 1) * MaxLines;
        ImmutableArray<OrderLine> lines = [.. units.Zip(quotes, (u, q) => (Units: u, Quote: q)).Select((x, i) =>
            new OrderLine(first + i + 1, x.Units.ProductId, x.Quote.Name, x.Quote.UnitPrice, x.Units.Quantity))];
        var placed = new OrderPlaced(
            command.CustomerId, command.CustomerName, command.DeliveryAddress.Trim(), lines, OrderPricing.Of(lines), command.Past?.PlacedAt ?? now);
        return command.Past switch
        {
            null => Decision.Accept(placed).With(new Effect("placed", ShopEffects.OrderPlaced, new OrderReference(state.Id))),
            // Nobody waits for the mail of an order of the past.
            { DeliveredAt: { } delivered } => Decision.Accept(placed, new OrderStatusChanged(OrderStatus.Processing, OrderStatus.Delivered, delivered)),
            _ => Decision.Accept(placed),
        };
    }

    /// <summary>Whether held units are the order's: an undecided order is given up first.</summary>
    public static Decision SettlePlacing(OrderState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new OrderAbandoned(now)) : Decision.Unchanged;

    /// <summary>Whether announced units come back: an undecided return is void, also for a decision that is still under way elsewhere.</summary>
    public static Decision SettleReturn(OrderState state, string id, DateTimeOffset now) =>
        state.Returns.Contains(id) ? Decision.Unchanged : Decision.Accept(new ReturnAbandoned(id, now));

    /// <summary>Moves the order on.</summary>
    /// <param name="returning">The id under which units come back, when it is cancelled.</param>
    public static Decision ChangeStatus(OrderState state, string status, string returning, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (status == state.Status)
            return Decision.Unchanged;
        if (status == OrderStatus.Cancelled && state.Status == OrderStatus.Processing)
            return Decision.Accept(new OrderCancelled(returning, now));
        var (from, to) = (OrderStatus.Way.IndexOf(state.Status), OrderStatus.Way.IndexOf(status));
        return from >= 0 && to > from
            ? Decision.Accept(new OrderStatusChanged(state.Status, status, now))
            : Decision.Refuse(OrderCodes.WrongStatus, $"Order cannot move from '{state.Status}' to '{status}'");
    }

    /// <summary>The customer calls the order off.</summary>
    public static Decision Cancel(OrderState state, string actor, string returning, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (actor != state.CustomerId)
            return NotOwner;
        return state.Status == OrderStatus.Processing
            ? Decision.Accept(new OrderCancelled(returning, now))
            : Decision.Refuse(OrderCodes.WrongStatus, "Order must be in 'processing' status to cancel");
    }

    /// <summary>The customer wants money back.</summary>
    public static Decision RequestRefund(OrderState state, string actor, RefundRequest request, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (actor != state.CustomerId)
            return NotOwner;
        var items = Sum(request.Items);
        var refundable = state.Status == OrderStatus.Delivered && now - state.DeliveredAt <= RefundWindow
            && items.All(i => i.Quantity > 0 && state.Lines.Any(l => l.ProductId == i.ProductId && l.Quantity >= i.Quantity));
        return refundable ? Decision.Accept(new RefundRequested(request.Reason, items, now)) : NotRefundable;
    }

    /// <summary>Approves or rejects a refund.</summary>
    public static Decision DecideRefund(OrderState state, RefundDecision decision, string returning, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (state.Status != OrderStatus.RefundRequested)
        {
            return Decision.Refuse(
                OrderCodes.WrongStatus, $"Order with id {state.Id} refund cannot be approved/rejected. It must be in 'refund_requested' status.");
        }

        if (!decision.Approved)
        {
            return Decision.Accept(new RefundRejected(decision.Notes, now))
                .With(new Effect("refund", ShopEffects.RefundDecided, new RefundDecided(state.Id, Approved: false, 0, decision.Notes)));
        }

        var amount = decision.Amount ?? OrderPricing.Of(state.Lines, state.Refund!.Items);
        return amount <= 0 || amount > state.Price.Total
            ? new Refusal(RefusalCodes.Invalid, "refund_amount is out of range") { Details = [new("refund_amount", "must be above 0 and at most total_amount")] }
            : Decision.Accept(new RefundApproved(amount, decision.Notes, returning, now))
                .With(new Effect("refund", ShopEffects.RefundDecided, new RefundDecided(state.Id, Approved: true, amount, decision.Notes)));
    }

    /// <summary>Takes the order out of all lists.</summary>
    public static Decision Delete(OrderState state, DateTimeOffset now) => state.Exists ? Decision.Accept(new OrderDeleted(now)) : NotFound(state);

    /// <summary>The units that a decision brings back to the stocks.</summary>
    public static ImmutableArray<ProductQuantity> Returned(OrderState state, Decision decision) => decision.Events switch
    {
        [OrderCancelled] => AllUnits(state),
        [RefundApproved] when state.Refund is { Items: { IsEmpty: false } items } => items,
        [RefundApproved] => AllUnits(state),
        _ => [],
    };

    /// <summary>The state after an event.</summary>
    public static OrderState Apply(OrderState state, IEntityEvent e) => e switch
    {
        OrderPlaced p => state with
        {
            Status = OrderStatus.Processing,
            CustomerId = p.CustomerId,
            CustomerName = p.CustomerName,
            DeliveryAddress = p.DeliveryAddress,
            Lines = p.Lines,
            Price = p.Price,
            CreatedAt = p.At,
            UpdatedAt = p.At,
        },
        OrderAbandoned a => state with { Status = OrderStatus.Abandoned, UpdatedAt = a.At },
        OrderStatusChanged c => state with
        {
            Status = c.To,
            DeliveredAt = c.To == OrderStatus.Delivered ? c.At : state.DeliveredAt,
            UpdatedAt = c.At,
        },
        OrderCancelled c => state with { Status = OrderStatus.Cancelled, CancelledAt = c.At, Returns = state.Returns.Add(c.Return), UpdatedAt = c.At },
        RefundRequested r => state with
        {
            Status = OrderStatus.RefundRequested,
            Refund = new(r.At, r.Reason, r.Items, null, null),
            UpdatedAt = r.At,
        },
        RefundApproved r => state with
        {
            Status = OrderStatus.Refunded,
            Refund = state.Refund! with { RefundedAt = r.At, Amount = r.Amount },
            Returns = state.Returns.Add(r.Return),
            UpdatedAt = r.At,
        },
        RefundRejected r => state with { Status = OrderStatus.Delivered, Refund = state.Refund! with { Items = [] }, UpdatedAt = r.At },
        ReturnAbandoned => state,
        OrderDeleted d => state with { Deleted = true, UpdatedAt = d.At },
        _ => throw new InvalidOperationException($"An order has no event {e.GetType().Name}"),
    };

    private static ImmutableArray<ProductQuantity> AllUnits(OrderState state) => [.. state.Lines.Select(l => new ProductQuantity(l.ProductId, l.Quantity))];

    private static Refusal NotFound(OrderState state) => new(RefusalCodes.NotFound, $"Order {state.Id} not found");
}
