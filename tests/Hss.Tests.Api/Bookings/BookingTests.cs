using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Bookings;

/// <summary>Every endpoint of bookings with its guards, over real HTTP.</summary>
public sealed class BookingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Booking_GoesFromSubmitToReturned()
    {
        var (customer, staff) = (await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client));

        var created = await customer.Post("/hss/api/v1/bookings", Sample.Booking());
        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("submitted", (string?)created.Json!["status"]);
        var id = (string)created.Json["booking_id"]!;
        Assert.Matches("^HSS-[0-9]{10}$", id);
        Assert.Equal($"/hss/api/v1/bookings/{id}", created.Header("Location"));

        var early = await customer.Post($"/hss/api/v1/bookings/{id}/payment", new { method = "EFT" });
        Assert.Equal((HttpStatusCode.Conflict, "Booking must be approved before payment"), (early.Status, (string?)early.Json!["error"]!["message"]));

        var approved = await staff.Post($"/hss/api/v1/staff/bookings/{id}/approve");
        Assert.Equal((HttpStatusCode.OK, "approved"), (approved.Status, (string?)approved.Json!["status"]));

        var paid = await customer.Post($"/hss/api/v1/bookings/{id}/payment", new { method = "EFT" });
        Assert.Equal((HttpStatusCode.OK, "paid", $"PAY-{id[4..]}"), (paid.Status, (string?)paid.Json!["status"], (string?)paid.Json["payment_reference"]));

        foreach (var status in (string[])["collected", "in_storage", "returned"])
            Assert.Equal(HttpStatusCode.OK, (await staff.Patch($"/hss/api/v1/bookings/{id}/status", new { status })).Status);

        var booking = (await customer.Get($"/hss/api/v1/bookings/{id}")).Json!;
        Assert.Equal("returned", (string?)booking["status"]);
        Assert.Equal(1280m, (decimal)booking["total"]!);
        Assert.Equal(2, (int)booking["item_count"]!);
        Assert.Equal(["bed", "box"], booking["items"]!.AsArray().Select(i => (string?)i!["item_type"]));

        var moves = (await customer.Get($"/hss/api/v1/bookings/{id}/transitions")).Json!;
        Assert.Empty(moves["allowed"]!.AsArray());
        Assert.Equal(
            [(null, "submitted"), ("submitted", "approved"), ("approved", "paid"), ("paid", "collected"), ("collected", "in_storage"), ("in_storage", "returned")],
            moves["history"]!.AsArray().Select(m => ((string?)m!["from"], (string?)m["to"])));
    }

    [Fact]
    public async Task Root_AnswersForBookings_ExactlyAsTheMount()
    {
        var customer = await ApiClient.Customer(api.Client);
        var created = await customer.Post("/api/v1/bookings/", Sample.Booking());
        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(
            (await customer.Get($"/hss/api/v1/bookings/{created.Json!["booking_id"]}", ("X-Request-Id", "same"))).Text,
            (await customer.Get($"/api/v1/bookings/{created.Json["booking_id"]}", ("X-Request-Id", "same"))).Text);
    }

    [Fact]
    public async Task Booking_OfSomebodyElse_IsNotFound()
    {
        var customer = await ApiClient.Customer(api.Client);
        var id = await Sample.Create(customer);
        var other = await Sample.NewCustomer(api.Client);

        foreach (var path in (string[])[$"/hss/api/v1/bookings/{id}", $"/hss/api/v1/bookings/{id}/transitions"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/hss/api/v1/bookings/{id}/payment")).Status);
        Assert.DoesNotContain(id, (await other.Get("/hss/api/v1/bookings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guards_AskForSignInAndRole()
    {
        var (nobody, customer, staff) = (new ApiClient(api.Client), await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client));
        var id = await Sample.Create(customer);
        foreach (var path in (string[])["/hss/api/v1/bookings", $"/hss/api/v1/bookings/{id}", "/hss/api/v1/staff/queue", "/hss/api/v1/audit", "/hss/api/v1/admin/overview"])
        {
            var answer = await nobody.Get(path);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.Status, answer.Header("WWW-Authenticate")));
        }

        foreach (var path in (string[])["/hss/api/v1/staff/queue", "/hss/api/v1/audit", "/hss/api/v1/admin/overview", "/hss/api/v1/admin/bookings"])
        {
            var answer = await customer.Get(path, ("X-HSS-Role", "admin"));
            Assert.Equal((HttpStatusCode.Forbidden, "Insufficient permissions"), (answer.Status, (string?)answer.Json!["error"]!["message"]));
        }

        Assert.Equal("required_roles=['admin', 'staff']", (string?)(await customer.Get("/hss/api/v1/audit")).Json!["error"]!["details"]![0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Patch($"/hss/api/v1/bookings/{id}/status", new { status = "approved" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Post($"/hss/api/v1/staff/bookings/{id}/approve")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get("/hss/api/v1/admin/overview")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await ApiClient.Operator(api.Client)).Get("/hss/api/v1/admin/overview")).Status);
    }

    [Fact]
    public async Task Status_MovesOnlyAlongTheStateMachine()
    {
        var (customer, staff) = (await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client));
        var id = await Sample.Create(customer);
        var path = $"/hss/api/v1/bookings/{id}/status";

        var unknown = await staff.Patch(path, new { status = "lost" });
        Assert.Equal(
            (HttpStatusCode.BadRequest, "status must be one of ['approved', 'collected', 'in_storage', 'paid', 'returned', 'submitted']"),
            (unknown.Status, (string?)unknown.Json!["error"]!["message"]));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.Patch(path, new { status = "returned" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.Patch(path, new { status = "approved" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.Patch(path, new { status = "approved" })).Status);
        Assert.Equal(2, (await customer.Get($"/hss/api/v1/bookings/{id}/transitions")).Json!["history"]!.AsArray().Count);
    }

    [Fact]
    public async Task IfMatch_WhenStale_Is412AndChangesNothing()
    {
        var (customer, staff) = (await ApiClient.Customer(api.Client), await ApiClient.Staff(api.Client));
        var id = await Sample.Create(customer);
        var tag = (await staff.Get($"/hss/api/v1/bookings/{id}")).Header("ETag")!;
        Assert.Equal("\"1\"", tag);
        var moved = await staff.Patch($"/hss/api/v1/bookings/{id}/status", new { status = "approved" }, ("If-Match", tag));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (moved.Status, moved.Header("ETag")));
        var stale = await staff.Patch($"/hss/api/v1/bookings/{id}/status", new { status = "collected" }, ("If-Match", tag));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition_failed"), (stale.Status, (string?)stale.Json!["error"]!["code"]));
        Assert.Equal(HttpStatusCode.NotModified, (await staff.Get($"/hss/api/v1/bookings/{id}", ("If-None-Match", "\"2\""))).Status);
    }

    [Fact]
    public async Task Prices_ThatAreNotTheTariffs_AreRefusedWithBothSets()
    {
        var customer = await ApiClient.Customer(api.Client);
        var answer = await customer.Post("/hss/api/v1/bookings", Sample.Booking(b => b["pricing"]!["total"] = 1279.5m));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "price_mismatch"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
        var detail = Assert.Single(answer.Json["error"]!["details"]!.AsArray())!;
        Assert.Equal(("pricing.total", 1279.5m, 1280m), ((string?)detail["field"], (decimal)detail["sent"]!, (decimal)detail["expected"]!));
    }

    [Fact]
    public async Task Tariff_IsPublished()
    {
        var tariff = (await new ApiClient(api.Client).Get("/hss/api/v1/tariff")).Json!;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"currency":"ZAR","monthly":{"bed":250,"fridge":300,"box":60,"suitcase":80,"other":120},"handlingFee":350,"durations":{"min":1,"max":12}}"""),
            tariff));
    }

    [Fact]
    public async Task List_FiltersAndPages_NewestFirst()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add(await Sample.Create(customer));
        await (await ApiClient.Staff(api.Client)).Post($"/hss/api/v1/staff/bookings/{ids[1]}/approve");

        var all = (await customer.Get("/hss/api/v1/bookings")).Json!;
        Assert.Equal(ids.AsEnumerable().Reverse(), all["bookings"]!.AsArray().Select(b => (string)b!["id"]!));
        var page = (await customer.Get("/hss/api/v1/bookings?limit=1&offset=1")).Json!;
        Assert.Equal([ids[1]], page["bookings"]!.AsArray().Select(b => (string)b!["id"]!));
        Assert.Equal(3, (int)page["total"]!);
        var approved = (await customer.Get("/hss/api/v1/bookings?status=approved&limit=9999")).Json!;
        Assert.Equal([ids[1]], approved["bookings"]!.AsArray().Select(b => (string)b!["id"]!));
        foreach (var query in (string[])["limit=x", "offset=-1", "status=lost"])
            Assert.Equal(HttpStatusCode.BadRequest, (await customer.Get($"/hss/api/v1/bookings?{query}")).Status);
    }

    [Fact]
    public async Task Overview_CountsAndSums()
    {
        await using var server = await ApiServer.Start();
        var (customer, admin) = (await ApiClient.Customer(server.Client), await ApiClient.Admin(server.Client));
        await Sample.Create(customer);
        var paid = await Sample.Create(customer);
        await admin.Post($"/hss/api/v1/staff/bookings/{paid}/approve");
        await customer.Post($"/hss/api/v1/bookings/{paid}/payment");

        var overview = (await admin.Get("/hss/api/v1/admin/overview")).Json!;
        Assert.Equal((2, 2560m, 1280m), ((int)overview["total_bookings"]!, (decimal)overview["gross_value"]!, (decimal)overview["paid_revenue"]!));
        Assert.Equal([("paid", 1), ("submitted", 1)], overview["status_breakdown"]!.AsArray().Select(s => ((string)s!["status"]!, (int)s["count"]!)));
        Assert.Equal(2, (int)(await admin.Get("/hss/api/v1/admin/bookings")).Json!["count"]!);
        Assert.Equal(1, (int)(await admin.Get("/hss/api/v1/staff/queue")).Json!["count"]!);

        // What was captured stays captured, whatever becomes of the booking.
        await admin.Patch($"/hss/api/v1/bookings/{paid}/status", new { status = "collected" });
        Assert.Equal(1280m, (decimal)(await admin.Get("/hss/api/v1/admin/overview")).Json!["paid_revenue"]!);
    }
}
