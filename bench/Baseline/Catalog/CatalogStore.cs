using Npgsql;

namespace Hss.Baseline.Catalog;

/// <summary>Finds products by their number: three primary keys in one statement.</summary>
internal sealed class CatalogStore(NpgsqlDataSource source)
{
    private const string Select = """
        SELECT p.id, p.name, d.model, d.serial_number, d.description, p.price_cents, p.stock, d.category_id, c.name, d.image, d.rating, d.warranty_status, d.distributor, d.discount_rate
        FROM products p JOIN product_details d ON d.product_id = p.id JOIN categories c ON c.id = d.category_id
        WHERE p.id = $1
        """;

    /// <summary>The product, or null.</summary>
    public async Task<ProductAnswer?> Find(long number, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = connection.With(Select, number);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        decimal? Number(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
        var (price, discount) = (reader.GetInt64(5) / 100m, Number(13));
        return new(
            reader.GetInt64(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            Text(4),
            price,
            reader.GetInt64(6),
            reader.GetInt64(7),
            reader.GetString(8),
            Text(9),
            Number(10),
            Text(11),
            Text(12),
            discount is not null,
            discount ?? 0,
            decimal.Round(price * (100 - (discount ?? 0)) / 100, 2, MidpointRounding.AwayFromZero));
    }
}
