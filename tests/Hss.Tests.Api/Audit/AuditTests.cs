using System.Net;
using System.Text.Json.Nodes;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Audit;

/// <summary>The audit shows who did what, and proves that nothing was changed afterwards.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private ApiServer _server = null!;
    private ApiClient _operator = null!;
    private ApiClient _customer = null!;
    private string _booking = "";

    public async Task InitializeAsync()
    {
        _server = await ApiServer.Start();
        (_operator, _customer) = (await ApiClient.Operator(_server.Client), await ApiClient.Customer(_server.Client));
        _booking = await Sample.Create(_customer);
        await (await ApiClient.Staff(_server.Client)).Post($"/hss/api/v1/staff/bookings/{_booking}/approve", null, ("X-Request-Id", "approve-1"));
        await _customer.Post($"/hss/api/v1/bookings/{_booking}/payment");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Audit_IsForOperatorsOnly()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(_server.Client).Get("/api/v1/audit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ApiClient.Admin(_server.Client)).Get("/api/v1/audit")).Status);
    }

    [Fact]
    public async Task Audit_FiltersAndPages()
    {
        var events = (await _operator.Get($"/api/v1/audit?entity=booking/{_booking}")).Json!["events"]!.AsArray();
        Assert.Equal(["booking.payment_captured", "booking.approved", "booking.submitted"], events.Select(e => (string?)e!["type"]));
        Assert.Equal("approve-1", (string?)events[1]!["request_id"]);
        Assert.Equal("Thandi@Example.org", (string?)events[2]!["data"]!["email"]);

        var actor = (string)events[0]!["actor"]!;
        var own = (await _operator.Get($"/api/v1/audit?actor={actor}&type=booking.submitted")).Json!["events"]!.AsArray();
        Assert.Equal(_booking, (string?)Assert.Single(own)!["id"]);
        Assert.Empty((await _operator.Get("/api/v1/audit?to=2020-01-01")).Json!["events"]!.AsArray());

        var seen = new List<long>();
        for (string? cursor = "0"; cursor is not null;)
        {
            var page = (await _operator.Get($"/api/v1/audit?limit=2&cursor={cursor}")).Json!;
            seen.AddRange(page["events"]!.AsArray().Select(e => (long)e!["seq"]!));
            cursor = page["next_cursor"]?.ToString();
        }

        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.Contains(1L, seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.Get("/api/v1/audit?limit=9999&from=yesterday")).Status);
    }

    [Fact]
    public async Task Audit_NeverShowsSecrets()
    {
        var text = (await _operator.Get("/api/v1/audit?entity=account&limit=500")).Text;
        Assert.Contains("account.created", text, StringComparison.Ordinal);
        Assert.DoesNotContain("verifier", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("pbkdf2", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Verify_OfAnUntouchedJournal_IsClean()
    {
        var one = (await _operator.Get($"/api/v1/audit/verify?kind=booking&id={_booking}")).Json!;
        Assert.Equal((true, 3), ((bool)one["clean"]!, (int)one["events"]!));
        Assert.True((bool)(await Span())[^1]["clean"]!);
        Assert.True((bool)(await WholeJournal())["clean"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await _operator.Get("/api/v1/audit/verify?kind=booking&id=HSS-0000000000")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.Get("/api/v1/audit/verify?kind=booking")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.Get("/api/v1/audit/verify")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.Get("/api/v1/audit/verify?from_seq=5&to_seq=4")).Status);
    }

    [Theory]
    [InlineData("UPDATE events SET data = replace(data, '\"method\":\"card\"', '\"method\":\"cash\"') WHERE kind = 'booking' AND version = 3", "altered", 3)]
    [InlineData("UPDATE events SET actor = 'somebody' WHERE kind = 'booking' AND version = 2", "altered", 2)]
    [InlineData("UPDATE events SET at = at + 1 WHERE kind = 'booking' AND version = 1", "altered", 1)]
    [InlineData("DELETE FROM events WHERE kind = 'booking' AND version = 2", "missing", 2)]
    [InlineData("DELETE FROM events WHERE kind = 'booking' AND version = 3", "missing", 3)]
    [InlineData("UPDATE events SET prev_hash = zeroblob(32) WHERE kind = 'booking' AND version = 2", "unlinked", 2)]
    [InlineData("UPDATE entities SET head = zeroblob(32) WHERE kind = 'booking'", "head_mismatch", 3)]
    public async Task Verify_NamesTheFirstBrokenEvent(string tampering, string reason, int version)
    {
        using (var connection = new SqliteDatabase(Path.Combine(_server.DataFolder, "hss.db")).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = tampering;
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        foreach (var answer in (JsonNode[])[(await _operator.Get($"/api/v1/audit/verify?kind=booking&id={_booking}")).Json!, (await Span())[^1], await WholeJournal()])
        {
            Assert.False((bool)answer["clean"]!);
            var broken = answer["broken"]!;
            Assert.Equal(("booking", _booking, version, reason), ((string?)broken["kind"], (string?)broken["id"], (int)broken["version"]!, (string?)broken["reason"]));
        }
    }

    [Fact]
    public async Task Verify_FindsAnEntityThatWasTakenAway()
    {
        using (var connection = new SqliteDatabase(Path.Combine(_server.DataFolder, "hss.db")).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM entities WHERE kind = 'booking'";
            command.ExecuteNonQuery();
        }

        Assert.Equal("entity_missing", (string?)(await WholeJournal())["broken"]!["reason"]);
    }

    [Fact]
    public async Task AnEventThatSomebodyMadeUnreadable_IsShownAsSuch_AndHidesNoOthers()
    {
        using (var connection = new SqliteDatabase(Path.Combine(_server.DataFolder, "hss.db")).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE events SET data = replace(data, '\"email\":\"', '\"email\":\"x'), ip = 'nothing' WHERE kind = 'booking' AND version = 1";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var events = (await _operator.Get($"/api/v1/audit?entity=booking/{_booking}")).Json!["events"]!.AsArray();
        Assert.Equal([true, true, false], events.Select(e => (bool)e!["readable"]!));
        Assert.Equal((null, null), ((string?)events[2]!["ip"], events[2]!["data"]));
    }

    [Fact]
    public async Task Verify_FindsAnEntityThatWasTakenAwayWithAllItsEvents_ByTheHoleInTheFeed()
    {
        var seq = (long)(await _operator.Get($"/api/v1/audit?entity=booking/{_booking}&type=booking.submitted")).Json!["events"]![0]!["seq"]!;
        using (var connection = new SqliteDatabase(Path.Combine(_server.DataFolder, "hss.db")).Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM entities WHERE kind = 'booking'; DELETE FROM events WHERE kind = 'booking'";
            command.ExecuteNonQuery();
        }

        foreach (var broken in (JsonNode[])[(await Span())[^1]["broken"]!, (await WholeJournal())["broken"]!])
            Assert.Equal((null, seq, "missing"), ((string?)broken["id"], (long)broken["seq"]!, (string?)broken["reason"]));
    }

    private async Task<IReadOnlyList<JsonNode>> Span()
    {
        var lines = (await _operator.Get("/api/v1/audit/verify?from_seq=1&to_seq=100000")).Text;
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    private async Task<JsonNode> WholeJournal()
    {
        var started = await _operator.Post("/api/v1/audit/verify");
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            guard.Token.ThrowIfCancellationRequested();
            var job = (await _operator.Get(started.Header("Location")!)).Json!;
            Assert.Null(job["fault"]);
            if ((bool)job["progress"]!["done"]!)
                return job["progress"]!;
            await Task.Delay(5);
        }
    }
}
