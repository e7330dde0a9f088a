using System.Net;

namespace Hss.Tests.Api.Reservations;

/// <summary>Asking, waiting, giving back, by the contract of /reservia.</summary>
public sealed class ReservationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Client;

    [Fact]
    public async Task AFreeResource_IsApprovedAtOnce_AndATakenOneQueues()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3));
        var first = await users[0].Do("request", resource);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(("Reservation request successful", resource, "approved", 1L), (
            (string?)first.Json!["message"], (long)first.Json!["resource_id"]!, (string?)first.Json!["status"], (long)first.Json!["fencing_token"]!));
        var second = (await users[1].Do("request", resource)).Json!;
        Assert.Equal(("requested", 1), ((string?)second["status"], (int)second["position"]!));
        Assert.Null(second["fencing_token"]);
        Assert.Equal(2, (int)(await users[2].Do("request", resource)).Json!["position"]!);
    }

    [Fact]
    public async Task Release_HandsOverToTheFirstWhoWaits_WithAGreaterToken()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3));
        foreach (var user in users)
            await user.Do("request", resource);
        var released = await users[0].Do("release", resource);
        Assert.Equal((HttpStatusCode.OK, "Reservation released successfully"), (released.Status, (string?)released.Json!["message"]));
        Assert.NotNull(released.Json!["released_date"]);
        var own = (await users[1].Get($"/reservia/reservation/active/user?resource_id={resource}")).Json!["reservation"]!;
        Assert.Equal(("approved", 2L), ((string?)own["status"], (long)own["fencing_token"]!));
        Assert.Equal(1, (int)(await users[2].Get($"/reservia/reservation/position?resource_id={resource}")).Json!["position"]!);
    }

    [Fact]
    public async Task CancelInTheMiddle_KeepsTheOrder()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 5));
        foreach (var user in users)
            await user.Do("request", resource);
        var before = (await Queueing.Queue(users[0], resource)).Waiting;
        var cancelled = await users[2].Do("cancel", resource);
        Assert.Equal((HttpStatusCode.OK, "Reservation cancelled successfully"), (cancelled.Status, (string?)cancelled.Json!["message"]));
        Assert.NotNull(cancelled.Json!["cancelled_date"]);
        Assert.Equal([before[0], before[2], before[3]], (await Queueing.Queue(users[0], resource)).Waiting);
        // It may ask again, and comes last.
        Assert.Equal(4, (int)(await users[2].Do("request", resource)).Json!["position"]!);
    }

    [Fact]
    public async Task AnApprovedReservation_IsNotCancelled()
    {
        var (resource, user) = (await Queueing.Resource(Http), (await Queueing.Users(Http, 1))[0]);
        await user.Do("request", resource);
        Assert.Equal((HttpStatusCode.NotFound, """{"error":"No queued reservation found to cancel"}"""), Short(await user.Do("cancel", resource)));
        Assert.Equal((HttpStatusCode.Conflict, """{"error":"User already has active reservation for this resource"}"""), Short(await user.Do("request", resource)));
    }

    [Theory]
    [InlineData("release", "No approved reservation found to release")]
    [InlineData("cancel", "No queued reservation found to cancel")]
    [InlineData("keep_alive", "No active reservation found to keep alive")]
    public async Task WithoutAReservation_Is404(string verb, string error)
    {
        var (resource, user) = (await Queueing.Resource(Http), (await Queueing.Users(Http, 1))[0]);
        Assert.Equal((HttpStatusCode.NotFound, $$"""{"error":"{{error}}"}"""), Short(await user.Do(verb, resource)));
    }

    [Fact]
    public async Task AnUnknownResource_Is404()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        Assert.Equal((HttpStatusCode.NotFound, """{"error":"Resource 999999 not found"}"""), Short(await user.Do("request", 999999)));
    }

    [Theory]
    [InlineData("request")]
    [InlineData("cancel")]
    [InlineData("release")]
    [InlineData("keep_alive")]
    public async Task ABadBody_Is400_AndNobodyIsAskedFirst(string verb)
    {
        var user = (await Queueing.Users(Http, 1))[0];
        Assert.Equal((HttpStatusCode.BadRequest, """{"error":"resource_id is required"}"""), Short(await user.Post($"/reservia/reservation/{verb}", new { })));
        Assert.Equal((HttpStatusCode.BadRequest, """{"error":"JSON data required"}"""), Short(await user.Post($"/reservia/reservation/{verb}")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post($"/reservia/reservation/{verb}", new { })).Status);
    }

    [Fact]
    public async Task KeepAlive_MovesTheEndOfTheLease_OfHolderAndWaiter()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 2));
        await users[0].Do("request", resource);
        await users[1].Do("request", resource);
        var (held, waits) = ((await users[0].Do("keep_alive", resource)).Json!, (await users[1].Do("keep_alive", resource)).Json!);
        Assert.Equal("Reservation kept alive successfully", (string?)held["message"]);
        var (heldUntil, waitsUntil) = (DateTimeOffset.Parse((string)held["valid_until_date"]!, null), DateTimeOffset.Parse((string)waits["valid_until_date"]!, null));
        Assert.InRange(heldUntil, DateTimeOffset.UtcNow.AddSeconds(500), DateTimeOffset.UtcNow.AddSeconds(601));
        Assert.InRange(waitsUntil, DateTimeOffset.UtcNow.AddSeconds(1700), DateTimeOffset.UtcNow.AddSeconds(1801));
        Assert.Equal(1, (long)held["fencing_token"]!);
    }

    [Fact]
    public async Task ActiveLists_ShowHoldersAndWaiters_OldestRequestFirst()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3));
        foreach (var user in users)
            await user.Do("request", resource);
        var list = (await users[0].Get($"/reservia/reservation/active?resource_id={resource}")).Json!;
        Assert.Equal(("Active reservations retrieved successfully", 3), ((string?)list["message"], (int)list["count"]!));
        var rows = list["reservations"]!.AsArray().Select(r => r!).ToArray();
        Assert.Equal(["approved", "requested", "requested"], rows.Select(r => (string?)r["status"]));
        Assert.NotNull(rows[0]["approved_date"]);
        Assert.Null(rows[1]["approved_date"]);
        Assert.EndsWith("Z", (string?)rows[0]["request_date"], StringComparison.Ordinal);
        // In seconds since 1970, as the later version says it.
        Assert.InRange((long)rows[0]["valid_until_date"]!, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddSeconds(601).ToUnixTimeSeconds());

        var everybody = (await users[0].Get("/reservia/reservation/active/all_users")).Json!;
        Assert.Equal("All active reservations retrieved successfully", (string?)everybody["message"]);
        var dates = everybody["reservations"]!.AsArray().Select(r => (string)r!["request_date"]!).ToArray();
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.Equal(3, everybody["reservations"]!.AsArray().Count(r => (long)r!["resource_id"]! == resource));
    }

    [Fact]
    public async Task ActiveOfAnUnknownResource_IsEmpty()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        var list = await user.Get("/reservia/reservation/active?resource_id=999999");
        Assert.Equal((HttpStatusCode.OK, 0), (list.Status, (int)list.Json!["count"]!));
        Assert.Null((await user.Get("/reservia/reservation/active/user?resource_id=999999")).Json!["reservation"]);
    }

    [Theory]
    [InlineData("", "resource_id parameter is required")]
    [InlineData("?resource_id=abc", "resource_id must be a valid integer")]
    public async Task ActiveWithoutAResource_Is400(string query, string error)
    {
        var user = (await Queueing.Users(Http, 1))[0];
        foreach (var path in (string[])["active", "active/user", "position", "live"])
            Assert.Equal((HttpStatusCode.BadRequest, $$"""{"error":"{{error}}"}"""), Short(await user.Get($"/reservia/reservation/{path}{query}")));
    }

    [Fact]
    public async Task WhileAResourceIsNotAvailable_NobodyGetsIt_AndTheQueueStays()
    {
        var (resource, users, admin) = (await Queueing.Resource(Http), await Queueing.Users(Http, 3), await Queueing.Admin(Http));
        await users[0].Do("request", resource);
        await users[1].Do("request", resource);
        await admin.Post("/admin/resource/modify", new { resource_id = resource, state = "maintenance" });
        await users[0].Do("release", resource);
        Assert.Equal("requested", (string?)(await users[2].Do("request", resource)).Json!["status"]);
        var (holders, waiting) = await Queueing.Queue(users[0], resource);
        Assert.Equal((0, 2), (holders.Length, waiting.Length));
        await admin.Post("/admin/resource/modify", new { resource_id = resource, state = "available" });
        var after = await Queueing.Queue(users[0], resource);
        Assert.Equal([waiting[0]], after.Holders);
        Assert.Equal([waiting[1]], after.Waiting);
    }

    [Fact]
    public async Task RaisingCapacity_PromotesAtOnce()
    {
        var (resource, users) = (await Queueing.Resource(Http), await Queueing.Users(Http, 4));
        foreach (var user in users)
            await user.Do("request", resource);
        await (await Queueing.Admin(Http)).Post("/admin/resource/modify", new { resource_id = resource, capacity = 3 });
        var (holders, waiting) = await Queueing.Queue(users[0], resource);
        Assert.Equal((3, 1), (holders.Length, waiting.Length));
    }

    [Fact]
    public async Task AnAdminsPriority_OvertakesWithItsReason()
    {
        var (resource, admin) = (await Queueing.Resource(Http), await Queueing.Admin(Http));
        var users = new[] { await Queueing.User(Http), await Queueing.User(Http), await Queueing.User(Http) };
        foreach (var (member, _, _) in users)
            Assert.Equal(HttpStatusCode.Created, (await member.Post("/reservation/request", new { resource_id = resource })).Status);
        var moved = await admin.Post("/reservation/priority", new { resource_id = resource, user_id = users[2].Id, priority = 9 });
        Assert.Equal((HttpStatusCode.OK, 1), (moved.Status, (int)moved.Json!["position"]!));
        // A user's own priority counts from its next request on.
        Assert.Equal(HttpStatusCode.OK, (await admin.Post("/admin/user/modify", new { user_id = users[0].Id, priority = 8 })).Status);
        await users[0].Member.Post("/reservation/release", new { resource_id = resource });
        Assert.Equal(1, (int)(await users[0].Member.Post("/reservation/request", new { resource_id = resource })).Json!["position"]!);
        Assert.Equal((HttpStatusCode.NotFound, """{"error":"No queued reservation found to prioritise"}"""), Short(
            await admin.Post("/reservation/priority", new { resource_id = resource, user_id = users[2].Id, priority = 1 })));
    }

    [Fact]
    public async Task EveryPath_WorksAtTheRootToo()
    {
        var user = (await Queueing.Users(Http, 1))[0];
        Assert.Equal(HttpStatusCode.OK, (await user.Get("/info/is_alive")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await user.Get("/reservation/active")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/admin/resource/add", new { name = "x" })).Status);
    }

    private static (HttpStatusCode, string) Short(ApiAnswer answer) => (answer.Status, answer.Text);
}
