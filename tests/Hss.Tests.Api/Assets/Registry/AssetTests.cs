using System.Net;
using System.Text.Json.Nodes;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

/// <summary>Assets over real HTTP: shapes, words and rights of the contract.</summary>
public sealed class AssetTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    private Task<ApiClient> Manager() => Sams.Manager(api.Client);

    private Task<ApiClient> Employee() => Sams.Employee(api.Client);

    [Fact]
    public async Task Create_AnswersTheAsset_AndMembersReadItByIdAndTag()
    {
        var (category, location, tag) = (await Sams.Category(api.Client), await Sams.Location(api.Client), Sams.Unique("TAG-"));
        var made = await (await Manager()).Post(Url, new
        {
            asset_tag = tag, name = " Dell Latitude 5420 ", category_id = category, location_id = location, purchase_date = "2024-01-15T00:00:00Z",
            purchase_price = "1200000.00", warranty_end = "2027-01-15", notes = "Docked", model = "5420", serial_number = "SN-1", supplier = "Dell",
        });

        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        var asset = made.Json!;
        var id = (string)asset["id"]!;
        Assert.True(Guid.TryParseExact(id, "D", out _));
        Assert.Equal($"{Url}/{id}", made.Header("Location"));
        var expected = new JsonObject
        {
            ["id"] = id, ["asset_tag"] = tag, ["name"] = "Dell Latitude 5420", ["status"] = "available", ["category_id"] = category, ["location_id"] = location,
            ["assigned_to"] = null, ["purchase_date"] = Z("2024-01-15T00:00:00"), ["purchase_price"] = "1200000.00", ["warranty_end"] = Z("2027-01-15T00:00:00"),
            ["grade"] = asset["grade"]!.DeepClone(), ["notes"] = "Docked", ["qr_code_url"] = $"/api/v1/qrcode/generate/{id}", ["model"] = "5420", ["serial_number"] = "SN-1",
            ["supplier"] = "Dell", ["category_name"] = asset["category_name"]!.DeepClone(), ["location_name"] = asset["location_name"]!.DeepClone(),
            ["assigned_user_name"] = null, ["created_at"] = asset["created_at"]!.DeepClone(), ["updated_at"] = asset["created_at"]!.DeepClone(),
        };
        Assert.Equal(expected.ToJsonString(), asset.ToJsonString());
        Assert.StartsWith("Kind ", (string)asset["category_name"]!, StringComparison.Ordinal);
        Assert.StartsWith("Place ", (string)asset["location_name"]!, StringComparison.Ordinal);
        foreach (var path in new[] { $"{Url}/{id}", $"{Url}/by-number/{tag}", $"/api/v1/assets/{id}" })
        {
            var read = await (await Employee()).Get(path);
            Assert.Equal((HttpStatusCode.OK, made.Text, made.Header("ETag")), (read.Status, read.Text, read.Header("ETag")));
        }
    }

    [Theory]
    [InlineData("""{"name":"x","purchase_price":12.5}""", "12.50")]
    [InlineData("""{"name":"x","purchase_price":"0"}""", "0.00")]
    [InlineData("""{"name":"x","purchase_price":null}""", null)]
    [InlineData("""{"name":"x"}""", null)]
    public async Task MoneyIsATextWithTwoPlaces_WhateverCame(string body, string? price) =>
        Assert.Equal(price, (string?)(await Asset(api.Client, await InCategory(body)))["purchase_price"]);

    [Theory]
    [InlineData("2024-01-15", "2024-01-15T00:00:00")]
    [InlineData("2024-01-15T10:30:00", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00Z", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00+09:00", "2024-01-15T01:30:00")]
    [InlineData("2024-01-15T10:30:00.000", "2024-01-15T10:30:00")]
    public async Task DatesWithAndWithoutZ_AreTheSameUtcTime(string sent, string answered) =>
        Assert.Equal(Z(answered), (string?)(await Asset(api.Client, await InCategory($$"""{"name":"x","purchase_date":"{{sent}}"}""")))["purchase_date"]);

    [Fact]
    public async Task Create_WithAHolder_IsAssigned_AndNamesThem()
    {
        var holder = await Id(await Employee());
        var asset = await Asset(api.Client, new { name = "x", category_id = await Sams.Category(api.Client), assigned_to = holder });
        Assert.Equal(("assigned", holder, "직원"), ((string?)asset["status"], (string?)asset["assigned_to"], (string?)asset["assigned_user_name"]));
    }

    [Theory]
    [InlineData("category_id", "Category not found")]
    [InlineData("location_id", "Location not found")]
    [InlineData("assigned_to", "User not found")]
    public async Task Create_NamingWhatIsNotThere_Is404_AndUsesUpNoNumber(string field, string words)
    {
        var (manager, code) = (await Manager(), Sams.Unique("C"));
        var category = await Sams.Category(api.Client, code);
        foreach (var unknown in new[] { Guid.NewGuid().ToString(), "no-uuid" })
        {
            var body = new JsonObject { ["name"] = "x", ["category_id"] = category };
            body[field] = unknown;
            var answer = await manager.Post(Url, body);
            Assert.Equal((HttpStatusCode.NotFound, $$"""{"detail":"{{words}}"}"""), (answer.Status, answer.Text));
        }

        Assert.Equal($"SRS-{code}-{DateTimeOffset.UtcNow.Year}-0001", (string?)(await Asset(api.Client, new { name = "x", category_id = category }))["asset_tag"]);
    }

    [Theory]
    [InlineData("""{"category_id":"c"}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"","category_id":"c"}""")]
    [InlineData("""{"name":"x","category_id":"c","status":"stock"}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":-1}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":"cheap"}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":1.234}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_date":"yesterday"}""")]
    [InlineData("""{"name":"x","category_id":"c","asset_tag":"123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("""{"name":"x","category_id":"c","status":"disposed","assigned_to":"EMPLOYEE"}""")]
    public async Task BadInput_Is422_WithTheListOfFaults(string body)
    {
        var answer = await (await Manager()).Post(Url, body.Replace("EMPLOYEE", await Id(await Employee()), StringComparison.Ordinal));
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, answer.Text);
        Assert.All(answer.Json!["detail"]!.AsArray(), f => Assert.Equal("body", (string?)f!["loc"]![0]));
    }

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

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer_AndOneAsset()
    {
        var manager = await Manager();
        var body = new { name = "Once", category_id = await Sams.Category(api.Client) };
        var key = Sams.Unique();
        var first = await manager.Post(Url, body, ("Idempotency-Key", key));
        var again = await manager.Post(Url, body, ("Idempotency-Key", key));
        Assert.Equal((first.Text, HttpStatusCode.Created, "true"), (again.Text, again.Status, again.Header("Idempotent-Replayed")));
        Assert.Single(await Rows(manager, $"category_id={body.category_id}"));
    }

    private async Task<JsonNode> InCategory(string body)
    {
        var node = JsonNode.Parse(body)!;
        node["category_id"] = await Sams.Category(api.Client);
        return node;
    }
}
