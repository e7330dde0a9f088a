using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Tests.Api.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

public sealed class SqliteQueueConcurrencyTests(ApiFixture api) : QueueConcurrencyTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresQueueConcurrencyTests(PostgresApiFixture api) : QueueConcurrencyTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Many callers at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public abstract class QueueConcurrencyTests(ApiServer server)
{
    private HttpClient Http => server.Client;

    [Fact]
    public async Task FiveHundredParallelRequestsForOneResource_OneApproved_499DistinctPositionsWithoutAGap()
    {
        var resource = await Queueing.Resource(Http);
        var users = await Queueing.Users(Http, 500);

        var answers = await Shopping.AtOnce(users.Length, i => users[i].Do("request", resource));

        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Created, a.Text));
        Assert.Equal("approved", (string?)Assert.Single(answers, a => (int)a.Json!["position"]! == 0).Json!["status"]);
        var waiting = answers.Where(a => (string?)a.Json!["status"] == "requested").Select(a => (int)a.Json!["position"]!).Order();
        Assert.Equal(Enumerable.Range(1, 499), waiting);
        Assert.Equal(500, answers.Select(a => (long)a.Json!["reservation_id"]!).Distinct().Count());

        // The rows say the same: every place in the order of arrival was given once, one grant was made.
        var places = (await Events(resource, "reservation.requested")).Select(e => (long)JsonNode.Parse(e.Event.Data)!["place"]!);
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), places);
        Assert.Single(await Events(resource, "reservation.approved"));
        Assert.Equal(499, (await Queueing.Queue(users[0], resource)).Waiting.Length);
    }

    [Fact]
    public async Task TheSameUserManyTimesAtOnce_IsInTheQueueOnce()
    {
        var resource = await Queueing.Resource(Http, capacity: 5);
        var user = (await Queueing.Users(Http, 1))[0];

        var answers = await Shopping.AtOnce(20, _ => user.Do("request", resource));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a =>
            Assert.Equal((HttpStatusCode.Conflict, """{"error":"User already has active reservation for this resource"}"""), (a.Status, a.Text)));
        Assert.Single(await Events(resource, "reservation.requested"));
    }

    [Fact]
    public async Task ParallelReleases_HandOverOnce()
    {
        var resource = await Queueing.Resource(Http);
        var users = await Queueing.Users(Http, 3);
        foreach (var user in users)
            Assert.Equal(HttpStatusCode.Created, (await user.Do("request", resource)).Status);

        var answers = await Shopping.AtOnce(10, _ => users[0].Do("release", resource));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a =>
            Assert.Equal((HttpStatusCode.NotFound, """{"error":"No approved reservation found to release"}"""), (a.Status, a.Text)));
        Assert.Equal(2, (await Events(resource, "reservation.approved")).Length);
        Assert.Single((await Queueing.Queue(users[0], resource)).Waiting);
    }

    [Fact]
    public async Task TheSameIdempotencyKey_FromManyCallersAtOnce_MakesOneReservation()
    {
        var resource = await Queueing.Resource(Http);
        var user = (await Queueing.Users(Http, 1))[0];

        var answers = await Shopping.AtOnce(16, _ => user.Post("/reservia/reservation/request", new { resource_id = resource }, ("Idempotency-Key", "one")));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, a.Text));
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => (long)a.Json!["reservation_id"]!).Distinct());
        var again = await user.Post("/reservia/reservation/request", new { resource_id = resource }, ("Idempotency-Key", "one"));
        Assert.Equal((HttpStatusCode.Created, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Single(await Events(resource, "reservation.requested"));
    }

    [Fact]
    public async Task TheFirstCallsOfAMember_AllAtOnce_GiveOneNumber()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        var resources = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Queueing.Resource(Http)));

        // Half of them ask who they are, half make reservations that keep the number.
        var answers = await Shopping.AtOnce(24, i => i % 2 == 0 ? user.Get("/reservia/session/status") : user.Do("request", resources[i / 2]));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Created, a.Text));
        var number = Assert.Single(answers.Where((_, i) => i % 2 == 0).Select(a => (long)a.Json!["user_id"]!).Distinct());
        foreach (var resource in resources)
            Assert.Equal([number], (await Queueing.Queue(user, resource)).Holders);
    }

    private async Task<FeedEvent[]> Events(long resource, string type) =>
        [.. await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "queue", Id = $"{resource}", Types = [type], Limit = 10_000 }, default)];
}
