using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

/// <summary>Leases end at their time, by the test's clock, also across restarts.</summary>
public sealed class LeaseTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));

    private ApiServer _server = null!;

    private HttpClient Http => _server.Client;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task AHoldersLease_ExpiresByDueWork_AndTheNextHasIt()
    {
        var (resource, users) = await TwoInAQueue();
        var end = _clock.GetUtcNow().AddSeconds(600);
        _clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal((1, 1), Count(await Queueing.Queue(users[0], resource)));
        // One second past its end and no more, and nobody asks the queue: the worker wakes it within that second.
        _clock.Advance(TimeSpan.FromSeconds(2));
        var ended = await FirstEnd(resource);
        Assert.InRange(ended.At - end, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var own = await Own(users[1], resource);
        Assert.Equal(("approved", 2L), ((string?)own!["status"], (long)own["fencing_token"]!));
        Assert.Null(await Own(users[0], resource));
        Assert.Equal("expired", (string?)(await users[0].Get($"/reservia/reservation/history?resource_id={resource}")).Json!["history"]![0]!["status"]);
    }

    [Fact]
    public async Task ALeaseThatIsOver_IsNobodys_BeforeItsEndIsWritten()
    {
        var (resource, users) = await TwoInAQueue();
        // The worker looks every half second: a lease that ends between two looks is over for every reader before it is ended.
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(HttpStatusCode.OK, (await users[0].Do("keep_alive", resource)).Status);
        _clock.Advance(TimeSpan.FromSeconds(600));
        Assert.Null(await Own(users[0], resource));
    }

    [Fact]
    public async Task KeepAlive_KeepsHolderAndWaiter()
    {
        var (resource, users) = await TwoInAQueue();
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(500));
            foreach (var user in users)
                Assert.Equal(HttpStatusCode.OK, (await user.Do("keep_alive", resource)).Status);
        }

        Assert.Equal((1, 1), Count(await Queueing.Queue(users[0], resource)));
    }

    [Fact]
    public async Task AKeepAliveAfterTheEnd_ComesTooLate()
    {
        var (resource, users) = await TwoInAQueue();
        _clock.Advance(TimeSpan.FromSeconds(601));
        Assert.Equal(HttpStatusCode.NotFound, (await users[0].Do("keep_alive", resource)).Status);
    }

    [Fact]
    public async Task TimeInWhichTheServerWasDown_DoesNotCountAgainstHolders()
    {
        var (resource, users) = await TwoInAQueue();
        _clock.Advance(TimeSpan.FromSeconds(300));
        users = await Restart(TimeSpan.FromHours(2), users);
        Assert.Equal((1, 1), Count(await Queueing.Queue(users[0], resource)));
        _clock.Advance(TimeSpan.FromSeconds(298));
        Assert.Equal((1, 1), Count(await Queueing.Queue(users[0], resource)));
        _clock.Advance(TimeSpan.FromSeconds(3));
        await Until(async () => (string?)(await Own(users[1], resource))?["status"] == "approved");
        Assert.Single(await Types(resource), "queue.extended");
    }

    [Fact]
    public async Task WithoutTheSetting_LeasesThatEndedMeanwhile_ExpireInOrderOfTheirEnd()
    {
        var (resource, users) = await TwoInAQueue(new() { ["Reservations:ExtendByOutage"] = "false" });
        users = await Restart(TimeSpan.FromHours(2), users);
        await Until(async () => (await Types(resource)).Contains("reservation.ended"));
        // The holder's lease ended first, so the one who waited got the place, at the time when it could be given.
        Assert.Equal("approved", (string?)(await Own(users[1], resource))!["status"]);
        Assert.DoesNotContain("queue.extended", await Types(resource));
    }

    [Fact]
    public async Task ALifeOfZero_NeverEnds_AndIsNotKeptAlive()
    {
        var (resource, users) = await TwoInAQueue(new() { ["Reservations:ApprovedSeconds"] = "0", ["Reservations:RequestedSeconds"] = "0" });
        _clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal((1, 1), Count(await Queueing.Queue(users[0], resource)));
        var refused = await users[0].Do("keep_alive", resource);
        Assert.Equal((HttpStatusCode.BadRequest, """{"error":"This reservation does not expire"}"""), (refused.Status, refused.Text));
        Assert.Null((await Own(users[0], resource))!["valid_until_date"]);
    }

    private static (int, int) Count((long[] Holders, long[] Waiting) queue) => (queue.Holders.Length, queue.Waiting.Length);

    private static async Task<JsonNode?> Own(ApiClient user, long resource) =>
        (await user.Get($"/reservia/reservation/active/user?resource_id={resource}")).Json!["reservation"];

    private async Task<(long Resource, ApiClient[] Users)> TwoInAQueue(Dictionary<string, string?>? settings = null)
    {
        _server = await ApiServer.Start(
            new(settings ?? []) { ["ACCESS_TOKEN_EXPIRE_MINUTES"] = "1440", ["REFRESH_TOKEN_EXPIRE_DAYS"] = "365" }, configure: UseClock, journalClock: TimeProvider.System);
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 2));
        foreach (var user in users)
            Assert.Equal(HttpStatusCode.Created, (await user.Do("request", resource)).Status);
        return (resource, users);
    }

    private void UseClock(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    // The server comes back on another port.
    private async Task<ApiClient[]> Restart(TimeSpan outage, ApiClient[] users)
    {
        await _server.Restart(() => _clock.Advance(outage));
        return [.. users.Select(u => new ApiClient(Http, u.Token))];
    }

    private async Task<string[]> Types(long resource) =>
        [.. (await _server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "queue", Id = $"{resource}", Limit = 1000 }, default)).Select(e => e.Event.Type)];

    // The clock stands still meanwhile.
    private async Task<JournalEvent> FirstEnd(long resource)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await _server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "queue", Id = $"{resource}", Types = ["reservation.ended"], Limit = 1 }, default) is [var ended])
                return ended.Event;
            await Task.Delay(20, guard.Token);
        }
    }

    private async Task Until(Func<Task<bool>> condition)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, guard.Token);
        }
    }
}
