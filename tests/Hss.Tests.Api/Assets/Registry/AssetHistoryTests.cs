using System.Net;
using System.Text.Json.Nodes;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

/// <summary>What happened to an asset, and what it was at a time.</summary>
public sealed class AssetHistoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task History_HasWhoWhenOldAndNewValues_NewestFirst_AndIsReadableAfterDeletion()
    {
        var (admin, manager, employee) = (await Sams.Admin(api.Client), await Sams.Manager(api.Client), await Sams.Employee(api.Client));
        var (who, holder) = (await Id(manager), await Id(employee));
        var location = await Sams.Location(api.Client);
        var asset = await Asset(api.Client, new { name = "Old", category_id = await Sams.Category(api.Client), purchase_price = 5 });
        var path = PathOf(asset);
        await manager.Put(path, new { name = "New", purchase_price = "7.10" });
        await manager.Patch($"{path}/user?user_id={holder}&reason=joined", null);
        await manager.Patch($"{path}/location?new_location_id={location}&reason=desk", null);
        await manager.Patch($"{path}/status?new_status=maintenance&reason=fan", null);
        await manager.Patch($"{path}/status?new_status=available", null);
        await manager.Patch($"{path}/status?new_status=in_transit", null);
        await manager.Patch($"{path}/status?new_status=disposed", null);
        await admin.Delete(path);

        var rows = await History(employee, path);
        Assert.Equal(
            ["deleted", "disposed", "status_changed", "maintenance_end", "unassigned", "maintenance_start", "location_changed", "assigned", "updated", "created"],
            rows.Select(r => (string)r["action"]!));
        var (updated, assigned, moved, unassigned, created) = (rows[8], rows[7], rows[6], rows[4], rows[9]);
        Assert.Equal("""{"name":"Old","purchase_price":"5.00"}""", updated["old_values"]!.ToJsonString());
        Assert.Equal("""{"name":"New","purchase_price":"7.10"}""", updated["new_values"]!.ToJsonString());
        Assert.Equal($$"""{"status":"assigned","assigned_to":"{{holder}}"}""", assigned["new_values"]!.ToJsonString());
        Assert.Equal((null, holder), ((string?)assigned["from_user_id"], (string?)assigned["to_user_id"]));
        Assert.Contains("joined", (string)assigned["description"]!, StringComparison.Ordinal);
        Assert.Equal((null, location), ((string?)moved["from_location_id"], (string?)moved["to_location_id"]));
        Assert.Equal((holder, null), ((string?)unassigned["from_user_id"], (string?)unassigned["to_user_id"]));
        Assert.Equal((null, "Old"), ((string?)created["old_values"], (string?)created["new_values"]!["name"]));
        Assert.Equal("""{"status":"available"}""", rows[3]["new_values"]!.ToJsonString());
        Assert.All(rows.Skip(1), r => Assert.Equal((who, "매니저", "manager@suresoft.com"), ((string?)r["performed_by"], (string?)r["user_name"], (string?)r["user_email"])));
        Assert.Equal(await Id(admin), (string?)rows[0]["performed_by"]);
        Assert.All(rows, r =>
        {
            Assert.Equal((string)asset["id"]!, (string?)r["asset_id"]);
            Assert.EndsWith("Z", (string)r["created_at"]!, StringComparison.Ordinal);
            Assert.Equal(
                ["id", "asset_id", "action", "description", "performed_by", "user_name", "user_email", "old_values", "new_values", "from_user_id", "to_user_id", "from_location_id", "to_location_id", "workflow_id", "created_at"],
                r.AsObject().Select(m => m.Key));
        });
        Assert.Equal(rows.Count, rows.Select(r => (string)r["id"]!).Distinct().Count());
        Assert.Equal(rows.Select(r => (string)r["created_at"]!).OrderDescending(), rows.Select(r => (string)r["created_at"]!));

        var page = (await employee.Get($"{path}/history?skip=1&limit=2")).Json!.AsArray();
        Assert.Equal(rows[1..3].Select(r => r.ToJsonString()), page.Select(r => r!.ToJsonString()));
        Assert.Empty((await employee.Get($"{path}/history?skip=2147483647")).Json!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Get($"{path}/history?limit=101")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "Asset not found"), await employee.Get($"{Url}/{Guid.NewGuid()}/history") is var none ? (none.Status, none.Detail()) : default);
    }

    [Fact]
    public async Task AsOf_IsTheAssetAsItWas_AlsoADeletedOne()
    {
        var (admin, manager) = (await Sams.Admin(api.Client), await Sams.Manager(api.Client));
        var made = await Asset(api.Client, new { name = "First", category_id = await Sams.Category(api.Client), purchase_date = "2020-01-15" });
        var path = PathOf(made);
        var second = (await manager.Put(path, new { name = "Second" })).Json!;
        var third = (await manager.Patch($"{path}/status?new_status=maintenance", null)).Json!;
        await admin.Delete(path);
        var deleted = (string)(await History(manager, path))[0]["created_at"]!;

        foreach (var then in new[] { made, second, third })
        {
            var time = (string)then["updated_at"]!;
            foreach (var form in new[] { time, time.TrimEnd('Z') })
            {
                var read = await manager.Get($"{path}?as_of={form}");
                Assert.True(read.Status == HttpStatusCode.OK, read.Text);
                var grade = (string)read.Json!["grade"]!;
                Assert.Equal(then.ToJsonString().Replace($"\"grade\":\"{(string)then["grade"]!}\"", $"\"grade\":\"{grade}\"", StringComparison.Ordinal), read.Json!.ToJsonString());
                Assert.Null(read.Header("ETag"));
            }
        }

        var before = DateTimeOffset.Parse((string)made["created_at"]!).AddMicroseconds(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
        foreach (var time in new[] { before, "2020-01-01", deleted, "2100-01-01", "9999-12-31T23:59:59.9999999Z" })
            Assert.Equal((HttpStatusCode.NotFound, "Asset not found"), await manager.Get($"{path}?as_of={time}") is var none ? (none.Status, none.Detail()) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"{Url}/{Guid.NewGuid()}?as_of=2100-01-01")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Get($"{path}?as_of=once")).Status);
    }

    [Fact]
    public async Task AWorkflowIsNamedInTheHistoryOfWhatItDid()
    {
        var (manager, employee) = (await Sams.Manager(api.Client), await Sams.Employee(api.Client));
        var asset = await Asset(api.Client, new { name = "x", category_id = await Sams.Category(api.Client) });
        var workflow = (string)(await employee.Post("/sams/api/v1/workflows/checkout", new { asset_id = (string)asset["id"]! })).Json!["id"]!;
        await manager.Patch($"/sams/api/v1/workflows/{workflow}/approve", new { comment = "ok" });
        var row = (await History(employee, PathOf(asset)))[0];
        Assert.Equal(("assigned", workflow, await Id(manager)), ((string?)row["action"], (string?)row["workflow_id"], (string?)row["performed_by"]));
        Assert.Equal(new JsonArray("available", null).ToJsonString(), new JsonArray((string?)row["old_values"]!["status"], (string?)row["old_values"]!["assigned_to"]).ToJsonString());
    }
}
