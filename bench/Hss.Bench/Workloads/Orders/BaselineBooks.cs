using Npgsql;

namespace Hss.Bench.Workloads.Orders;

/// <summary>The baseline's products, and whether its tables agree with each other and with what its callers were told.</summary>
internal static class BaselineBooks
{
    /// <summary>Makes products 1 to <paramref name="products"/>.</summary>
    public static async Task Stock(string database, int products)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($"""
            INSERT INTO categories (id, name) VALUES (1, 'Bench');
            INSERT INTO products (id, name, price_cents, stock) SELECT n, 'Product B-' || lpad(n::text, 4, '0'), 1990, {OrderLoad.Stock} FROM generate_series(1, {products}) n;
            INSERT INTO product_details (product_id, model, serial_number, category_id, image)
            SELECT n, 'B', 'B-' || lpad(n::text, 4, '0'), 1, '/images/default-product.png' FROM generate_series(1, {products}) n;
            ANALYZE products, product_details, categories;
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What does not balance, or null.</summary>
    /// <param name="told">Orders whose callers were told of them.</param>
    /// <param name="cut">How many more there may be: their callers were gone before the answer.</param>
    public static async Task<string?> Check(string database, long told, int cut)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($"""
            SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM audit), (SELECT coalesce(sum(quantity), 0)::bigint FROM order_lines),
                   (SELECT sum({OrderLoad.Stock} - stock)::bigint FROM products), (SELECT min(stock) FROM products)
            """);
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (orders, audited, ordered, sold, least) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
        return Books.Fault(told, cut, orders, ordered, sold)
            ?? (audited != orders ? $"{orders} orders have {audited} audit rows" : least < 0 ? $"a stock is {least}" : null);
    }
}
