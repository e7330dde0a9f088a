namespace Hss.Drill.Check;

/// <summary>
/// Units: at every event what is available, held and sold is what came in, and nothing is below zero; at the end nothing is held, what is sold is what is
/// in the orders that stand, and the store answers the same numbers.
/// </summary>
internal static class StockBooks
{
    /// <summary>Where units came out of nothing or went nowhere.</summary>
    public static IEnumerable<Finding> Find(Stored stored)
    {
        var ordered = Ordered(stored);
        var events = stored.Of("stock");
        foreach (var stock in stored.Stocks)
        {
            var (available, held, sold, received) = (0L, 0L, 0L, 0L);
            foreach (var e in events[stock.Product])
            {
                switch (e.Type)
                {
                    case "stock.adjusted":
                        (available, received) = (available + e.Number("difference"), received + e.Number("difference"));
                        break;
                    case "stock.held":
                        (available, held) = (available - e.Number("quantity"), held + e.Number("quantity"));
                        break;
                    case "stock.released" when !IsReturn(e, ""):
                        (available, held) = (available + e.Number("quantity"), held - e.Number("quantity"));
                        break;
                    case "stock.confirmed":
                        for (var i = 0; e.At($"holds.{i}") is not null; i++)
                        {
                            var units = e.Number($"holds.{i}.quantity");
                            if (IsReturn(e, $"holds.{i}."))
                                (available, sold) = (available + units, sold - units);
                            else
                                (held, sold) = (held - units, sold + units);
                        }

                        break;
                }

                if (available < 0 || held < 0 || sold < 0)
                    yield return Off(stock, $"at version {e.Version}: {available} available, {held} held, {sold} sold");
            }

            if (available + held + sold != received || (available, held, sold, received) != (stock.Available, stock.Held, stock.Sold, stock.Received))
                yield return Off(stock, $"its events come to {available} available + {held} held + {sold} sold of {received}, the store says {stock}");
            if (stock.Available + stock.Held + stock.Sold != stock.Received)
                yield return Off(stock, $"{stock.Available} available + {stock.Held} held + {stock.Sold} sold are not the {stock.Received} that came in");
            if (stock.Held != 0)
                yield return Off(stock, $"{stock.Held} units are still held");
            if (ordered.GetValueOrDefault(stock.Product) != stock.Sold)
                yield return Off(stock, $"{stock.Sold} units are sold, {ordered.GetValueOrDefault(stock.Product)} are in the orders");
        }
    }

    // Units by product of the orders that were placed and not called off.
    private static Dictionary<string, long> Ordered(Stored stored)
    {
        var ordered = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var order in stored.Of("order").Where(o => o.All(e => e.Type != "order.cancelled")))
        {
            foreach (var e in order.Where(e => e.Type == "order.placed"))
            {
                for (var i = 0; e.Text($"lines.{i}.product_id") is { } product; i++)
                    ordered[product] = ordered.GetValueOrDefault(product) + e.Number($"lines.{i}.quantity");
            }
        }

        return ordered;
    }

    private static bool IsReturn(StoredEvent e, string prefix) => (bool?)e.At($"{prefix}is_return") == true;

    private static Finding Off(StoredStock stock, string text) => new(Faults.Books, $"stock/{stock.Product}", text);
}
