using System.Net;

namespace Hss.Tests.Api.Assets.References;

/// <summary>Places of assets over real HTTP.</summary>
public sealed class AssetLocationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    [Fact]
    public async Task Create_AnswersTheLocation_AlsoAtTheRoot_AndNamesNeedNotBeUnique()
    {
        var code = Sams.Unique("L");
        var made = await (await Admin()).Post(Sams.Locations, new { name = "창고", code, site = "판교", building = "A", floor = "1F", room = "101" });
        var (id, at) = ((string)made.Json!["id"]!, (string)made.Json["created_at"]!);
        Assert.Equal(
            (HttpStatusCode.Created, $$"""{"id":"{{id}}","name":"창고","code":"{{code}}","site":"판교","building":"A","floor":"1F","room":"101","is_active":true,"created_at":"{{at}}","updated_at":"{{at}}"}"""),
            (made.Status, made.Text));
        Assert.Equal(made.Text, (await (await Sams.Employee(api.Client)).Get($"/api/v1/locations/{id}")).Text);

        Assert.Equal(HttpStatusCode.Created, (await (await Admin()).Post(Sams.Locations, new { name = "창고", code = Sams.Unique("L") })).Status);
        var again = await (await Admin()).Post(Sams.Locations, new { name = "Other", code });
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Location code already exists"}"""), (again.Status, again.Text));
    }

    [Theory]
    [InlineData("site", 50)]
    [InlineData("building", 50)]
    [InlineData("floor", 10)]
    [InlineData("room", 20)]
    [InlineData("name", 100)]
    [InlineData("code", 20)]
    public async Task Texts_HaveTheContractsLengths(string field, int longest)
    {
        var body = new Dictionary<string, string> { ["name"] = "n", ["code"] = Sams.Unique("L") };
        body[field] = (body["code"] + new string('x', longest))[..longest];
        Assert.Equal(HttpStatusCode.Created, (await (await Admin()).Post(Sams.Locations, body)).Status);
        body["code"] = Sams.Unique("L");
        body[field] = new string('x', longest + 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Admin()).Post(Sams.Locations, body)).Status);
    }

    [Fact]
    public async Task Update_ChangesWhatIsNamed_NullTakesAway()
    {
        var admin = await Admin();
        var code = Sams.Unique("L");
        var id = (string)(await admin.Post(Sams.Locations, new { name = "One", code, site = "S", floor = "1F" })).Json!["id"]!;
        var changed = (await admin.Put($"{Sams.Locations}/{id}", """{"floor":null,"room":"7","code":"X","name":null}""")).Json!;
        Assert.Equal(("One", code, "S", null, "7", true), ((string?)changed["name"], (string?)changed["code"], (string?)changed["site"], (string?)changed["floor"], (string?)changed["room"], (bool)changed["is_active"]!));
    }

    [Fact]
    public async Task List_FiltersBySiteAndActivity_ByName()
    {
        var (admin, site) = (await Admin(), Sams.Unique("site"));
        foreach (var (name, active) in new[] { ("b", true), ("A", true), ("c", false) })
            await admin.Post(Sams.Locations, new { name, code = Sams.Unique("L"), site, is_active = active });

        async Task<IEnumerable<string>> Names(string query) =>
            (await admin.Get($"{Sams.Locations}?site={site}{query}")).Json!["items"]!.AsArray().Select(l => (string)l!["name"]!);
        Assert.Equal(["A", "b", "c"], await Names(""));
        Assert.Equal(["A", "b"], await Names("&is_active=true"));
        Assert.Equal(["c"], await Names("&is_active=false"));
        Assert.Equal(["b"], await Names("&skip=1&limit=1"));
        Assert.Empty((await admin.Get($"{Sams.Locations}?site=nowhere")).Json!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Get($"{Sams.Locations}?limit=101")).Status);
    }

    [Fact]
    public async Task Delete_Is204_ThenNotFound_AndTheCodeIsFree_StaleIfMatchIs412()
    {
        var (admin, code) = (await Admin(), Sams.Unique("L"));
        var path = $"{Sams.Locations}/{await Sams.Location(api.Client, code)}";
        var tag = (await admin.Get(path)).Header("ETag")!;
        await admin.Put(path, new { floor = "9F" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Put(path, new { floor = "8F" }, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Delete(path, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete(path)).Status);
        foreach (var answer in new[] { await admin.Get(path), await admin.Delete(path), await admin.Put(path, new { floor = "1" }), await admin.Get($"{Sams.Locations}/x") })
            Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Location not found"}"""), (answer.Status, answer.Text));
        await Sams.Location(api.Client, code);
    }

    [Fact]
    public async Task EmployeesAndManagers_CannotCreateOrChange()
    {
        var path = $"{Sams.Locations}/{await Sams.Location(api.Client)}";
        var before = (await (await Admin()).Get(path)).Text;
        foreach (var caller in new[] { await Sams.Employee(api.Client), await Sams.Manager(api.Client) })
        {
            foreach (var answer in new[] { await caller.Post(Sams.Locations, new { name = "x", code = "x" }), await caller.Put(path, new { name = "x" }), await caller.Delete(path) })
                Assert.Equal((HttpStatusCode.Forbidden, "Insufficient permissions. Required roles: ['admin']"), (answer.Status, answer.Detail()));
        }

        Assert.Equal(before, (await (await Admin()).Get(path)).Text);
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer_AndParallelCreatesOfOneCodeMakeOne()
    {
        var (admin, code) = (await Admin(), Sams.Unique("L"));
        var first = await admin.Post(Sams.Locations, new { name = "x", code }, ("Idempotency-Key", code));
        var again = await admin.Post(Sams.Locations, new { name = "x", code }, ("Idempotency-Key", code));
        Assert.Equal((first.Text, HttpStatusCode.Created, "true"), (again.Text, again.Status, again.Header("Idempotent-Replayed")));

        var other = Sams.Unique("L");
        var answers = await Sams.AtOnce(50, n => admin.Post(Sams.Locations, new { name = $"{n}", code = other }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.BadRequest, "Location code already exists"), (a.Status, a.Detail())));
    }
}
