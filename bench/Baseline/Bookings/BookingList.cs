using System.Globalization;
using Npgsql;

namespace Hss.Baseline.Bookings;

/// <summary>Pages of bookings, newest first, with the number of all that match: two statements in one round trip, each over an index.</summary>
internal sealed class BookingList(NpgsqlDataSource source)
{
    private const string Columns = """
        SELECT id, customer_name, email, pickup_date, pickup_window, address, duration_months, item_count, monthly_subtotal_cents, handling_fee_cents, total_cents,
               status, created_at, updated_at, payment_reference
        FROM bookings
        """;

    /// <summary>A page.</summary>
    /// <param name="owner">Only this account's, if it is not null.</param>
    /// <param name="status">Only those in this status, if it is not null.</param>
    public async Task<(BookingRow[] Page, long Total)> Read(string? owner, string? status, int limit, int offset, CancellationToken cancellation)
    {
        // A statement for each combination has a plan for it.
        var where = (owner, status) switch
        {
            (null, null) => "",
            (null, _) => " WHERE status = $1",
            (_, null) => " WHERE account_id = $1",
            _ => " WHERE account_id = $1 AND status = $2",
        };
        object[] filter = [.. new[] { owner, status }.OfType<string>()];
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command($"SELECT count(*) FROM bookings{where}", filter));
        batch.BatchCommands.Add(Command($"{Columns}{where} ORDER BY id DESC LIMIT ${filter.Length + 1} OFFSET ${filter.Length + 2}", [.. filter, limit, offset]));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var page = new List<BookingRow>(limit);
        while (await reader.ReadAsync(cancellation))
            page.Add(Row(reader));
        return ([.. page], total);
    }

    private static NpgsqlBatchCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static BookingRow Row(NpgsqlDataReader reader) => new(
        BookingEndpoints.Id(reader.GetInt64(0)),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetFieldValue<DateOnly>(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetInt32(6),
        reader.GetInt32(7),
        reader.GetInt64(8) / 100m,
        reader.GetInt64(9) / 100m,
        reader.GetInt64(10) / 100m,
        reader.GetString(11),
        reader.GetDateTime(12),
        reader.GetDateTime(13),
        reader.IsDBNull(14) ? null : reader.GetString(14));
}
