using System.Collections.Immutable;
using System.Net;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Bookings;

/// <summary>Many callers at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public sealed class BookingConcurrencyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task HundredBookingsInOneSecond_HaveHundredDistinctIds()
    {
        var customer = await ApiClient.Customer(api.Client);
        var answers = await AtOnce(100, _ => customer.Post("/hss/api/v1/bookings", Sample.Booking()));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        var ids = answers.Select(a => (string)a.Json!["booking_id"]!).ToHashSet();
        Assert.Equal(100, ids.Count);
        foreach (var id in ids)
            Assert.Equal(["booking.submitted"], await EventTypes(id));
    }

    [Fact]
    public async Task FiftyParallelPaymentsOfOneBooking_CaptureOnce()
    {
        var (customer, staff) = (await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client));
        var id = await Sample.Create(customer);
        await staff.Post($"/hss/api/v1/staff/bookings/{id}/approve");

        var answers = await AtOnce(50, _ => customer.Post($"/hss/api/v1/bookings/{id}/payment", new { method = "card" }));

        var captured = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var reference = (string)captured.Json!["payment_reference"]!;
        Assert.All(answers.Where(a => a != captured), a =>
        {
            Assert.Equal(HttpStatusCode.Conflict, a.Status);
            Assert.Contains(reference, a.Json!["error"]!["details"]!.ToJsonString(), StringComparison.Ordinal);
        });
        Assert.Equal(["booking.submitted", "booking.approved", "booking.payment_captured"], await EventTypes(id));
    }

    [Fact]
    public async Task TwoStaffApproveAtOnce_MakeOneEvent()
    {
        var (customer, staff, admin) = (await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client), await ApiClient.Admin(api.Client));
        for (var i = 0; i < 20; i++)
        {
            var id = await Sample.Create(customer);
            var answers = await AtOnce(2, n => (n == 0 ? staff : admin).Post($"/hss/api/v1/staff/bookings/{id}/approve"));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
            Assert.Equal(["booking.submitted", "booking.approved"], await EventTypes(id));
        }
    }

    [Fact]
    public async Task TheSameIdempotencyKey_FromManyCallersAtOnce_MakesOneBooking()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var answers = await AtOnce(32, _ => customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", "one")));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.Conflict), a =>
        {
            Assert.Equal("request_in_progress", (string?)a.Json!["error"]!["code"]);
            Assert.NotNull(a.Header("Retry-After"));
        });
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => (string)a.Json!["booking_id"]!).Distinct());
        Assert.Equal(1, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
    }

    private static async Task<ImmutableArray<ApiAnswer>> AtOnce(int callers, Func<int, Task<ApiAnswer>> call)
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, callers).Select(async n =>
        {
            await barrier.Task;
            return await call(n);
        }).ToList();
        barrier.SetResult();
        return [.. await Task.WhenAll(calls)];
    }

    private async Task<IEnumerable<string>> EventTypes(string id)
    {
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        return (await journal.Events(new() { Kind = "booking", Id = id }, default)).Select(e => e.Event.Type);
    }
}
