using System.Globalization;

namespace Hss.Bench.Workloads.Orders;

/// <summary>What must be so after orders, whoever took them.</summary>
internal static class Books
{
    /// <summary>What is not so, or null.</summary>
    /// <param name="told">Orders whose callers were told of them.</param>
    /// <param name="cut">How many more may be stored: callers whose connection ended before the answer, once for each load.</param>
    /// <param name="orders">Stored orders.</param>
    /// <param name="ordered">Units in their lines.</param>
    /// <param name="sold">Units that left the stocks.</param>
    public static string? Fault(long told, int cut, long orders, long ordered, long sold) =>
        ordered != sold ? string.Create(CultureInfo.InvariantCulture, $"{sold} units were sold, {ordered} are in orders")
        : orders < told ? string.Create(CultureInfo.InvariantCulture, $"{told} orders were acknowledged, {orders} are stored")
        : orders > told + cut ? string.Create(CultureInfo.InvariantCulture, $"{told} orders were acknowledged, {orders} are stored, more than {cut} unanswered callers explain")
        : null;
}
