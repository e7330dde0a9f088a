using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hss.Interfaces.Notifications;
using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Notifications;

/// <summary>What readers want to hear of and how.</summary>
public sealed class PreferenceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Url = Notices.Url + "/preferences";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private ApiServer Server => api.Server;

    [Fact]
    public async Task Preferences_BeginWithEverythingInTheInbox_AndChangeWhatIsNamed()
    {
        var (reader, _) = await Notices.Reader(Server);
        Assert.Equal(
            """{"in_app":true,"push":true,"email":false,"types":{"DELIVERY_UPDATE":true,"REQUEST_STATUS":true,"SYSTEM_ALERT":true,"ROBOT_STATUS":true},"quiet_hours":null}""",
            (await reader.Get(Url)).Data().ToJsonString());

        var first = await reader.Put(Url, new { email = true, types = new { ROBOT_STATUS = false }, quiet_hours = new { from = "22:00", to = "07:00", time_zone = "Europe/Berlin" } });
        const string Expected = """{"in_app":true,"push":true,"email":true,"types":{"DELIVERY_UPDATE":true,"REQUEST_STATUS":true,"SYSTEM_ALERT":true,"ROBOT_STATUS":false}"""
            + ""","quiet_hours":{"from":"22:00","to":"07:00","time_zone":"Europe/Berlin"}}""";
        Assert.Equal(Expected, first.Data().ToJsonString());
        Assert.Equal(Expected, (await reader.Put(Url, "{}")).Data().ToJsonString());
        Assert.Equal(first.Header("ETag"), (await reader.Get(Url)).Header("ETag"));

        var second = (await reader.Put(Url, """{"push":false,"quiet_hours":null}""")).Data();
        Assert.Equal((false, true, null), ((bool)second["push"]!, (bool)second["email"]!, second["quiet_hours"]));
        Assert.False((bool)second["types"]!["ROBOT_STATUS"]!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await reader.Put(Url, new { push = true }, ("If-Match", "\"1\""))).Status);
    }

    [Theory]
    [InlineData("""{"in_app":"yes"}""", "in_app")]
    [InlineData("""{"types":{"ROBOT_STATUS":1}}""", "types.ROBOT_STATUS")]
    [InlineData("""{"types":{"NEWS":true}}""", "types")]
    [InlineData("""{"types":[]}""", "types")]
    [InlineData("""{"quiet_hours":{"from":"22:00","to":"07:00"}}""", "quiet_hours.time_zone")]
    [InlineData("""{"quiet_hours":{"from":"25:00","to":"7","time_zone":"Berlin"}}""", "quiet_hours.from quiet_hours.to quiet_hours.time_zone")]
    [InlineData("""{"quiet_hours":{"from":"22:00","to":"22:00","time_zone":"UTC"}}""", "quiet_hours.to")]
    [InlineData("""{"quiet_hours":"night"}""", "quiet_hours")]
    public async Task WrongPreferences_Are422_WithEveryField(string body, string fields)
    {
        var (reader, _) = await Notices.Reader(Server);
        var answer = await reader.Put(Url, body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (answer.Status, answer.Code()));
        Assert.Equal(fields, string.Join(' ', answer.Json!["error"]!["details"]!["fields"]!.AsObject().Select(f => f.Key)));
        Assert.Null((await reader.Get(Url)).Data()["quiet_hours"]);
    }

    [Fact]
    public async Task AMutedType_IsNotMade_AndTheOthersAre()
    {
        var (reader, id) = await Notices.Reader(Server);
        await reader.Put(Url, new { types = new { ROBOT_STATUS = false } });
        await Server.Raise(Notices.To(id, "Muted", NotificationTypes.RobotStatus));
        Assert.Equal("Heard", (string?)Assert.Single(await Server.Receive(reader, Notices.To(id, "Heard")))["title"]);
    }

    [Fact]
    public async Task Mails_GoToWhoWantsThem_AndNotWithinQuietHours()
    {
        var (reader, id) = await Notices.Reader(Server);
        var unasked = (await Server.Receive(reader, Notices.To(id, "Unasked")))[0];
        await reader.Put(Url, new { email = true, quiet_hours = Hours(-2, 2) });
        var quiet = (await Server.Receive(reader, Notices.To(id, "At night")))[0];
        await reader.Put(Url, new { quiet_hours = Hours(4, 8) });
        var mailed = (await Server.Receive(reader, Notices.To(id, "Mailed")))[0];
        Assert.Equal((false, true, false), ((bool)unasked["quiet"]!, (bool)quiet["quiet"]!, (bool)mailed["quiet"]!));

        Assert.Contains("Subject: [LUNA] Mailed", await Mail(mailed), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf(unasked)));
        Assert.False(File.Exists(PathOf(quiet)));
    }

    [Fact]
    public async Task WithoutTheInbox_MailsComeAlone_AndNobodyHearsThemLive()
    {
        var (reader, id) = await Notices.Reader(Server);
        await reader.Put(Url, new { in_app = false, email = true });
        using var live = await Live.Open(Server.Url, reader.Token);
        await Server.Raise(Notices.To(id, $"By mail to {id}"));
        using var guard = new CancellationTokenSource(Guard);
        while (!Mails().Any(m => m.Contains($"By mail to {id}", StringComparison.Ordinal)))
            await Task.Delay(5, guard.Token);
        Assert.Empty(await Notices.Rows(reader));
        Assert.Equal(0, (int)(await reader.Get(Notices.Url)).Json!["unread_count"]!);

        await reader.Put(Url, new { in_app = true });
        await Server.Raise(Notices.To(id, "Listed"));
        Assert.Equal("Listed", (string?)(await live.Next())!["payload"]!["title"]);
    }

    // From so many hours from now on UTC's clocks to so many.
    private static object Hours(int from, int to) => new { from = Clock(from), to = Clock(to), time_zone = "UTC" };

    private static string Clock(int hours) => DateTimeOffset.UtcNow.AddHours(hours).ToString("HH:mm", CultureInfo.InvariantCulture);

    private IEnumerable<string> Mails() =>
        Directory.Exists(Path.Combine(Server.DataFolder, "mail")) ? Directory.GetFiles(Path.Combine(Server.DataFolder, "mail"), "*.eml").Select(File.ReadAllText) : [];

    private string PathOf(JsonNode notification)
    {
        var effect = $"notification/{notification["id"]}@1/mail";
        return Path.Combine(Server.DataFolder, "mail", $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effect)))[..32]}.eml");
    }

    private async Task<string> Mail(JsonNode notification)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!File.Exists(PathOf(notification)))
            await Task.Delay(5, guard.Token);
        return await File.ReadAllTextAsync(PathOf(notification));
    }
}
