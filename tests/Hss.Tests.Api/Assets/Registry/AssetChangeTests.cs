using System.Net;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

/// <summary>Changes of assets over real HTTP: what may be changed, by whom, and what is said otherwise.</summary>
public sealed class AssetChangeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    private Task<ApiClient> Manager() => Sams.Manager(api.Client);

    private Task<ApiClient> Employee() => Sams.Employee(api.Client);

    [Fact]
    public async Task StatusAssignedWithoutAHolder_Is400()
    {
        var manager = await Manager();
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Post(Url, new { name = "x", category_id = await Sams.Category(api.Client), status = "assigned" })).Status);
        var path = await Path(api.Client);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Patch($"{path}/status?new_status=assigned", null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Put(path, new { status = "assigned" })).Status);
        Assert.Single(await History(manager, path));
    }

    [Fact]
    public async Task Update_ChangesWhatIsNamed_AndNullTakesAway()
    {
        var manager = await Manager();
        var (category, location) = (await Sams.Category(api.Client), await Sams.Location(api.Client));
        var asset = await Asset(api.Client, new { name = "Old", category_id = category, location_id = location, notes = "Kept", purchase_price = 5 });
        var path = PathOf(asset);

        var changed = (await manager.Put(path, """{"name":"New","location_id":null,"purchase_price":"7.10","purchase_date":"2020-01-15","category_id":null,"status":null}""")).Json!;
        Assert.Equal(
            ("New", null, "7.10", "Kept", category, "C"),
            ((string?)changed["name"], (string?)changed["location_id"], (string?)changed["purchase_price"], (string?)changed["notes"], (string?)changed["category_id"], (string?)changed["grade"]));
        var same = await manager.Put(path, new { name = "New" });
        Assert.Equal(changed.ToJsonString(), same.Json!.ToJsonString());
        Assert.Equal(2, (await History(manager, path)).Count);

        foreach (var (field, words) in new[] { ("category_id", "Category not found"), ("location_id", "Location not found"), ("assigned_to", "User not found") })
            Assert.Equal((HttpStatusCode.NotFound, words), await manager.Put(path, $$"""{"{{field}}":"{{Guid.NewGuid()}}"}""") is var no ? (no.Status, no.Detail()) : default);
        Assert.Equal(changed.ToJsonString(), (await manager.Get(path)).Json!.ToJsonString());
    }

    [Fact]
    public async Task Update_OfTheTag_Is400_UnlessItIsTheSame()
    {
        var manager = await Manager();
        var asset = await Asset(api.Client, new { name = "x", category_id = await Sams.Category(api.Client) });
        var changed = await manager.Put(PathOf(asset), new { asset_tag = (string)asset["asset_tag"]!, name = "y" });
        Assert.Equal((HttpStatusCode.OK, "y"), (changed.Status, (string?)changed.Json!["name"]));
        var other = await manager.Put(PathOf(asset), new { asset_tag = "OTHER", name = "z" });
        Assert.Equal((HttpStatusCode.BadRequest, "Asset tag cannot be changed"), (other.Status, other.Detail()));
        Assert.Equal("y", (string?)(await manager.Get(PathOf(asset))).Json!["name"]);
    }

    [Fact]
    public async Task Patches_SetStatusLocationAndUser()
    {
        var (manager, employee) = (await Manager(), await Id(await Employee()));
        var (path, location) = (await Path(api.Client), await Sams.Location(api.Client));

        var given = (await manager.Patch($"{path}/user?user_id={employee}&reason=new%20here", null)).Json!;
        Assert.Equal(("assigned", employee, "직원"), ((string?)given["status"], (string?)given["assigned_to"], (string?)given["assigned_user_name"]));
        var moved = (await manager.Patch($"{path}/location?new_location_id={location}", null)).Json!;
        Assert.Equal((location, "assigned"), ((string?)moved["location_id"], (string?)moved["status"]));
        var broken = (await manager.Patch($"{path}/status?new_status=maintenance", null)).Json!;
        Assert.Equal(("maintenance", null), ((string?)broken["status"], (string?)broken["assigned_to"]));
        // Any status to any status.
        foreach (var status in new[] { "disposed", "available", "in_transit", "maintenance", "available" })
            Assert.Equal(status, (string?)(await manager.Patch($"{path}/status?new_status={status}", null)).Json!["status"]);
        await manager.Patch($"{path}/user?user_id={employee}", null);
        var back = (await manager.Patch($"{path}/user", null)).Json!;
        Assert.Equal(("available", null), ((string?)back["status"], (string?)back["assigned_to"]));

        Assert.Equal((HttpStatusCode.NotFound, "User not found"), await manager.Patch($"{path}/user?user_id={Guid.NewGuid()}", null) is var u ? (u.Status, u.Detail()) : default);
        Assert.Equal((HttpStatusCode.NotFound, "Location not found"), await manager.Patch($"{path}/location?new_location_id={Guid.NewGuid()}", null) is var l ? (l.Status, l.Detail()) : default);
        foreach (var bad in new[] { "status?new_status=lost", "status", "location", $"status?new_status=available&reason={new string('x', 501)}" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Patch($"{path}/{bad}", null)).Status);
    }

    [Fact]
    public async Task Delete_IsSoft_Once_AndTheTagStaysTaken()
    {
        var (admin, manager) = (await Admin(), await Manager());
        var category = await Sams.Category(api.Client);
        var given = await Asset(api.Client, new { name = "Gone away", category_id = category });
        var named = await Asset(api.Client, new { name = "x", category_id = category, asset_tag = Sams.Unique("N") });
        foreach (var asset in new[] { given, named })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete(PathOf(asset))).Status);
            var tag = (string)asset["asset_tag"]!;
            Assert.Equal($$"""{"detail":"Asset with number '{{tag}}' not found"}""", (await manager.Get($"{Url}/by-number/{tag}")).Text);
            foreach (var answer in new[] { await admin.Delete(PathOf(asset)), await manager.Get(PathOf(asset)), await manager.Put(PathOf(asset), new { name = "y" }), await manager.Patch($"{PathOf(asset)}/user", null) })
                Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Asset not found"}"""), (answer.Status, answer.Text));
            var again = await manager.Post(Url, new { name = "y", category_id = category, asset_tag = tag });
            Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Asset tag already exists"}"""), (again.Status, again.Text));
        }

        Assert.Empty(await Rows(manager, $"category_id={category}"));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"{Url}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"{Url}/7")).Status);
        Assert.EndsWith("-0002", (string?)(await Asset(api.Client, new { name = "z", category_id = category }))["asset_tag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmployeesCannotCreateOrChangeAssets_AndManagersCannotDelete()
    {
        var (path, category) = (await Path(api.Client), await Sams.Category(api.Client));
        var employee = await Employee();
        var before = (await employee.Get(path)).Text;
        foreach (var answer in new[]
        {
            await employee.Post(Url, new { name = "x", category_id = category }), await employee.Put(path, new { name = "x" }), await employee.Delete(path),
            await employee.Patch($"{path}/status?new_status=disposed", null), await employee.Patch($"{path}/location?new_location_id=x", null),
            await employee.Patch($"{path}/user", null), await (await Manager()).Delete(path),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        var outsider = await ApiClient.Customer(api.Client);
        foreach (var read in new[] { path, $"{path}/history", Url, $"{Url}/by-number/x" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await outsider.Get(read)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Get(read)).Status);
        }

        Assert.Equal(before, (await employee.Get(path)).Text);
        Assert.Empty(await Rows(employee, $"category_id={category}"));
    }

    [Fact]
    public async Task AStaleIfMatch_Is412_AndChangesNothing()
    {
        var (manager, path) = (await Manager(), await Path(api.Client));
        var tag = (await manager.Get(path)).Header("ETag")!;
        var changed = await manager.Put(path, new { notes = "First" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        foreach (var answer in new[]
        {
            await manager.Put(path, new { notes = "Late" }, ("If-Match", tag)), await manager.Put(path, new { location_id = await Sams.Location(api.Client) }, ("If-Match", tag)),
            await manager.Patch($"{path}/status?new_status=disposed", null, ("If-Match", tag)), await (await Admin()).Delete(path, ("If-Match", tag)),
        })
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        }

        Assert.Equal(changed.Text, (await manager.Get(path)).Text);
        Assert.Equal(HttpStatusCode.OK, (await manager.Put(path, new { notes = "Second" }, ("If-Match", changed.Header("ETag")!))).Status);
    }
}
