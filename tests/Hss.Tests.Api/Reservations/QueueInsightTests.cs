using System.Net;
using System.Text.Json.Nodes;
using Hss.Api.Reservations;
using Hss.Interfaces.Reservations;

namespace Hss.Tests.Api.Reservations;

/// <summary>What users learn of a queue: where they stand, how long it will take, what was, and how much a resource is used.</summary>
public sealed class QueueInsightTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    [Fact]
    public async Task Position_ForecastsFromTheLastHolds()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3));
        for (var i = 0; i < 5; i++)
        {
            await users[0].Do("request", resource);
            await users[0].Do("release", resource);
        }

        foreach (var user in users)
            await user.Do("request", resource);
        var holder = (await users[0].Get($"/reservia/reservation/position?resource_id={resource}")).Json!;
        Assert.Equal((0, 0, 0d, 5), ((int)holder["position"]!, (int)holder["ahead"]!, (double)holder["wait_p50_sec"]!, (int)holder["samples"]!));
        var last = (await users[2].Get($"/reservia/reservation/position?resource_id={resource}")).Json!;
        Assert.Equal((2, 2), ((int)last["position"]!, (int)last["ahead"]!));
        Assert.InRange((double)last["wait_p50_sec"]!, 0, 60);
        Assert.True((double)last["wait_p90_sec"]! >= (double)last["wait_p50_sec"]!);

        var fresh = await Queueing.Resource(Http);
        await users[0].Do("request", fresh);
        Assert.Null((await users[0].Get($"/reservia/reservation/position?resource_id={fresh}")).Json!["wait_p50_sec"]);
        Assert.Equal((HttpStatusCode.NotFound, """{"error":"No active reservation found"}"""), Short(await users[1].Get($"/reservia/reservation/position?resource_id={fresh}")));
    }

    [Fact]
    public async Task History_TellsPastReservations_PerUserAndResource()
    {
        var resource = await Queueing.Resource(Http);
        var (one, two) = (await Queueing.User(Http), await Queueing.User(Http));
        await one.Member.Post("/reservation/request", new { resource_id = resource });
        await two.Member.Post("/reservation/request", new { resource_id = resource });
        await one.Member.Post("/reservation/release", new { resource_id = resource });
        await one.Member.Post("/reservation/request", new { resource_id = resource });
        await one.Member.Post("/reservation/cancel", new { resource_id = resource });

        var ended = await History(one.Member, $"resource_id={resource}");
        Assert.Equal(["cancelled", "released"], ended.Select(h => (string?)h["status"]));
        Assert.All(ended, h => Assert.NotNull(h["ended_date"]));
        var own = await History(two.Member, "");
        Assert.Equal([("approved", two.Id)], own.Select(h => ((string?)h["status"], (long)h["user_id"]!)));
        Assert.Equal(["cancelled", "released"], (await History(await Queueing.Admin(Http), $"user_id={one.Id}")).Select(h => (string?)h["status"]));
        Assert.Equal(HttpStatusCode.Forbidden, (await two.Member.Get($"/reservation/history?user_id={one.Id}")).Status);

        var page = (await one.Member.Get($"/reservation/history?resource_id={resource}&limit=1")).Json!;
        var next = (await one.Member.Get($"/reservation/history?resource_id={resource}&limit=1&before={page["next"]}")).Json!;
        Assert.Equal(("cancelled", "released"), ((string?)page["history"]![0]!["status"], (string?)next["history"]![0]!["status"]));
    }

    [Fact]
    public async Task Utilisation_IsTheShareOfTimeThatPlacesWereHeld()
    {
        var (resource, users) = (await Queueing.Resource(Http, capacity: 2), await Queueing.Users(Http, 1));
        var from = DateTimeOffset.UtcNow;
        await users[0].Do("request", resource);
        var (begin, end) = (from.UtcDateTime.ToString("o"), from.AddHours(-1).UtcDateTime.ToString("o"));
        var row = Row((await users[0].Get($"/reservia/info/utilisation?from={begin}")).Json!);
        Assert.Equal((2, 1), ((int)row["capacity"]!, (int)row["holds"]!));
        Assert.InRange((double)row["utilisation"]!, 0.01, 0.5);
        Assert.Equal(0, (int)Row((await users[0].Get($"/reservia/info/utilisation?from={end}&to={begin}")).Json!)["holds"]!);

        JsonNode Row(JsonNode answer) => answer["resources"]!.AsArray().Select(r => r!).Single(r => (long)r["resource_id"]! == resource);
    }

    [Fact]
    public void Utilisation_CountsWhatLiesWithinTheTime_AndNothingElse()
    {
        var from = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var queue = new QueueView(new("1", "Printer", null, 2, "available", 1, 0, 1), [Hold(90, null)], [], []);
        // One is over before, one reaches in, one lies within, one goes on, one begins after.
        var row = ResourceUtilisation.Of(queue, [Hold(-20, 0), Hold(-10, 10), Hold(20, 50), Hold(100, 110)], from, from.AddSeconds(100));
        Assert.Equal((3, 50d, 0.25, 5d), (row.Holds, row.HeldSeconds, row.Utilisation, row.MeanWaitSeconds));

        ReservationView Hold(int begin, int? end) => new(
            1, "1", "a", 1, "a", "released", 5, from.AddSeconds(begin - 5), from.AddSeconds(begin), null, end is { } seconds ? from.AddSeconds(seconds) : null, 1, 0);
    }

    private static async Task<JsonNode[]> History(Member member, string query) =>
        [.. (await member.Get($"/reservation/history?{query}")).Json!["history"]!.AsArray().Select(h => h!)];

    private static (HttpStatusCode, string) Short(ApiAnswer answer) => (answer.Status, answer.Text);
}
