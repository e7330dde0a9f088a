using System.Net;
using Hss.Tests.Api.Events;

namespace Hss.Tests.Api.Reservations;

/// <summary>A queue as it changes, by Server-Sent Events.</summary>
public sealed class LiveTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    [Fact]
    public async Task Live_SendsEachChangeOfThisResource_AndNoOther()
    {
        var (resource, other, users) = (await Queueing.Resource(Http), await Queueing.Resource(Http), await Queueing.Users(Http, 2));
        using var live = await EventStream.OpenPath(Http, users[0].Token, $"/reservia/reservation/live?resource_id={resource}");
        Assert.Equal("ready", (await live.Next())!.Value.Event);
        await users[0].Do("request", resource);
        await users[1].Do("request", other);
        await users[1].Do("request", resource);
        await users[0].Do("release", resource);
        string[] expected = ["reservation.requested", "reservation.approved", "reservation.requested", "reservation.ended", "reservation.approved"];
        foreach (var type in expected)
        {
            var (name, data) = (await live.Next())!.Value;
            Assert.Equal((type, $"{resource}"), (name, (string?)data["id"]));
        }
    }

    [Fact]
    public async Task AReconnectWithLastEventId_MissesNothing()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3));
        var path = $"/reservia/reservation/live?resource_id={resource}";
        string last;
        using (var live = await EventStream.OpenPath(Http, users[0].Token, path))
        {
            await live.Next();
            await users[0].Do("request", resource);
            Assert.Equal("reservation.requested", (await live.Next())!.Value.Event);
            last = live.LastId;
        }

        await users[1].Do("request", resource);
        await users[2].Do("request", resource);
        using var again = await EventStream.OpenPath(Http, users[0].Token, path, last);
        Assert.Equal("ready", (await again.Next())!.Value.Event);
        foreach (var type in (string[])["reservation.approved", "reservation.requested", "reservation.requested"])
            Assert.Equal(type, (await again.Next())!.Value.Event);
    }

    [Fact]
    public async Task AnotherStateOfTheResource_IsTold()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 1));
        using var live = await EventStream.OpenPath(Http, users[0].Token, $"/reservia/reservation/live?resource_id={resource}");
        await live.Next();
        await (await Queueing.Admin(Http)).Post("/admin/resource/modify", new { resource_id = resource, state = "offline" });
        var (name, data) = (await live.Next())!.Value;
        Assert.Equal(("resource.modified", "offline"), (name, (string?)data["data"]!["availability"]));
    }

    [Fact]
    public async Task AnUnknownResource_Is404()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        Assert.Equal(HttpStatusCode.NotFound, (await user.Get("/reservia/reservation/live?resource_id=999999")).Status);
    }
}
