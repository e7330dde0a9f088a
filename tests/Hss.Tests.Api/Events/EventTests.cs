using System.Net;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Events;

/// <summary>Live events over a real connection.</summary>
public sealed class EventTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Events_ReachTheOwnerAndStaff_AndNobodyElse()
    {
        var (customer, other, staff) = (await Sample.NewCustomer(api.Client), await Sample.NewCustomer(api.Client), await ApiClient.Staff(api.Client));
        using var own = await EventStream.Open(api.Client, customer.Token, "hss.bookings");
        using var foreign = await EventStream.Open(api.Client, other.Token, "hss.bookings");
        using var office = await EventStream.Open(api.Client, staff.Token, "hss.bookings");
        foreach (var stream in (EventStream[])[own, foreign, office])
            Assert.Equal("ready", (await stream.Next())!.Value.Event);

        var id = await Sample.Create(customer);
        var theirs = await Sample.Create(other);

        var heard = (await own.Next())!.Value;
        Assert.Equal(("booking.submitted", $"hss.bookings.{id}", 1), (heard.Event, (string?)heard.Data["topic"], (int)heard.Data["version"]!));
        Assert.Equal(theirs, (string?)(await foreign.Next())!.Value.Data["id"]);
        Assert.Equal(id, (string?)(await office.Next())!.Value.Data["id"]);
        Assert.Equal(theirs, (string?)(await office.Next())!.Value.Data["id"]);
    }

    [Fact]
    public async Task AnIdOfAnotherEpoch_GetsReset()
    {
        var customer = await Sample.NewCustomer(api.Client);
        using var stream = await EventStream.Open(api.Client, customer.Token, "hss.bookings", "0123456789abcdef-5");
        Assert.Equal("reset", (await stream.Next())!.Value.Event);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("hss.nothing", HttpStatusCode.BadRequest)]
    [InlineData("hss.bookings,store.nothing", HttpStatusCode.BadRequest)]
    public async Task Topics_ThatAreUnknown_Are400(string topics, HttpStatusCode expected)
    {
        var customer = await ApiClient.Customer(api.Client);
        using var response = await EventStream.Request(api.Client, customer.Token, topics);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Topics_OfOthers_Are403_AndWithoutSignIn401()
    {
        var id = await Sample.Create(await ApiClient.Customer(api.Client));
        var other = await Sample.NewCustomer(api.Client);
        using var foreign = await EventStream.Request(api.Client, other.Token, $"hss.bookings.{id}");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var nobody = await EventStream.Request(api.Client, null, "hss.bookings");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task RoleChange_CountsForOpenStreams_AndSignOutEndsThem()
    {
        var customer = await ApiClient.Customer(api.Client);
        var email = $"s{Guid.NewGuid():N}@example.org";
        var login = await new ApiClient(api.Client).Post("/hss/api/v1/auth/login", new { email, role = "staff" });
        var staff = new ApiClient(api.Client, (string?)login.Json!["token"]);
        using var stream = await EventStream.Open(api.Client, staff.Token, "hss.bookings");
        await stream.Next();
        await Sample.Create(customer);
        Assert.Equal("booking.submitted", (await stream.Next())!.Value.Event);

        var me = (string)(await staff.Get("/api/v1/auth/me")).Json!["id"]!;
        var changed = await (await ApiClient.Operator(api.Client)).Send(HttpMethod.Put, $"/api/v1/users/{me}/roles", new { roles = new { hss = "customer" } });
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        await Sample.Create(customer);
        var own = await Sample.Create(staff);
        Assert.Equal(own, (string?)(await stream.Next())!.Value.Data["id"]);

        Assert.Equal(HttpStatusCode.NoContent, (await staff.Post("/api/v1/auth/logout")).Status);
        await Sample.Create(customer);
        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task ARoleThatIsTakenAway_EndsTheStream_AndThenTheTopicIs403()
    {
        var customer = await Sample.NewCustomer(api.Client);
        using var stream = await EventStream.Open(api.Client, customer.Token, "hss.bookings");
        Assert.Equal("ready", (await stream.Next())!.Value.Event);

        var me = (string)(await customer.Get("/api/v1/auth/me")).Json!["id"]!;
        var changed = await (await ApiClient.Operator(api.Client)).Send(HttpMethod.Put, $"/api/v1/users/{me}/roles", new { roles = new { hss = (string?)null } });
        Assert.Equal(HttpStatusCode.OK, changed.Status);

        // Nothing else happens: the change itself is in the feed and wakes the stream.
        Assert.Null(await stream.Next());
        using var refused = await EventStream.Request(api.Client, customer.Token, "hss.bookings");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Connections_AreLimitedAnAccount()
    {
        var customer = await Sample.NewCustomer(api.Client);
        var open = new List<EventStream>();
        try
        {
            for (var i = 0; i < 10; i++)
                open.Add(await EventStream.Open(api.Client, customer.Token, "hss.bookings"));
            using var refused = await EventStream.Request(api.Client, customer.Token, "hss.bookings");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        finally
        {
            open.ForEach(s => s.Dispose());
        }
    }
}
