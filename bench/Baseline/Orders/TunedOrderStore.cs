using Npgsql;

namespace Hss.Baseline.Orders;

/// <summary>
/// The best tuned form: one statement, so one round trip and a lock that lasts for one commit. With a pool as small as the disk's parallelism the callers of
/// a hot product queue for a connection instead of for its row's lock.
/// </summary>
internal sealed class TunedOrderStore(NpgsqlDataSource source) : IOrderStore
{
    // The condition is looked at again on the newest row once the lock is there, so no two orders take the last unit.
    private const string OneProduct = $"""
        WITH taken AS (
            UPDATE products SET stock = stock - $7 WHERE id = $6 AND stock >= $7
            RETURNING id, name, price_cents, $7::bigint AS quantity),
        {Rest}
        """;

    // Locked by number, all or none.
    private const string ManyProducts = $"""
        WITH locked AS MATERIALIZED (
            SELECT p.id, p.stock, w.quantity FROM products p JOIN unnest($6::bigint[], $7::bigint[]) AS w(product_id, quantity) ON w.product_id = p.id
            ORDER BY p.id FOR UPDATE OF p),
        taken AS (
            UPDATE products p SET stock = p.stock - l.quantity FROM locked l
            WHERE p.id = l.id AND (SELECT count(*) FROM locked WHERE stock >= quantity) = cardinality($6::bigint[])
            RETURNING p.id, p.name, p.price_cents, l.quantity),
        {Rest}
        """;

    private const string Rest = """
        priced AS (
            SELECT s.subtotal, round(s.subtotal * 8 / 100.0)::bigint AS tax, CASE WHEN s.subtotal < 10000 THEN 1000 ELSE 0 END AS shipping
            FROM (SELECT sum(price_cents * quantity)::bigint AS subtotal FROM taken HAVING count(*) > 0) s),
        placed AS (
            INSERT INTO orders (customer_id, customer_name, delivery_address, status, subtotal_cents, tax_cents, shipping_cents)
            SELECT $1, $2, $3, 'processing', subtotal, tax, shipping FROM priced
            RETURNING id, created_at, subtotal_cents, tax_cents, shipping_cents),
        lines AS (
            INSERT INTO order_lines (order_id, product_id, product_name, price_cents, quantity)
            SELECT o.id, t.id, t.name, t.price_cents, t.quantity FROM placed o CROSS JOIN taken t
            RETURNING id, product_id, product_name, price_cents, quantity),
        audited AS (INSERT INTO audit (actor, action, order_id, request_id, ip) SELECT $1, 'order.placed', id, $4, $5 FROM placed)
        SELECT o.id, o.created_at, o.subtotal_cents, o.tax_cents, o.shipping_cents, l.id, l.product_id, l.product_name, l.price_cents, l.quantity
        FROM placed o CROSS JOIN lines l
        """;

    public async Task<StoredOrder?> Place(NewOrder order, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(order.Lines.Length == 1 ? OneProduct : ManyProducts);
        foreach (var text in (ReadOnlySpan<string>)[order.Customer.Id, order.Customer.Name, order.DeliveryAddress, order.RequestId, order.Ip ?? ""])
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        if (order.Lines is [var line])
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = line.ProductId!.Value });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = line.Quantity!.Value });
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = order.ProductIds() });
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = order.Quantities() });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        StoredOrder? head = null;
        var lines = new List<StoredLine>(order.Lines.Length);
        while (await reader.ReadAsync(cancellation))
        {
            head ??= new(reader.GetInt64(0), reader.GetDateTime(1), new(reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)), []);
            lines.Add(new(reader.GetInt64(5), reader.GetInt64(6), reader.GetString(7), reader.GetInt64(8), reader.GetInt64(9)));
        }

        // Only the end of the results says that the transaction is durable.
        await reader.CloseAsync();
        return head is null ? null : head with { Lines = [.. lines] };
    }
}
