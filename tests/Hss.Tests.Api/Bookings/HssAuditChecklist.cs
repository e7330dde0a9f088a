using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Hss.Tests.Api.Bookings;

/// <summary>The audit checklist of the document, one test a point.</summary>
public sealed class HssAuditChecklist : IAsyncLifetime
{
    private ApiServer _server = null!;
    private ApiClient _customer = null!;
    private ApiClient _staff = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.Start();
        (_customer, _staff) = (await ApiClient.Customer(_server.Client), await ApiClient.Staff(_server.Client));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Point1_PayloadsWithMissingRequiredFields_AreRejected()
    {
        foreach (var field in (string[])["customer_name", "email", "pickup_date", "pickup_window", "address", "items", "pricing"])
        {
            var answer = await _customer.Post("/api/v1/bookings", Sample.Booking(b => b.AsObject().Remove(field)));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal([$"{field} is required"], answer.Json!["error"]!["details"]!.AsArray().Select(d => (string?)d));
        }
    }

    [Fact]
    public async Task Point2_PaymentBeforeApproval_Fails()
    {
        var id = await Sample.Create(_customer);
        Assert.Equal(HttpStatusCode.Conflict, (await _customer.Post($"/api/v1/bookings/{id}/payment", new { })).Status);
        Assert.Equal("submitted", (string?)(await _customer.Get($"/api/v1/bookings/{id}")).Json!["status"]);
    }

    [Fact]
    public async Task Point3_StatusTransitions_AreReflectedInTheBooking()
    {
        var id = await Sample.Create(_customer);
        foreach (var status in (string[])["approved", "collected", "in_storage", "returned"])
        {
            Assert.Equal(HttpStatusCode.OK, (await _staff.Patch($"/api/v1/bookings/{id}/status", new { status })).Status);
            Assert.Equal(status, (string?)(await _customer.Get($"/api/v1/bookings/{id}")).Json!["status"]);
        }
    }

    [Fact]
    public async Task Point4_AfterEachWrite_ExactlyOneMatchingAuditEventIsNewest()
    {
        var id = await Sample.Create(_customer);
        await Expect(1, id, "booking_submitted", """{"email":"Thandi@Example.org","items":2}""");
        await _staff.Post($"/api/v1/staff/bookings/{id}/approve");
        await Expect(2, id, "staff_booking_approved", """{"status":"approved","actor_role":"staff"}""");
        var paid = await _customer.Post($"/api/v1/bookings/{id}/payment", new { method = "Card" });
        await Expect(3, id, "payment_captured", $$"""{"method":"card","payment_reference":"{{paid.Json!["payment_reference"]}}"}""");
        await _staff.Patch($"/api/v1/bookings/{id}/status", new { status = "collected" });
        await Expect(4, id, "status_updated", """{"from":"paid","to":"collected"}""");

        // Writes that are refused, or change nothing, leave none.
        await _staff.Patch($"/api/v1/bookings/{id}/status", new { status = "collected" });
        await _staff.Patch($"/api/v1/bookings/{id}/status", new { status = "submitted" });
        await Expect(4, id, "status_updated", """{"from":"paid","to":"collected"}""");
    }

    [Fact]
    public async Task Point5_TheSqliteFile_IsCreatedAndUpdated()
    {
        var file = Path.Combine(_server.DataFolder, "hss.db");
        Assert.True(File.Exists(file));
        var id = await Sample.Create(_customer);
        Assert.Equal((1L, "submitted", 1L), Stored(file, id));
        await _staff.Post($"/api/v1/staff/bookings/{id}/approve");
        Assert.Equal((2L, "approved", 2L), Stored(file, id));
        await _server.Restart();
        Assert.Equal(id, (string?)(await new ApiClient(_server.Client, _customer.Token).Get($"/api/v1/bookings/{id}")).Json!["id"]);
    }

    // The file itself, without the server: the booking's row, and how many events it has.
    private static (long Version, string Status, long Events) Stored(string file, string id)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT version, status, (SELECT count(*) FROM events v WHERE v.kind = e.kind AND v.id = e.id) FROM entities e WHERE kind = 'booking' AND id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        Assert.True(row.Read(), $"{id} is not in {file}");
        return (row.GetInt64(0), row.GetString(1), row.GetInt64(2));
    }

    private async Task Expect(int count, string id, string type, string payload)
    {
        var events = (await _staff.Get("/hss/api/v1/audit")).Json!["events"]!.AsArray();
        Assert.Equal(count, events.Count);
        var newest = events[0]!;
        Assert.Equal((type, id), ((string?)newest["event_type"], (string?)newest["booking_id"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(payload), newest["payload"]), newest.ToJsonString());
    }
}
