using System.Net;

namespace Hss.Tests.Api.Bookings;

/// <summary>A repeat that comes while the first request is still being written.</summary>
public sealed class BookingInFlightTests
{
    [Fact]
    public async Task Repeat_WhileTheFirstIsBeingWritten_Is409WithRetryAfter_AndAfterwardsItsAnswer()
    {
        var gate = new WriteGate();
        await using var server = await ApiServer.Start(configure: gate.Configure);
        var customer = await Sample.NewCustomer(server.Client);

        gate.Close();
        var first = customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "k"));
        await gate.Arrived.WaitAsync(TimeSpan.FromSeconds(30));
        var second = await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.Conflict, "request_in_progress"), (second.Status, (string?)second.Json!["error"]!["code"]));
        Assert.True(int.Parse(second.Header("Retry-After")!, null) > 0);
        Assert.False(first.IsCompleted);

        gate.Open();
        var made = await first;
        Assert.Equal((HttpStatusCode.Created, null), (made.Status, made.Header("Idempotent-Replayed")));
        var third = await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.Created, "true"), (third.Status, third.Header("Idempotent-Replayed")));
        Assert.Equal((string?)made.Json!["booking_id"], (string?)third.Json!["booking_id"]);
        Assert.Equal(1, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
    }
}
