using System.Net;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Operations;

/// <summary>What a newer program stored is refused, and nothing else is.</summary>
public sealed class NewerFormTests : IAsyncLifetime
{
    private ApiServer _server = null!;
    private string _newer = "";
    private string _known = "";

    private HttpClient Http => _server.Client;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.Start();
        var customer = await ApiClient.Customer(Http);
        (_newer, _known) = (await Sample.Create(customer), await Sample.Create(customer));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    // Whatever is in memory was read before; a start reads it again.
    private async Task Store(string change)
    {
        using (var connection = new SqliteDatabase(Path.Combine(_server.DataFolder, "hss.db")).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = change;
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        await _server.Restart();
    }

    [Fact]
    public async Task ABookingOfAnUnknownSchema_IsRefused_AndAllOthersWork()
    {
        await Store($"UPDATE entities SET schema = 99 WHERE kind = 'booking' AND id = '{_newer}'");
        var (customer, staff, admin) = (await ApiClient.Customer(Http), await ApiClient.Staff(Http), await ApiClient.Admin(Http));

        Assert.Equal(HttpStatusCode.InternalServerError, (await customer.Get($"/hss/api/v1/bookings/{_newer}")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await staff.Post($"/hss/api/v1/staff/bookings/{_newer}/approve")).Status);

        Assert.Equal(HttpStatusCode.OK, (await customer.Get($"/hss/api/v1/bookings/{_known}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.Post($"/hss/api/v1/staff/bookings/{_known}/approve")).Status);
        foreach (var (client, list) in ((ApiClient, string)[])[(customer, "bookings"), (staff, "staff/queue?status=all"), (admin, "admin/bookings"), (admin, "admin/overview"), (staff, "audit")])
        {
            var answer = await client.Get($"/hss/api/v1/{list}");
            Assert.True(answer.Status == HttpStatusCode.OK, $"{list}: {answer.Text}");
        }

        var all = (await admin.Get("/hss/api/v1/admin/bookings")).Text;
        Assert.Contains(_known, all, StringComparison.Ordinal);
        Assert.DoesNotContain(_newer, all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type = 'booking.from_tomorrow'")]
    [InlineData("schema = 99")]
    public async Task AnEventOfAnUnknownTypeOrSchema_HidesNoOthersFromTheAudit(string change)
    {
        await Store($"UPDATE events SET {change} WHERE kind = 'booking' AND id = '{_newer}' AND version = 1");

        var audit = await (await ApiClient.Staff(Http)).Get("/hss/api/v1/audit");

        Assert.Equal(HttpStatusCode.OK, audit.Status);
        Assert.Contains(_known, audit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_newer, audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountOfAnUnknownSchema_CannotSignIn_AndAllOthersCan()
    {
        await Store("UPDATE entities SET schema = 99 WHERE kind = 'account' AND id = (SELECT owner FROM entities WHERE kind = 'booking' LIMIT 1)");

        var refused = await new ApiClient(Http).Post("/hss/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" });

        Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
        var users = await (await ApiClient.Operator(Http)).Get("/api/v1/users");
        Assert.Equal(HttpStatusCode.OK, users.Status);
        Assert.Contains("staff@hss.local", users.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("customer@hss.local", users.Text, StringComparison.Ordinal);
    }
}
