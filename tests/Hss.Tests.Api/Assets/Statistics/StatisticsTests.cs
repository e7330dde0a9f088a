using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Assets.Statistics;

public sealed class SqliteStatisticsTests(ApiFixture api) : StatisticsTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresStatisticsTests(PostgresApiFixture api) : StatisticsTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Counts in the shapes of the contract, from committed rows of both databases.</summary>
public abstract class StatisticsTests(ApiServer server)
{
    private const string Api = "/sams/api/v1";

    private HttpClient Http => server.Client;

    [Fact]
    public async Task AnAcknowledgedChange_IsCountedAtOnce()
    {
        var admin = await Sams.Admin(Http);
        var (category, location) = (await Sams.Category(Http), await Sams.Location(Http));
        var (before, grades) = (await Overview(admin), await Counts(admin, "assets-by-grade", "grade"));
        string?[] bought = [Ago(1), Ago(3), Ago(5), null];
        var assets = new List<string>();
        foreach (var date in bought)
        {
            var made = await admin.Post($"{Api}/assets", new { name = "Screen", category_id = category, location_id = location, purchase_date = date });
            Assert.True(made.Status == HttpStatusCode.Created, made.Text);
            assets.Add((string)made.Json!["id"]!);
        }

        Assert.Equal(HttpStatusCode.OK, (await admin.Patch($"{Api}/assets/{assets[1]}/status?new_status=maintenance", null)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{Api}/assets/{assets[2]}")).Status);
        var pending = await Loans.Checkout(await Sams.Employee(Http), assets[0]);

        var after = await Overview(admin);
        Assert.Equal((3, 1), (Grown("total_assets"), Grown("pending_workflows")));
        Assert.Equal((2, 1, 0), (InStatus("available"), InStatus("maintenance"), InStatus("disposed")));
        Assert.Equal(["assigned", "available", "disposed", "in_transit", "maintenance"], after["assets_by_status"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Counts(admin, "assets-by-category", "category_id"))[category]);
        Assert.Equal(3, (await Counts(admin, "assets-by-location", "location_id"))[location]);
        // The asset without a date is as good as new; the oldest was deleted.
        var graded = await Counts(admin, "assets-by-grade", "grade");
        Assert.Equal((2, 1, 0), (Of("A"), Of("B"), Of("C")));
        Assert.Equal(graded.Keys.Order(StringComparer.Ordinal), graded.Keys);

        Assert.Equal(HttpStatusCode.OK, (await (await Sams.Employee(Http)).Patch($"{Loans.Api}/{pending}/cancel", null)).Status);
        Assert.Equal((long)before["pending_workflows"]!, (long)(await Overview(admin))["pending_workflows"]!);

        long Grown(string name) => (long)after[name]! - (long)before[name]!;
        long InStatus(string status) => (long)after["assets_by_status"]![status]! - (long)before["assets_by_status"]![status]!;
        long Of(string grade) => graded.GetValueOrDefault(grade) - grades.GetValueOrDefault(grade);
        static string Ago(int years) => DateTimeOffset.UtcNow.AddYears(-years).ToString("o");
    }

    [Fact]
    public async Task OnlyWhatIsSwitchedOn_IsCounted()
    {
        var admin = await Sams.Admin(Http);
        var before = (long)(await Overview(admin))["total_categories"]!;
        var category = await Sams.Category(Http);
        Assert.Equal(before + 1, (long)(await Overview(admin))["total_categories"]!);
        Assert.Equal(HttpStatusCode.OK, (await admin.Put($"{Api}/categories/{category}", new { is_active = false })).Status);
        Assert.Equal(before, (long)(await Overview(admin))["total_categories"]!);
    }

    [Theory]
    [InlineData("assets-by-category")]
    [InlineData("assets-by-location")]
    [InlineData("assets-by-status")]
    public async Task Lists_HaveTheMostFirst(string list)
    {
        var admin = await Sams.Admin(Http);
        for (var i = 1; i <= 2; i++)
        {
            var (category, location) = (await Sams.Category(Http), await Sams.Location(Http));
            for (var n = 0; n < i; n++)
                await admin.Post($"{Api}/assets", new { name = "Screen", category_id = category, location_id = location });
        }

        var counts = (await admin.Get($"{Api}/statistics/{list}")).Json!.AsArray().Select(r => (long)r!["asset_count"]!).ToArray();
        Assert.NotEmpty(counts);
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public async Task WorkflowStats_CountEveryStatus_AndTheTypesThatWereUsed()
    {
        var (admin, asset) = (await Sams.Admin(Http), await Loans.Asset(server));
        await Loans.Approve(server, await Loans.Checkout(await Sams.Employee(Http), asset));
        var stats = (await admin.Get($"{Api}/statistics/workflow-stats")).Json!;
        Assert.Equal(["approved", "cancelled", "completed", "pending", "rejected"], stats["by_status"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal((long)stats["total_workflows"]!, stats["by_status"]!.AsObject().Sum(s => (long)s.Value!));
        Assert.True((long)stats["by_type"]!["checkout"]! > 0);
        Assert.False(stats["by_type"]!.AsObject().ContainsKey("disposal"));
    }

    [Fact]
    public async Task EveryMemberReadsThem_AndNobodyElse()
    {
        Assert.Equal(HttpStatusCode.OK, (await (await Sams.Employee(Http)).Get($"{Api}/statistics/overview")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Get($"{Api}/statistics/overview")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ApiClient.Customer(Http)).Get($"{Api}/statistics/overview")).Status);
    }

    private static async Task<JsonNode> Overview(ApiClient client) => (await client.Get($"{Api}/statistics/overview")).Json!;

    private static async Task<Dictionary<string, long>> Counts(ApiClient client, string list, string key) =>
        (await client.Get($"{Api}/statistics/{list}")).Json!.AsArray().ToDictionary(r => (string)r![key]!, r => (long)r!["asset_count"]!);
}
