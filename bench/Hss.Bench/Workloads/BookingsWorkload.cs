using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Workloads.Orders;
using Npgsql;

namespace Hss.Bench.Workloads;

/// <summary>Bookings from beginning to end: a customer books, staff approves, the customer pays. Each of the three is durable before the next.</summary>
internal sealed class BookingsWorkload : IWorkload
{
    private const int Callers = 32;

    public string Name => "bookings";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        var rounds = new List<Round>();
        for (var round = 1; round <= bench.Rounds; round++)
        {
            var database = bench.Postgres.CreateDatabase();
            await using (var product = await bench.StartProduct(database))
                rounds.Add(await Round(bench, product, database, round));
            await bench.Drop(database);
        }

        return [Row.Of(Name, "postgres", Callers, rounds)];
    }

    private async Task<Round> Round(Servers.Bench bench, Product product, string database, int number)
    {
        var tokens = await product.Tenants(Callers);
        var customers = tokens.Select(product.As).ToArray();
        await ClosedLoop.Run(Callers, bench.WarmUp, n => Whole(product, customers[n]));
        var before = product.Server.ProcessorTime;
        var load = await ClosedLoop.Run(Callers, bench.Length, n => Whole(product, customers[n]));
        var processor = product.Server.ProcessorTime - before;
        var fault = await Check(database) ?? await new ProductBooks(product, database).Verify();
        Progress.Say($"{Name}, round {number}: {load.PerSecond:0} bookings/s through all three steps, p50 {load.P50:0.0} ms, p99 {load.P99:0.0} ms, failed {load.Failed}{(fault is null ? "" : $"; BOOKS DO NOT BALANCE: {fault}")}");
        foreach (var customer in customers)
            customer.Dispose();
        return Results.Round.Of(number, Side.Ours, Callers, load, processor, fault is null);
    }

    private static async Task<bool> Whole(Product product, HttpClient customer)
    {
        using var made = await customer.PostAsJsonAsync(new Uri("hss/api/v1/bookings", UriKind.Relative), new
        {
            customer_name = "Bench Customer",
            email = "bench@example.org",
            pickup_date = "2099-12-01",
            pickup_window = "08:00-11:00",
            address = "1 Quay Street",
            items = new[] { new { type = "box" } },
            pricing = new { duration = 3, monthlySubtotal = 60, handlingFee = 350, total = 530 },
        });
        if (!made.IsSuccessStatusCode)
            return false;
        var id = (string)(await made.Content.ReadFromJsonAsync<JsonNode>())!["booking_id"]!;
        using var approved = await product.Http.PostAsync(new Uri($"hss/api/v1/staff/bookings/{id}/approve", UriKind.Relative), null);
        using var paid = await customer.PostAsync(new Uri($"hss/api/v1/bookings/{id}/payment", UriKind.Relative), null);
        return approved.IsSuccessStatusCode && paid.IsSuccessStatusCode;
    }

    // One payment a booking, and no payment without its booking.
    private static async Task<string?> Check(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            SELECT (SELECT count(*) FROM entities WHERE kind = 'booking' AND status = 'paid'), count(*), count(DISTINCT id)
            FROM events WHERE kind = 'booking' AND type = 'booking.payment_captured'
            """);
        command.CommandTimeout = 60;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (paid, payments, bookings) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        return paid == payments && payments == bookings ? null : $"{paid} bookings are paid, by {payments} payments of {bookings} bookings";
    }
}
