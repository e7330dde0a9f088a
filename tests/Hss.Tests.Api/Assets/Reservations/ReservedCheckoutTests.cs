using System.Net;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Assets.Reservations;

/// <summary>A checkout is refused while somebody else has reserved the asset for a time within it, at request and again at approval.</summary>
public sealed class ReservedCheckoutTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private ApiServer Server => api.Server;

    [Fact]
    public async Task ACheckoutRequest_WithinAnothersReservation_IsRefused_AndNamesIt()
    {
        var (asset, (employee, _), (other, _)) = (await Loans.Asset(Server), await Loans.Employee(Server), await Loans.Employee(Server));
        var reservation = await Reserve(other, asset, Now.AddHours(3), Now.AddHours(5));

        // Without an expected return it is taken to last 24 hours.
        foreach (var expected in (DateTimeOffset?[])[null, Now.AddHours(4), Now.AddDays(3)])
        {
            var refused = await Ask(employee, asset, expected);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(reservation, refused.Detail(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Created, (await Ask(employee, asset, Now.AddHours(2))).Status);
    }

    [Fact]
    public async Task OnesOwnReservation_RefusesNothing()
    {
        var (asset, (employee, _)) = (await Loans.Asset(Server), await Loans.Employee(Server));
        await Reserve(employee, asset, Now.AddHours(1), Now.AddHours(5));
        Assert.Equal(HttpStatusCode.Created, (await Ask(employee, asset, null)).Status);
    }

    [Fact]
    public async Task AReservationAfter24Hours_DoesNotRefuseACheckoutWithoutExpectedReturn()
    {
        var (asset, (employee, _), (other, _)) = (await Loans.Asset(Server), await Loans.Employee(Server), await Loans.Employee(Server));
        await Reserve(other, asset, Now.AddHours(25), Now.AddHours(26));
        Assert.Equal(HttpStatusCode.Created, (await Ask(employee, asset, null)).Status);
    }

    [Fact]
    public async Task AnApproval_WithinAReservationThatCameMeanwhile_IsRefused_AndTheRequestStaysPending()
    {
        var (asset, (employee, id), (other, _)) = (await Loans.Asset(Server), await Loans.Employee(Server), await Loans.Employee(Server));
        var checkout = await Loans.Checkout(employee, asset);
        var reservation = await Reserve(other, asset, Now.AddHours(3), Now.AddHours(5));
        var manager = await Sams.Manager(Server.Client);

        var refused = await manager.Post($"{Loans.Api}/{checkout}/approve");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(reservation, refused.Detail(), StringComparison.Ordinal);
        Assert.Equal("pending", (string?)(await manager.Get($"{Loans.Api}/{checkout}")).Json!["status"]);
        Assert.Null((await Loans.Look(Server, asset)).AssignedTo);

        // When the reservation is gone, the same request can be approved.
        Assert.Equal(HttpStatusCode.NoContent, (await other.Delete($"/sams/api/v1/assets/{asset}/reservations/{reservation}")).Status);
        await Loans.Approve(Server, checkout);
        Assert.Equal(id, (await Loans.Look(Server, asset)).AssignedTo);
    }

    private static Task<ApiAnswer> Ask(ApiClient employee, string asset, DateTimeOffset? expected) =>
        employee.Post($"{Loans.Api}/checkout", new { asset_id = asset, expected_return_date = expected });

    private static async Task<string> Reserve(ApiClient person, string asset, DateTimeOffset from, DateTimeOffset to)
    {
        var reserved = await person.Post($"/sams/api/v1/assets/{asset}/reservations", new { from, to, purpose = "Demo" });
        Assert.True(reserved.Status == HttpStatusCode.Created, reserved.Text);
        return (string)reserved.Json!["id"]!;
    }
}
