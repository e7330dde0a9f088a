using System.Globalization;
using Hss.Bench.Servers;
using Hss.Bench.Workloads.Orders;
using Npgsql;

namespace Hss.Bench.Workloads.Bookings;

/// <summary>What must be so after bookings were paid, whoever stores them.</summary>
internal static class BookingBooks
{
    /// <summary>What is not so, or null.</summary>
    /// <param name="told">Bookings whose callers were told that they are paid.</param>
    /// <param name="unsure">Bookings that were begun and went wrong somewhere: they may be paid or not.</param>
    /// <param name="paid">Bookings that are stored as paid.</param>
    /// <param name="payments">Stored payments.</param>
    /// <param name="payers">Different bookings among these.</param>
    public static string? Fault(long told, long unsure, long paid, long payments, long payers) =>
        paid != payments || payments != payers ? string.Create(CultureInfo.InvariantCulture, $"{paid} bookings are paid, by {payments} payments of {payers} bookings")
        : paid < told || paid > told + unsure ? string.Create(CultureInfo.InvariantCulture, $"callers were told of {told} paid bookings and are unsure of {unsure}, {paid} are stored")
        : null;

    /// <summary>What does not balance in the product, or null.</summary>
    public static async Task<string?> Of(Product product, BookingCalls calls)
    {
        var books = new ProductBooks(product);
        var found = await books.Numbers("""
            SELECT (SELECT count(*) FROM entities WHERE kind = 'booking' AND status = 'paid'), count(*), count(DISTINCT id)
            FROM events WHERE kind = 'booking' AND type = 'booking.payment_captured'
            """);
        return Fault(calls.Done, calls.Unsure, found[0], found[1], found[2]) ?? await books.Verify();
    }

    /// <summary>What does not balance in the baseline, or null.</summary>
    public static async Task<string?> OfBaseline(string database, BookingCalls calls)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            SELECT (SELECT count(*) FROM bookings WHERE status = 'paid'), count(*), count(DISTINCT booking_id) FROM payments
            """);
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Fault(calls.Done, calls.Unsure, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Makes so many bookings in the baseline, the oldest of them approved, as the product has them.</summary>
    public static async Task Fill(string database, int bookings, int approved)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var fill = source.CreateCommand($"""
            INSERT INTO bookings (account_id, customer_name, email, pickup_date, pickup_window, address, duration_months, item_count, monthly_subtotal_cents,
                                  handling_fee_cents, total_cents, status, created_at, updated_at)
            SELECT md5('member' || n % 16)::uuid::text, 'Bench Customer', 'bench@example.org', date '2099-12-01', '08:00-11:00', '1 Quay Street', 3, 1, 6000, 35000, 53000,
                   CASE WHEN n <= {approved} THEN 'approved' ELSE 'submitted' END, t.at, t.at
            FROM generate_series(1, {bookings}) n CROSS JOIN LATERAL (SELECT now() + n * interval '1 ms' AS at) t;
            INSERT INTO booking_items (booking_id, item_type, item_name) SELECT id, 'box', '' FROM bookings;
            """);
        fill.CommandTimeout = 120;
        await fill.ExecuteNonQueryAsync();
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE bookings");
        vacuum.CommandTimeout = 120;
        await vacuum.ExecuteNonQueryAsync();
    }
}
