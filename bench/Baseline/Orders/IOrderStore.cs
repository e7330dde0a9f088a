namespace Hss.Baseline.Orders;

/// <summary>An order to store.</summary>
/// <param name="Lines">Each product once, by number.</param>
internal sealed record NewOrder(Caller Customer, string DeliveryAddress, ItemBody[] Lines, string RequestId, string? Ip)
{
    public long[] ProductIds() => Array.ConvertAll(Lines, static l => l.ProductId!.Value);

    public long[] Quantities() => Array.ConvertAll(Lines, static l => l.Quantity!.Value);
}

/// <summary>A stored order, in cents.</summary>
internal sealed record StoredOrder(long Id, DateTime CreatedAt, OrderPrice Price, StoredLine[] Lines);

/// <summary>A stored line, in cents.</summary>
internal sealed record StoredLine(long Id, long ProductId, string ProductName, long PriceCents, long Quantity);

/// <summary>Takes units from stock and stores the order with its audit row, in one transaction.</summary>
internal interface IOrderStore
{
    /// <summary>The stored order, or null when a product is missing or has too few units.</summary>
    Task<StoredOrder?> Place(NewOrder order, CancellationToken cancellation);
}
