using System.Net;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;
using Hss.Silo.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Bookings;

/// <summary>Repeats with the same <c>Idempotency-Key</c>: the first answer again, and nothing is done twice.</summary>
public sealed class BookingReplayTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Create_Repeated_IsTheSameBooking()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var first = await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "k1"));
        var again = await customer.Post("/api/v1/bookings/", Sample.Booking(), ("Idempotency-Key", "k1"));

        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal((HttpStatusCode.Created, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal((string?)first.Json!["booking_id"], (string?)again.Json!["booking_id"]);
        Assert.Equal((first.Header("ETag"), first.Header("Location")), (again.Header("ETag"), again.Header("Location")));
        Assert.Equal(1, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
    }

    [Fact]
    public async Task Create_WithTheKeyOfAnotherBody_Is422()
    {
        var customer = await Sample.NewCustomer(api.Client);
        await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "k2"));
        var other = await customer.Post("/hss/api/v1/bookings", Sample.Booking(b => b["address"] = "Elsewhere 2"), ("Idempotency-Key", "k2"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.Status, (string?)other.Json!["error"]!["code"]));
    }

    [Fact]
    public async Task TheSameKey_OfAnotherAccount_IsAnotherOperation()
    {
        var (one, two) = (await Sample.NewCustomer(api.Client), await Sample.NewCustomer(api.Client));
        var (first, second) = (
            await one.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "shared")),
            await two.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "shared")));
        Assert.NotEqual((string?)first.Json!["booking_id"], (string?)second.Json!["booking_id"]);
    }

    [Fact]
    public async Task Payment_RepeatedWithItsKey_IsTheFirstAnswer_AlsoAfterARestart()
    {
        await using var server = await ApiServer.Start();
        var customer = await Sample.NewCustomer(server.Client);
        var id = await Sample.Create(customer);
        await (await ApiClient.Staff(server.Client)).Post($"/hss/api/v1/staff/bookings/{id}/approve");
        var path = $"/hss/api/v1/bookings/{id}/payment";
        var first = await customer.Post(path, new { method = "card" }, ("Idempotency-Key", "pay"));
        Assert.Equal(HttpStatusCode.OK, first.Status);

        await server.Restart();
        var after = new ApiClient(server.Client, customer.Token);
        var again = await after.Post(path, new { method = "card" }, ("Idempotency-Key", "pay"));
        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal((string?)first.Json!["payment_reference"], (string?)again.Json!["payment_reference"]);
        Assert.Equal(HttpStatusCode.Conflict, (await after.Post(path, new { method = "card" })).Status);
    }

    [Fact]
    public async Task AnIdThatIsTaken_GivesTheNextOne_AndReplaysFindIt()
    {
        var bookings = api.Server.Services.GetRequiredService<BookingService>();
        var seed = Guid.NewGuid().ToString();
        var command = new SubmitBooking(
            "a1", "Thandi", "t@x.org", new(2026, 12, 1), "08:00-11:00", "1 Burnett St", [new("box", null, null, false)], new(1, 60_00, 350_00, 410_00));
        var context = new CallContext("a1", "customer", "r1");
        Assert.True((await bookings.Booking(BookingService.IdOf(seed, 0)).Submit(context, command)).Accepted);

        var operation = context with { Operation = new(seed, "f") };
        var made = await bookings.Submit(operation, command);
        Assert.Equal(BookingService.IdOf(seed, 1), made.Value!.Id);
        var again = await bookings.Submit(operation, command);
        Assert.Equal((made.Value.Id, true), (again.Value!.Id, again.Replayed));
    }

    [Fact]
    public async Task Refusals_AreNotKept()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var id = await Sample.Create(customer);
        var path = $"/hss/api/v1/bookings/{id}/payment";
        Assert.Equal(HttpStatusCode.Conflict, (await customer.Post(path, null, ("Idempotency-Key", "early"))).Status);
        await (await ApiClient.Staff(api.Client)).Post($"/hss/api/v1/staff/bookings/{id}/approve");
        Assert.Equal(HttpStatusCode.OK, (await customer.Post(path, null, ("Idempotency-Key", "early"))).Status);
    }
}
