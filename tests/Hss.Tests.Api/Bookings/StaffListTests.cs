using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Bookings;

/// <summary>The lists of staff and admins: whole, as the fact file says, or in pages.</summary>
public sealed class StaffListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/hss/api/v1/staff/queue", "queue", false)]
    [InlineData("/hss/api/v1/admin/bookings", "bookings", true)]
    public async Task List_IsWhole_OrAPageOfIt_WithTheTotalInAHeader(string path, string member, bool newestFirst)
    {
        var customer = await Sample.NewCustomer(api.Client);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add(await Sample.Create(customer));
        if (newestFirst)
            made.Reverse();

        var admin = await ApiClient.Admin(api.Client);
        var whole = Ids(await admin.Get(path), member, out var total);
        Assert.Equal(total, whole.Length);
        Assert.Equal(made, whole.Where(made.Contains));

        var pages = new List<string>();
        while (pages.Count < total)
        {
            var page = Ids(await admin.Get($"{path}?limit=2&offset={pages.Count}"), member, out var all);
            Assert.Equal((total, Math.Min(2, total - pages.Count)), (all, page.Length));
            pages.AddRange(page);
        }

        Assert.Equal(whole, pages);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Get($"{path}?limit=1001")).Status);
    }

    private static string[] Ids(ApiAnswer answer, string member, out int total)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        total = int.Parse(answer.Header("X-Total-Count")!, null);
        var rows = answer.Json![member]!.AsArray();
        Assert.Equal(rows.Count, (int)answer.Json["count"]!);
        return [.. rows.Select(r => (string)((JsonNode)r!)["id"]!)];
    }

    [Fact]
    public async Task Booking_HasItsFieldsInTheOrderOfItsRows_ThenItsItems()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var id = await Sample.Create(customer);
        var row = (await customer.Get("/hss/api/v1/bookings")).Json!["bookings"]![0]!.AsObject().Select(p => p.Key);
        var whole = (await customer.Get($"/hss/api/v1/bookings/{id}")).Json!.AsObject().Select(p => p.Key);
        Assert.Equal([.. row, "items", "request_id"], whole);
    }
}
