using Npgsql;

namespace Hss.Baseline.Bookings;

/// <summary>Who does something from where.</summary>
internal sealed record Doing(Caller Caller, string RequestId, string Ip);

/// <summary>What became of it.</summary>
internal enum Became
{
    Done,
    Missing,
    NotAllowedNow,
}

/// <summary>Bookings in their three steps: each is a transaction that locks the booking, looks, changes it, and writes its audit row.</summary>
internal sealed class BookingStore(NpgsqlDataSource source)
{
    private const string Insert = """
        WITH booked AS (
            INSERT INTO bookings (account_id, customer_name, email, pickup_date, pickup_window, address, duration_months, item_count,
                                  monthly_subtotal_cents, handling_fee_cents, total_cents, status)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'submitted')
            RETURNING id),
        audited AS (INSERT INTO booking_audit (actor, action, booking_id, request_id, ip) SELECT $1, 'booking.submitted', id, $12, $13 FROM booked)
        SELECT id FROM booked
        """;

    private const string InsertItems = "INSERT INTO booking_items (booking_id, item_type, item_name, s3_key) SELECT $1, i.* FROM unnest($2::text[], $3::text[], $4::text[]) AS i";

    private const string Lock = "SELECT account_id, status, total_cents FROM bookings WHERE id = $1 FOR UPDATE";

    private const string Approved = """
        WITH moved AS (UPDATE bookings SET status = 'approved', updated_at = now() WHERE id = $1)
        INSERT INTO booking_audit (actor, action, booking_id, request_id, ip) VALUES ($2, 'booking.approved', $1, $3, $4)
        """;

    private const string Paid = """
        WITH moved AS (UPDATE bookings SET status = 'paid', payment_reference = $2, updated_at = now() WHERE id = $1),
        captured AS (INSERT INTO payments (booking_id, method, amount_cents) VALUES ($1, $3, $4))
        INSERT INTO booking_audit (actor, action, booking_id, request_id, ip) VALUES ($5, 'booking.payment_captured', $1, $6, $7)
        """;

    /// <summary>Stores a booking with its things; its number.</summary>
    public async Task<long> Submit(BookingBody body, BookingPrice price, Doing by, CancellationToken cancellation)
    {
        var items = body.Items!;
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        long id;
        await using (var insert = connection.With(
            Insert, by.Caller.Id, body.CustomerName!.Trim(), body.Email!.Trim().ToLowerInvariant(), body.PickupDate!.Value, body.PickupWindow!.Trim(), body.Address!.Trim(),
            price.Months, items.Length, price.MonthlySubtotal, price.HandlingFee, price.Total, by.RequestId, by.Ip))
        {
            id = (long)(await insert.ExecuteScalarAsync(cancellation))!;
        }

        await using (var insert = connection.With(
            InsertItems, id, Array.ConvertAll(items, static i => i.Type!), Array.ConvertAll(items, static i => i.Name?.Trim() ?? ""), Array.ConvertAll(items, static i => i.S3Key)))
        {
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Approves a submitted booking; a second approval changes nothing.</summary>
    public async Task<Became> Approve(long id, Doing by, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Locked(connection, id, cancellation) is not { } booking)
            return Became.Missing;
        if (booking.Status != "submitted")
            return booking.Status == "approved" ? Became.Done : Became.NotAllowedNow;
        await using (var approve = connection.With(Approved, id, by.Caller.Id, by.RequestId, by.Ip))
            await approve.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Became.Done;
    }

    /// <summary>Captures the payment of an approved booking, once, for its owner or staff.</summary>
    public async Task<Became> Pay(long id, string method, string reference, Doing by, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Locked(connection, id, cancellation) is not { } booking || (booking.Account != by.Caller.Id && by.Caller.Role == "customer"))
            return Became.Missing;
        if (booking.Status != "approved")
            return Became.NotAllowedNow;
        await using (var pay = connection.With(Paid, id, reference, method, booking.Total, by.Caller.Id, by.RequestId, by.Ip))
            await pay.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Became.Done;
    }

    private static async Task<(string Account, string Status, long Total)?> Locked(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = connection.With(Lock, id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetString(0), reader.GetString(1), reader.GetInt64(2)) : null;
    }
}
