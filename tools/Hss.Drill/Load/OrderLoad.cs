using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>/store: a customer orders one product or two, and calls some of the orders off; the shelf is filled when it is empty.</summary>
internal sealed class OrderLoad(Caller customer, Caller manager, IReadOnlyList<long> products) : ILoad
{
    /// <summary>Units of each product at first, and after it was sold out.</summary>
    public const int Units = 200;

    private const string Orders = "/store/api/v1/orders";

    public async Task Round(CancellationToken stop)
    {
        var random = customer.Random;
        var lines = products.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(p => (Product: p, Quantity: (long)random.Next(1, 4))).ToArray();
        var placed = await customer.Send(new("order.place", Orders, new
        {
            delivery_address = "1 Quay, Harbour",
            items = lines.Select(l => new { product_id = l.Product, quantity = l.Quantity }).ToArray(),
        })
        {
            Kind = "order",
            Event = "order.placed",
            IdOf = a => a["id"],
            FactsOf = a => a["items"]!.AsArray().SelectMany((line, i) => new ToldFact[]
            {
                new($"lines.{i}.product_id", line!["product_id"]!.ToString()),
                new($"lines.{i}.quantity", line["quantity"]!.ToString()),
            }),
        });
        if (placed is null)
        {
            if (!customer.WalkedAway)
                await manager.Send(new("product.restock", $"/store/api/v1/products/{lines[0].Product}", new { stock = Units }) { Method = HttpMethod.Put, Kind = "stock", Id = $"{lines[0].Product}" });
            return;
        }

        var id = placed["id"]!.ToString();
        if (random.Next(3) == 0)
            await customer.Send(new("order.cancel", $"{Orders}/{id}/cancel") { Kind = "order", Id = id, Event = "order.cancelled" });
    }
}
