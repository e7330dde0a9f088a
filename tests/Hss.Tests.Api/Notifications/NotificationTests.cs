using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Admin;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Notifications;
using Hss.Interfaces.Notifications;
using Hss.Silo.Effects;
using Hss.Tests.Api.Library;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Notifications;

/// <summary>An inbox over HTTP.</summary>
public sealed class NotificationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiServer Server => api.Server;

    [Fact]
    public async Task ANotice_IsInItsReadersInbox_AndInNobodyElses()
    {
        var ((reader, id), (other, _)) = (await Notices.Reader(Server), await Notices.Reader(Server));
        var row = Assert.Single(await Server.Receive(reader, Notices.To(id, "Arrived")));
        Assert.Equal(
            ["id", "user_id", "notification_type", "title", "message", "payload", "quiet", "is_read", "created_at", "read_at"], row.AsObject().Select(m => m.Key));
        Assert.Equal(
            (id, "REQUEST_STATUS", "Arrived", "Arrived.", false, false, null),
            ((string?)row["user_id"], (string?)row["notification_type"], (string?)row["title"], (string?)row["message"], (bool)row["quiet"]!, (bool)row["is_read"]!, row["read_at"]));
        Assert.Equal(
            ("r1", null, "r1", "IN_PROGRESS"),
            ((string?)row["payload"]!["request_id"], row["payload"]!["return_id"], (string?)row["payload"]!["task_id"], (string?)row["payload"]!["status"]));

        var one = await reader.Get($"{Notices.Url}/{row["id"]}");
        Assert.True(JsonNode.DeepEquals(row, one.Data()));
        Assert.Equal("v1", one.Header("API-Version"));
        Assert.Empty(await Notices.Rows(other));
        foreach (var answer in (ApiAnswer[])[
            await other.Get($"{Notices.Url}/{row["id"]}"),
            await other.Put($"{Notices.Url}/{row["id"]}/read"),
            await other.Delete($"{Notices.Url}/{row["id"]}"),
            await (await Luna.Admin(Server.Client)).Get($"{Notices.Url}/{row["id"]}"),
            await reader.Get($"{Notices.Url}/{Guid.NewGuid()}"),
            await reader.Get($"{Notices.Url}/none"),
        ])
            Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.Code()));
    }

    [Fact]
    public async Task AList_IsNewestFirst_InPages_WithFiltersAndTheUnreadCount()
    {
        var (reader, id) = await Notices.Reader(Server);
        for (var n = 1; n <= 5; n++)
            await Server.Receive(reader, Notices.To(id, $"N{n}", n == 4 ? NotificationTypes.SystemAlert : NotificationTypes.DeliveryUpdate));
        var newest = (await Notices.Rows(reader))[0];
        Assert.Equal(HttpStatusCode.OK, (await reader.Post($"{Notices.Url}/{newest["id"]}/read")).Status);

        Assert.Equal(["N5", "N4", "N3", "N2", "N1"], Titles(await reader.Get(Notices.Url)));
        var second = await reader.Get($"{Notices.Url}?limit=2&page=2");
        Assert.Equal(["N3", "N2"], Titles(second));
        Assert.Equal("""{"page":2,"limit":2,"total":5,"total_pages":3}""", second.Json!["pagination"]!.ToJsonString());
        Assert.Equal(4, (int)second.Json["unread_count"]!);
        Assert.Equal(["N5"], Titles(await reader.Get($"{Notices.Url}?is_read=true")));
        Assert.Equal(["N4", "N3", "N2", "N1"], Titles(await reader.Get($"{Notices.Url}?is_read=false")));
        var alerts = await reader.Get($"{Notices.Url}?type=SYSTEM_ALERT");
        Assert.Equal(["N4"], Titles(alerts));
        Assert.Equal(4, (int)alerts.Json!["unread_count"]!);
        foreach (var query in (string[])["type=NEWS", "is_read=maybe", "limit=101", "page=0"])
        {
            var wrong = await reader.Get($"{Notices.Url}?{query}");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (wrong.Status, wrong.Code()));
            Assert.Equal([query.Split('=')[0]], wrong.Json!["error"]!["details"]!["fields"]!.AsObject().Select(f => f.Key));
        }
    }

    [Fact]
    public async Task Read_ByEitherVerb_KeepsTheFirstTime_AndNamesTheVersion()
    {
        var (reader, id) = await Notices.Reader(Server);
        var row = Assert.Single(await Server.Receive(reader, Notices.To(id, "Arrived")));
        var path = $"{Notices.Url}/{row["id"]}";
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await reader.Put($"{path}/read", null, ("If-Match", "\"7\""))).Status);
        var first = await reader.Put($"{path}/read", null, ("If-Match", "\"1\""));
        Assert.True((bool)first.Data()["is_read"]!);
        Assert.Equal("\"2\"", first.Header("ETag"));
        var again = await reader.Post($"{path}/read");
        Assert.Equal((string?)first.Data()["read_at"], (string?)again.Data()["read_at"]);
        Assert.Equal(HttpStatusCode.NotModified, (await reader.Get(path, ("If-None-Match", "\"2\""))).Status);
    }

    [Fact]
    public async Task ReadAll_ReadsWhatIsUnread_OfTheCallerAlone()
    {
        var ((reader, id), (other, otherId)) = (await Notices.Reader(Server), await Notices.Reader(Server));
        await Server.Receive(other, Notices.To(otherId, "Other"));
        var rows = await Server.Receive(reader, [.. Enumerable.Range(1, 30).Select(n => Notices.To(id, $"N{n}"))]);
        Assert.Equal(30, rows.Length);
        await reader.Put($"{Notices.Url}/{rows[0]["id"]}/read");

        Assert.Equal(29, (int)(await reader.Put($"{Notices.Url}/read-all")).Data()["marked_read"]!);
        Assert.Equal(0, (int)(await reader.Post($"{Notices.Url}/read-all")).Data()["marked_read"]!);
        Assert.All(await Notices.Rows(reader), r => Assert.True((bool)r["is_read"]!));
        Assert.Equal(1, (int)(await other.Get(Notices.Url)).Json!["unread_count"]!);
    }

    [Fact]
    public async Task Delete_TakesItAway_ForGood()
    {
        var (reader, id) = await Notices.Reader(Server);
        var row = Assert.Single(await Server.Receive(reader, Notices.To(id, "Arrived")));
        var path = $"{Notices.Url}/{row["id"]}";
        Assert.Equal("Notification deleted", (string?)(await reader.Delete(path)).Data()["message"]);
        Assert.Empty(await Notices.Rows(reader));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Delete(path)).Status);
        Assert.Equal(0, (int)(await reader.Get(Notices.Url)).Json!["unread_count"]!);
    }

    [Fact]
    public async Task AnEffectThatIsSentTwice_MakesOneNotification_AlsoAfterItWasDeleted()
    {
        var (reader, id) = await Notices.Reader(Server);
        var handler = Server.Services.GetServices<IEffectHandler>().Single(h => h.Target == Notice.Target);
        var source = OperatorLogKind.Instance.Key("twice");
        var payload = Server.Services.GetRequiredService<EntityCodec>().Encode(source, Notices.To(id, "Once"));
        var effect = new PendingEffect($"{source}@1/notify/{id}", source, Notice.Target, payload, 0);
        await Task.WhenAll(handler.Handle(effect, default), handler.Handle(effect with { Attempts = 1 }, default));
        var row = Assert.Single(await Notices.Rows(reader));

        await reader.Delete($"{Notices.Url}/{row["id"]}");
        await handler.Handle(effect with { Attempts = 2 }, default);
        Assert.Empty(await Notices.Rows(reader));

        // Another effect of the same source is another notification.
        await handler.Handle(effect with { Id = $"{source}@2/notify/{id}" }, default);
        Assert.NotEqual((string?)row["id"], (string?)Assert.Single(await Notices.Rows(reader))["id"]);
    }

    [Fact]
    public async Task ANoticeToNobody_GoesToAllWhoKeepTheLibrary_AndToNobodyElse()
    {
        var (librarian, admin) = (await Notices.Reader(Server, "LIBRARIAN"), await Notices.Reader(Server, "ADMIN"));
        var (student, left) = (await Notices.Reader(Server), await Notices.Reader(Server, "LIBRARIAN"));
        await Notices.Give(Server, left.Id, null);

        await Server.Raise(Notices.To(null, "Robot 1 is lost", NotificationTypes.RobotStatus));
        foreach (var staff in (ApiClient[])[librarian.Client, admin.Client])
            Assert.Equal("ROBOT_STATUS", (string?)Assert.Single(await Notices.Until(staff, "", rows => rows.Length > 0))["notification_type"]);
        Assert.Empty(await Notices.Rows(student.Client));
        await Notices.Give(Server, left.Id, "LIBRARIAN");
        Assert.Empty(await Notices.Rows(left.Client));
    }

    [Fact]
    public async Task WithoutARole_NothingIsThere_AndWithoutSignInNeither()
    {
        var (reader, id) = await Notices.Reader(Server);
        await Notices.Give(Server, id, null);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Notices.Url)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Get(Notices.Url)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await Luna.Student(api.Client)).Get("/api/v1/notifications")).Status);
    }

    private static IEnumerable<string?> Titles(ApiAnswer answer) => answer.Data().AsArray().Select(r => (string?)r!["title"]);
}
