using System.Collections.Immutable;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Orders;

/// <summary>What orders cost (fact file: 8 % tax, shipping 10.00 below 100.00), in cents; halves are rounded away from zero.</summary>
public static class OrderPricing
{
    /// <summary>Tax in per cent of the subtotal.</summary>
    public const int TaxPercent = 8;

    /// <summary>Shipping of small orders.</summary>
    public const long Shipping = 1_000;

    /// <summary>From this subtotal on, shipping is free.</summary>
    public const long FreeShippingFrom = 10_000;

    /// <summary>The price of lines.</summary>
    public static OrderPrice Of(ImmutableArray<OrderLine> lines)
    {
        var subtotal = lines.Sum(l => l.Subtotal);
        return new(subtotal, Round(subtotal * TaxPercent / 100m), subtotal < FreeShippingFrom ? Shipping : 0);
    }

    /// <summary>What the named units cost when they were bought, without tax and shipping; all units when none are named.</summary>
    public static long Of(ImmutableArray<OrderLine> lines, ImmutableArray<ProductQuantity> items) => items.IsEmpty
        ? lines.Sum(l => l.Subtotal)
        : items.Sum(i => lines.First(l => l.ProductId == i.ProductId).UnitPrice * i.Quantity);

    private static long Round(decimal cents) => decimal.ToInt64(decimal.Round(cents, MidpointRounding.AwayFromZero));
}
