namespace Hss.Grains.Entities;

/// <summary>Money is integer cents inside; only the edge shows units.</summary>
public static class Money
{
    /// <summary>Cents as a decimal number of units with two places, <c>12.50</c>.</summary>
    public static string ToText(long cents) => ToUnits(cents).ToString("0.00");

    /// <summary>Units with at most two decimals as cents.</summary>
    public static long FromUnits(decimal units) => decimal.ToInt64(units * 100m);

    /// <summary>Cents as units.</summary>
    public static decimal ToUnits(long cents) => cents / 100m;
}
