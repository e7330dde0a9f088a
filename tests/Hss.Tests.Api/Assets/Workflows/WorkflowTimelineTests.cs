using System.Net;

namespace Hss.Tests.Api.Assets.Workflows;

public sealed class WorkflowTimelineTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("?date_range=7d", "7d", 7)]
    [InlineData("?date_range=30d", "30d", 30)]
    [InlineData("?date_range=90d", "90d", 90)]
    [InlineData("?date_range=1y", "30d", 30)]
    [InlineData("", "30d", 30)]
    public async Task EveryDay_IsPresent_WithItsRequestsByType(string query, string range, int days)
    {
        var (asset, manager) = (await Loans.Asset(_server), await Sams.Manager(_server.Client));
        await Loans.Checkout(await Sams.Employee(_server.Client), asset);
        await Loans.Checkout(manager, asset);
        await manager.Post(Loans.Api, new { type = "maintenance", asset_id = asset });

        var answer = await (await Sams.Employee(_server.Client)).Get($"/sams/api/v1/statistics/workflow-timeline{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var json = answer.Json!;
        Assert.Equal(["timeline", "date_range", "start_date", "end_date"], json.AsObject().Select(p => p.Key));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var last = DateOnly.Parse((string)json["end_date"]!);
        Assert.InRange(last, today.AddDays(-1), today);
        Assert.Equal((range, last.AddDays(1 - days)), ((string?)json["date_range"], DateOnly.Parse((string)json["start_date"]!)));
        var timeline = json["timeline"]!.AsArray();
        Assert.Equal(Enumerable.Range(0, days).Select(n => $"{last.AddDays(1 - days + n):yyyy-MM-dd}"), timeline.Select(d => (string?)d!["date"]));
        Assert.All(timeline, d => Assert.Equal(["date", "checkout", "checkin", "transfer", "maintenance", "disposal"], d!.AsObject().Select(p => p.Key)));
        int Sum(string type) => timeline.Sum(d => (int)d![type]!);
        Assert.Equal((2, 0, 0, 1, 0), (Sum("checkout"), Sum("checkin"), Sum("transfer"), Sum("maintenance"), Sum("disposal")));
        Assert.InRange(timeline.Count(d => (int)d!["checkout"]! > 0), 1, 2);
    }
}
