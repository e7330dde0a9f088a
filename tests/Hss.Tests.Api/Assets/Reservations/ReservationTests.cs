using System.Net;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Tests.Api.Assets.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Reservations;

/// <summary>Reservations over HTTP, on one database.</summary>
public abstract class ReservationContract
{
    private static readonly DateTimeOffset Tomorrow = new(DateTime.UtcNow.Date.AddDays(1), TimeSpan.Zero);

    protected abstract ApiServer Server { get; }

    private HttpClient Http => Server.Client;

    [Fact]
    public async Task Reserve_ListAndCancel_ByOwnerAndManager()
    {
        var (path, employee, manager) = (await Path(), await Sams.Employee(Http), await Sams.Manager(Http));
        var later = await employee.Post(path, Body(5, 6, "b"));
        var sooner = await manager.Post(path, Body(1, 2, " a "));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (later.Status, sooner.Status));
        Assert.Equal(["id", "asset_id", "user_id", "from", "to", "purpose", "created_at"], later.Json!.AsObject().Select(p => p.Key));
        Assert.Equal([(string)sooner.Json!["id"]!, (string)later.Json["id"]!], await Ids(employee, path));
        Assert.Equal(Tomorrow.AddHours(1), (DateTimeOffset)sooner.Json["from"]!);
        Assert.Equal("a", (string)sooner.Json["purpose"]!);

        Assert.Equal(HttpStatusCode.Forbidden, (await employee.Delete($"{path}/{sooner.Json["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.Post($"{path}/{sooner.Json["id"]}/cancel")).Status);
        var cancelled = await manager.Post($"{path}/{later.Json["id"]}/cancel");
        Assert.Equal((HttpStatusCode.OK, (string)later.Json["id"]!), (cancelled.Status, (string)cancelled.Json!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Delete($"{path}/{later.Json["id"]}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Delete($"{path}/{sooner.Json["id"]}")).Status);
        Assert.Empty(await Ids(employee, path));
    }

    [Fact]
    public async Task Reserve_OverAnother_IsRefusedNamingIt_AlsoOverOnesOwn_AndRightAfterItIsNot()
    {
        var (path, employee) = (await Path(), await Sams.Employee(Http));
        var first = await employee.Post(path, Body(1, 3));
        var refused = await employee.Post(path, Body(2, 4));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var time = Tomorrow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        Assert.StartsWith($"Asset is reserved (reservation {first.Json!["id"]}, from {time}, to ", refused.Detail(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await employee.Post(path, Body(3, 4))).Status);
    }

    [Fact]
    public async Task Reserve_WithBadInput_NamesTheFields_AndNeedsAnAsset()
    {
        var (path, employee) = (await Path(), await Sams.Employee(Http));
        Assert.Equal([["from"], ["to"]], Fields(await employee.Post(path, new { purpose = "x" })));
        Assert.Equal([["to"]], Fields(await employee.Post(path, Body(2, 1))));
        Assert.Equal([["to"]], Fields(await employee.Post(path, Body(-100, -50))));
        Assert.Equal([["from"]], Fields(await employee.Post(path, Body(366 * 24, (366 * 24) + 1))));
        Assert.Equal([["to"]], Fields(await employee.Post(path, Body(1, (365 * 24) + 2))));
        Assert.Equal([["purpose"]], Fields(await employee.Post(path, Body(1, 2, new string('x', 501)))));
        Assert.Equal(HttpStatusCode.NotFound, (await employee.Post($"/sams/api/v1/assets/{Guid.NewGuid()}/reservations", Body(1, 2))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await employee.Post("/sams/api/v1/assets/7/reservations", Body(1, 2))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Post(path, Body(1, 2))).Status);
        Assert.Empty(await Ids(employee, path));
    }

    [Fact]
    public async Task Reserve_RepeatedWithItsKey_IsOneReservation()
    {
        var (path, employee, key) = (await Path(), await Sams.Employee(Http), ("Idempotency-Key", Sams.Unique()));
        var first = await employee.Post(path, Body(1, 2), key);
        var again = await employee.Post(path, Body(1, 2), key);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, (string)first.Json!["id"]!), (first.Status, again.Status, (string)again.Json!["id"]!));
        Assert.Single(await Ids(employee, path));
    }

    [Fact]
    public async Task FiftyOverlappingReservationsAtOnce_OneWins()
    {
        var (path, employee, manager) = (await Path(), await Sams.Employee(Http), await Sams.Manager(Http));
        var answers = await Sams.AtOnce(50, n => (n % 2 == 0 ? employee : manager).Post(path, Body(10 - (n % 5), 11 + n)));
        var won = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != won), a =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, a.Status);
            Assert.Contains((string)won.Json!["id"]!, a.Detail(), StringComparison.Ordinal);
        });

        // The rows: one event of a reservation, and the state has that one.
        var key = AssetKind.Instance.Key(path.Split('/')[5]);
        var (journal, codec) = (Server.Services.GetRequiredService<IJournal>(), Server.Services.GetRequiredService<EntityCodec>());
        var events = await journal.Events(new() { Kind = key.Kind, Id = key.Id, Types = ["asset.reserved"] }, default);
        var stored = ((AssetReserved)codec.DecodeEvent(AssetKind.Instance, key, Assert.Single(events).Event)).Reservation;
        var state = codec.DecodeState(AssetKind.Instance, (await journal.Load(key))!);
        Assert.Equal((string)won.Json!["id"]!, stored.Id);
        Assert.Equal(stored, Assert.Single(state.Reservations));
    }

    [Fact]
    public async Task Calendar_HasTheReservations_InTheFormOfRfc5545()
    {
        var (path, employee) = (await Path("Büro, \"A\"; 판교 " + new string('x', 80)), await Sams.Employee(Http));
        var made = await employee.Post(path, Body(1, 3, "Fair; stand 1,\nhall 2"));
        var answer = await employee.Get(path.Replace("/reservations", "/calendar.ics", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.All(answer.Text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = answer.Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains($"UID:{made.Json!["id"]}@hss", lines);
        Assert.Contains($"DTSTART:{Tomorrow.AddHours(1):yyyyMMdd'T'HHmmss'Z'}", lines);
        Assert.Contains($"DTEND:{Tomorrow.AddHours(3):yyyyMMdd'T'HHmmss'Z'}", lines);
        Assert.Contains("DESCRIPTION:Fair\\; stand 1\\,\\nhall 2", lines);
        Assert.Contains(lines, l => l.StartsWith("SUMMARY:Reserved: SRS-", StringComparison.Ordinal) && l.Contains("Büro\\, \"A\"\\; 판교", StringComparison.Ordinal));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
    }

    private async Task<string> Path(string name = "Asset") => $"/sams/api/v1/assets/{await Importing.Asset(Http, name)}/reservations";

    private static object Body(int from, int to, string? purpose = null) => new { from = Tomorrow.AddHours(from), to = Tomorrow.AddHours(to), purpose };

    private static async Task<string[]> Ids(ApiClient client, string path) => [.. (await client.Get(path)).Json!.AsArray().Select(r => (string)r!["id"]!)];

    private static string[][] Fields(ApiAnswer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, answer.Text);
        return [.. answer.Json!["detail"]!.AsArray().Select(d => d!["loc"]!.AsArray().Skip(1).Select(p => p!.ToString()).ToArray())];
    }
}

public sealed class SqliteReservationTests(ApiFixture api) : ReservationContract, IClassFixture<ApiFixture>
{
    protected override ApiServer Server => api.Server;
}

public sealed class PostgresReservationTests(PostgresApiFixture api) : ReservationContract, IClassFixture<PostgresApiFixture>
{
    protected override ApiServer Server => api.Server;
}
