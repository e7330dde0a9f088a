using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Bookings;

/// <summary>Bookings in three steps at one running server, whoever it is: each customer, with one of staff, again and again.</summary>
internal sealed class BookingCalls(BenchServer server, Side side, string[] customers, string staff) : IDisposable
{
    private readonly HttpClient[] _customers = Array.ConvertAll(customers, token => Client(server.Url, token));
    private readonly HttpClient _staff = Client(server.Url, staff);
    private long _begun;
    private long _done;

    /// <summary>Bookings whose callers were told that they are paid.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Bookings that went wrong somewhere: they may be paid or not.</summary>
    public long Unsure => Interlocked.Read(ref _begun) - Done;

    /// <summary>All customers at once for so long; each ends what it has begun.</summary>
    public Task<Measured> Run(TimeSpan length) => ClosedLoop.Run(_customers.Length, length, n => Whole(_customers[n]));

    /// <summary>The same, measured.</summary>
    public async Task<Round> Measure(TimeSpan length, int round)
    {
        var before = server.ProcessorTime;
        var load = await Run(length);
        Progress.Say($"bookings, round {round}, {side}: {load.PerSecond:0} bookings/s through all three steps, p50 {load.P50:0.0} ms, p99 {load.P99:0.0} ms, failed {load.Failed}");
        return Round.Of(round, side, _customers.Length, load, server.ProcessorTime - before);
    }

    public void Dispose()
    {
        _staff.Dispose();
        foreach (var customer in _customers)
            customer.Dispose();
    }

    private async Task<bool> Whole(HttpClient customer)
    {
        Interlocked.Increment(ref _begun);
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
        using var approved = await _staff.PostAsync(new Uri($"hss/api/v1/staff/bookings/{id}/approve", UriKind.Relative), null);
        using var paid = await customer.PostAsync(new Uri($"hss/api/v1/bookings/{id}/payment", UriKind.Relative), null);
        if (!approved.IsSuccessStatusCode || !paid.IsSuccessStatusCode)
            return false;
        Interlocked.Increment(ref _done);
        return true;
    }

    private static HttpClient Client(Uri url, string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
