namespace Hss.Baseline.Orders;

/// <summary>An order to place.</summary>
internal sealed record OrderBody(string? DeliveryAddress, ItemBody[]? Items)
{
    private const int MaxAddress = 500;
    private const int MaxItems = 50;
    private const long MaxQuantity = 1_000_000;

    /// <summary>What is wrong with it, by field; empty when nothing is.</summary>
    public Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>();
        if (DeliveryAddress is not { Length: >= 1 and <= MaxAddress })
            faults["delivery_address"] = [$"must have 1..{MaxAddress} characters"];
        if (Items is not { Length: >= 1 and <= MaxItems })
            faults["items"] = [$"must be 1..{MaxItems}"];
        else if (Array.Exists(Items, static i => i.ProductId is not >= 1 || i.Quantity is not (>= 1 and <= MaxQuantity)))
            faults["items"] = [$"each needs a product_id, and a quantity of 1..{MaxQuantity}"];
        return faults;
    }

    /// <summary>Each product once, by number: the order in which rows are locked.</summary>
    public ItemBody[] Lines() => Items is [var single]
        ? [single]
        : [.. Items!.GroupBy(static i => i.ProductId).OrderBy(static g => g.Key).Select(static g => new ItemBody(g.Key, g.Sum(static i => i.Quantity)))];
}

/// <summary>Units of a product.</summary>
internal sealed record ItemBody(long? ProductId, long? Quantity);

/// <summary>A placed order.</summary>
internal sealed record OrderAnswer(
    long Id,
    string CustomerId,
    string Status,
    decimal TotalAmount,
    decimal TaxAmount,
    decimal ShippingAmount,
    string DeliveryAddress,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    OrderItemAnswer[] Items,
    string CustomerName);

/// <summary>A line of an order.</summary>
internal sealed record OrderItemAnswer(long Id, long OrderId, long ProductId, string ProductName, decimal ProductPrice, long Quantity, decimal Subtotal);
