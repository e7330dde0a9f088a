using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Crash;

/// <summary>One write that was sent, and what is known of it.</summary>
internal sealed record SentWrite(string Step, string Marker, string? BookingId, string Path, string? Body, string Key, bool ByStaff)
{
    /// <summary>The answer, when one came.</summary>
    public ApiAnswer? Answer { get; set; }
}

/// <summary>Callers that book, approve and pay without pause, each write with a key of its own, until the server is gone.</summary>
internal sealed class BookingLoad(ApiClient customer, ApiClient staff, string name)
{
    private readonly ConcurrentBag<SentWrite> _writes = [];
    private int _inFlight;
    private int _acknowledged;
    private int _made;

    public IReadOnlyCollection<SentWrite> Writes => _writes;

    public int InFlight => Volatile.Read(ref _inFlight);

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public Task Run(int callers, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Call(stop)));

    private async Task Call(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var marker = $"{name}-{Interlocked.Increment(ref _made)}";
            var created = await Send(new("submit", marker, null, "/hss/api/v1/bookings", Sample.Booking(b => b["customer_name"] = marker), $"{marker}-s", false));
            if (created?.Status != HttpStatusCode.Created)
                return;
            var id = (string)created.Json!["booking_id"]!;
            if ((await Send(new("approve", marker, id, $"/hss/api/v1/staff/bookings/{id}/approve", null, $"{marker}-a", true)))?.Status != HttpStatusCode.OK)
                return;
            if ((await Send(new("pay", marker, id, $"/hss/api/v1/bookings/{id}/payment", """{"method":"card"}""", $"{marker}-p", false)))?.Status != HttpStatusCode.OK)
                return;
        }
    }

    private async Task<ApiAnswer?> Send(SentWrite write)
    {
        _writes.Add(write);
        Interlocked.Increment(ref _inFlight);
        try
        {
            write.Answer = await (write.ByStaff ? staff : customer).Post(write.Path, write.Body, ("Idempotency-Key", write.Key));
            Interlocked.Increment(ref _acknowledged);
            return write.Answer;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}

/// <summary>What the server holds, read through its API by an operator.</summary>
internal sealed record StoredBookings(ILookup<string, JsonNode> ByMarker, ILookup<string, string> EventsById)
{
    public static async Task<StoredBookings> Read(ApiClient operators)
    {
        var bookings = (await operators.Get("/hss/api/v1/admin/bookings")).Json!["bookings"]!.AsArray().Select(b => b!);
        var events = new List<(string Id, string Type)>();
        for (string? cursor = "0"; cursor is not null;)
        {
            var page = (await operators.Get($"/api/v1/audit?entity=booking&limit=500&cursor={cursor}")).Json!;
            events.AddRange(page["events"]!.AsArray().Select(e => ((string)e!["id"]!, (string)e["type"]!)));
            cursor = page["next_cursor"]?.ToString();
        }

        return new(bookings.ToLookup(b => (string)b["customer_name"]!), events.ToLookup(e => e.Id, e => e.Type));
    }
}
