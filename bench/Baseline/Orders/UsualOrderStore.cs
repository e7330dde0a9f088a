using Npgsql;

namespace Hss.Baseline.Orders;

/// <summary>
/// The usual form: lock the products, look, insert the order (its audit row rides along), insert its lines, update the stocks. Four statements in one
/// transaction; the lock on a product lasts until the commit is on disk.
/// </summary>
internal sealed class UsualOrderStore(NpgsqlDataSource source) : IOrderStore
{
    private const string Lock = "SELECT id, name, price_cents, stock FROM products WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private const string InsertOrder = """
        WITH placed AS (
            INSERT INTO orders (customer_id, customer_name, delivery_address, status, subtotal_cents, tax_cents, shipping_cents)
            VALUES ($1, $2, $3, 'processing', $4, $5, $6)
            RETURNING id, created_at),
        audited AS (INSERT INTO audit (actor, action, order_id, request_id, ip) SELECT $1, 'order.placed', id, $7, $8 FROM placed)
        SELECT id, created_at FROM placed
        """;

    private const string InsertLines = """
        INSERT INTO order_lines (order_id, product_id, product_name, price_cents, quantity)
        SELECT $1, l.* FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[]) AS l
        RETURNING id
        """;

    private const string UpdateStocks = """
        UPDATE products p SET stock = p.stock - l.quantity
        FROM unnest($1::bigint[], $2::bigint[]) AS l(product_id, quantity)
        WHERE p.id = l.product_id
        """;

    private sealed record Product(string Name, long PriceCents, long Stock);

    public async Task<StoredOrder?> Place(NewOrder order, CancellationToken cancellation)
    {
        var (ids, quantities) = (order.ProductIds(), order.Quantities());
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var products = await LockProducts(connection, ids, cancellation);
        if (products.Count < ids.Length || products.Where((p, n) => p.Stock < quantities[n]).Any())
            return null;

        var price = OrderPrice.Of(products.Select((p, n) => p.PriceCents * quantities[n]).Sum());
        var (id, at) = await Insert(connection, order, price, cancellation);
        var lines = await InsertOrderLines(connection, id, ids, quantities, products, cancellation);
        await using (var update = connection.With(UpdateStocks, ids, quantities))
            await update.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(id, at, price, lines);
    }

    private static async Task<List<Product>> LockProducts(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        var products = new List<Product>(ids.Length);
        await using var command = connection.With(Lock, [ids]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            products.Add(new(reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return products;
    }

    private static async Task<(long Id, DateTime At)> Insert(NpgsqlConnection connection, NewOrder order, OrderPrice price, CancellationToken cancellation)
    {
        await using var command = connection.With(
            InsertOrder, order.Customer.Id, order.Customer.Name, order.DeliveryAddress, price.Subtotal, price.Tax, price.Shipping, order.RequestId, order.Ip ?? "");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetDateTime(1));
    }

    private static async Task<StoredLine[]> InsertOrderLines(
        NpgsqlConnection connection, long order, long[] ids, long[] quantities, List<Product> products, CancellationToken cancellation)
    {
        var lines = new StoredLine[ids.Length];
        await using var command = connection.With(
            InsertLines, order, ids, products.ConvertAll(static p => p.Name).ToArray(), products.ConvertAll(static p => p.PriceCents).ToArray(), quantities);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        for (var n = 0; await reader.ReadAsync(cancellation); n++)
            lines[n] = new(reader.GetInt64(0), ids[n], products[n].Name, products[n].PriceCents, quantities[n]);
        return lines;
    }
}
