namespace Hss.Baseline.Orders;

/// <summary>What an order costs, in cents: 8 % tax, shipping 10.00 below 100.00.</summary>
internal readonly record struct OrderPrice(long Subtotal, long Tax, long Shipping)
{
    public long Total => Subtotal + Tax + Shipping;

    public static OrderPrice Of(long subtotal) => new(
        subtotal, decimal.ToInt64(decimal.Round(subtotal * 8 / 100m, MidpointRounding.AwayFromZero)), subtotal < 10_000 ? 1_000 : 0);
}
