using System.Net;
using Hss.Tests.Api.Assets.Accounts;

namespace Hss.Tests.Api.Assets;

/// <summary>What Development begins with, and how the mount introduces itself.</summary>
public sealed class DemonstrationTests
{
    private const string Codes =
        "DJ-LAB DJ-LAB-1F DJ-LAB-2F DJ-MAIN DJ-MAIN-1F DJ-MAIN-2F DJ-MAIN-3F DJ-STORAGE PG-MAIN PG-MAIN-1F PG-MAIN-2F PG-MAIN-3F PG-RND PG-RND-1F PG-RND-2F PG-STORAGE";

    [Fact]
    public async Task Development_HasTheUsersCategoriesAndLocations_OnceAlsoAfterARestart_AndWhatWasDeletedStaysSo()
    {
        await using var server = await ApiServer.Start();
        await AssertSeeded(server.Client);
        var admin = (await People.SignIn(server.Client, "admin@suresoft.com", "admin123!")).Client;
        var mouse = (await admin.Get($"{Sams.Categories}?limit=100")).Json!["items"]!.AsArray().Single(c => (string?)c!["code"] == "MOUSE")!["id"];
        var employee = (await admin.Get($"{People.Users}?search=employee@suresoft.com")).Json!["items"]![0]!["id"];

        await server.Restart();
        await AssertSeeded(server.Client);

        admin = (await People.SignIn(server.Client, "admin@suresoft.com", "admin123!")).Client;
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{Sams.Categories}/{mouse}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{People.Users}/{employee}")).Status);
        await server.Restart();
        admin = (await People.SignIn(server.Client, "admin@suresoft.com", "admin123!")).Client;
        Assert.Equal(9, (int)(await admin.Get(Sams.Categories)).Json!["total"]!);
        // A demonstration account that is missing is made again.
        Assert.Equal("개발팀", (string?)(await admin.Get($"{People.Users}?search=employee@suresoft.com")).Json!["items"]![0]!["department"]);
    }

    [Fact]
    public async Task Production_HasNone_AndSaysSo()
    {
        await using var server = await ApiServer.Start(
            new()
            {
                ["HSS_SIGNING_KEYS"] = $"k1:{Convert.ToBase64String(new byte[32])}",
                ["HSS_DATA_KEYS"] = $"k1:{Convert.ToBase64String(new byte[32])}",
                ["HSS_ADMIN_EMAIL"] = "op@example.org",
                ["HSS_ADMIN_PASSWORD"] = "Operator-123",
            },
            development: false);
        Assert.Equal("production", (string?)(await new ApiClient(server.Client).Get("/sams/health")).Json!["environment"]);
        var admin = (await People.SignIn(server.Client, "op@example.org", "Operator-123")).Client;
        foreach (var path in new[] { Sams.Categories, Sams.Locations, People.Users })
            Assert.Equal(0, (int)(await admin.Get(path)).Json!["total"]!);
    }

    [Fact]
    public async Task WelcomeAndHealth_AreTheEarlierSystems()
    {
        await using var server = await ApiServer.Start();
        var nobody = new ApiClient(server.Client);
        foreach (var path in new[] { "/sams", "/sams/" })
            Assert.Equal("""{"message":"SureSoft AMS API","version":"1.0.0","docs":"/docs","health":"/health"}""", (await nobody.Get(path)).Text);
        var health = (await nobody.Get("/sams/health")).Json!.AsObject();
        Assert.Equal(["status", "service", "version", "environment", "timestamp"], health.Select(m => m.Key));
        Assert.Equal(("healthy", "1.0.0", "development"), ((string?)health["status"], (string?)health["version"], (string?)health["environment"]));
    }

    private static async Task AssertSeeded(HttpClient http)
    {
        foreach (var (email, password, role, department) in new[]
        {
            ("admin@suresoft.com", "admin123!", "admin", "IT관리팀"),
            ("manager@suresoft.com", "manager123!", "manager", "자산관리팀"),
            ("employee@suresoft.com", "employee123!", "employee", "개발팀"),
        })
        {
            var signed = await new ApiClient(http).Post($"{People.Auth}/login", new { email, password });
            Assert.Equal((HttpStatusCode.OK, role, department), (signed.Status, (string?)signed.Json!["user"]!["role"], (string?)signed.Json["user"]!["department"]));
        }

        var employee = (await People.SignIn(http, "employee@suresoft.com", "employee123!")).Client;
        var categories = (await employee.Get($"{Sams.Categories}?limit=100")).Json!["items"]!.AsArray();
        Assert.Equal(
            ["DESKTOP", "KEYBOARD", "LAPTOP", "MOBILE", "MONITOR", "MOUSE", "NETWORK", "PERIPHERAL", "PRINTER", "SERVER"],
            categories.Select(c => (string)c!["code"]!).Order(StringComparer.Ordinal));
        var locations = (await employee.Get($"{Sams.Locations}?limit=100")).Json!["items"]!.AsArray();
        Assert.Equal(Codes.Split(' '), locations.Select(l => (string)l!["code"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["판교", "대전"], locations.Select(l => (string)l!["site"]!).Distinct().OrderDescending());
    }
}
