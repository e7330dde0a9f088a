using System.Net;

namespace Hss.Tests.Api.Assets.References;

/// <summary>Categories of assets over real HTTP.</summary>
public sealed class AssetCategoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    private Task<ApiClient> Employee() => Sams.Employee(api.Client);

    [Fact]
    public async Task Create_AnswersTheCategory_AndMembersReadIt()
    {
        var (name, code) = (Sams.Unique("Tablet "), Sams.Unique("T")[..18]);
        var made = await (await Admin()).Post(Sams.Categories, new { name = $"  {name} ", code = $" {code} ", description = "Flat" });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var (id, at) = ((string)made.Json!["id"]!, (string)made.Json["created_at"]!);
        Assert.True(Guid.TryParseExact(id, "D", out _));
        Assert.EndsWith("Z", at, StringComparison.Ordinal);
        Assert.Equal(
            $$"""{"id":"{{id}}","name":"{{name}}","code":"{{code}}","description":"Flat","is_active":true,"created_at":"{{at}}","updated_at":"{{at}}"}""", made.Text);
        var read = await (await Employee()).Get($"{Sams.Categories}/{id}");
        Assert.Equal((HttpStatusCode.OK, made.Text, made.Header("ETag")), (read.Status, read.Text, read.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, (await (await Employee()).Get($"{Sams.Categories}/{id}", ("If-None-Match", read.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task Create_OfATakenCode_Is400_InOtherLettersItIsAnother()
    {
        var admin = await Admin();
        var code = Sams.Unique("c");
        await Sams.Category(api.Client, code);
        var again = await admin.Post(Sams.Categories, new { name = Sams.Unique("x"), code });
        Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Category code already exists"}"""), (again.Status, again.Text));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(Sams.Categories, new { name = Sams.Unique("x"), code = code.ToUpperInvariant() })).Status);
    }

    [Fact]
    public async Task ANameInOtherLetters_IsTaken_AlsoForAChange_AndTheRefusedCodeStaysFree()
    {
        var admin = await Admin();
        var (name, code) = (Sams.Unique("name"), Sams.Unique("C"));
        await admin.Post(Sams.Categories, new { name, code = Sams.Unique("C") });
        var other = await Sams.Category(api.Client);

        var again = await admin.Post(Sams.Categories, new { name = $" {name.ToUpperInvariant()}", code });
        Assert.Equal((HttpStatusCode.BadRequest, "Category name already exists"), (again.Status, again.Detail()));
        var renamed = await admin.Put($"{Sams.Categories}/{other}", new { name });
        Assert.Equal((HttpStatusCode.BadRequest, "Category name already exists"), (renamed.Status, renamed.Detail()));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(Sams.Categories, new { name = Sams.Unique("x"), code })).Status);
    }

    [Fact]
    public async Task Update_ChangesWhatIsNamed_NeverTheCode_AndFreesTheOldName()
    {
        var admin = await Admin();
        var (name, code) = (Sams.Unique("old"), Sams.Unique("C"));
        var made = await admin.Post(Sams.Categories, new { name, code, description = "Was" });
        var path = $"{Sams.Categories}/{(string)made.Json!["id"]!}";

        var changed = await admin.Put(path, new { is_active = false, code = "OTHER" });
        Assert.Equal((name, code, "Was", false), Shown(changed));
        Assert.Equal((name, code, null, false), Shown(await admin.Put(path, """{"description":null,"name":null,"is_active":null}""")));
        var next = Sams.Unique("new");
        Assert.Equal((next, code, null, false), Shown(await admin.Put(path, new { name = next })));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(Sams.Categories, new { name, code = Sams.Unique("C") })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Post(Sams.Categories, new { name = next, code = Sams.Unique("C") })).Status);

        var before = await admin.Get(path);
        var same = await admin.Put(path, new { name = next });
        Assert.Equal((before.Text, before.Header("ETag")), (same.Text, same.Header("ETag")));
    }

    [Fact]
    public async Task List_IsPagedAndByName_AndFiltersByActivity()
    {
        var admin = await Admin();
        var off = await Sams.Category(api.Client);
        await admin.Put($"{Sams.Categories}/{off}", new { is_active = false });
        for (var i = 0; i < 3; i++)
            await Sams.Category(api.Client);

        var all = (await (await Employee()).Get($"{Sams.Categories}?limit=100")).Json!;
        var names = all["items"]!.AsArray().Select(c => (string)c!["name"]!).ToList();
        Assert.Equal((names.Count, 0, 100), ((int)all["total"]!, (int)all["skip"]!, (int)all["limit"]!));
        Assert.Equal(names.OrderBy(n => n.ToLowerInvariant(), StringComparer.Ordinal), names);
        var page = (await (await Employee()).Get($"{Sams.Categories}?skip=1&limit=2")).Json!;
        Assert.Equal(names[1..3], page["items"]!.AsArray().Select(c => (string)c!["name"]!));
        Assert.Equal((names.Count, 1, 2), ((int)page["total"]!, (int)page["skip"]!, (int)page["limit"]!));
        Assert.Equal(20, (int)(await (await Employee()).Get(Sams.Categories)).Json!["limit"]!);

        var inactive = (await (await Employee()).Get($"{Sams.Categories}?is_active=false&limit=100")).Json!["items"]!.AsArray();
        Assert.Contains(inactive, c => (string?)c!["id"] == off);
        Assert.All(inactive, c => Assert.False((bool)c!["is_active"]!));
        Assert.Equal(names.Count - inactive.Count, (int)(await (await Employee()).Get($"{Sams.Categories}?is_active=true&limit=1")).Json!["total"]!);
    }

    [Theory]
    [InlineData("skip=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("is_active=maybe")]
    [InlineData("limit=x")]
    public async Task List_WithParametersOutOfBounds_Is422(string query) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Employee()).Get($"{Sams.Categories}?{query}")).Status);

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"code":"x"}""")]
    [InlineData("""{"name":"","code":"x"}""")]
    [InlineData("""{"name":"x","code":"123456789012345678901"}""")]
    [InlineData("""{"name":"x","code":7}""")]
    [InlineData("""{"name":"x","code":"y","is_active":"perhaps"}""")]
    public async Task BadInput_ChangesNothing(string body)
    {
        var admin = await Admin();
        var before = (int)(await admin.Get(Sams.Categories)).Json!["total"]!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Post(Sams.Categories, body)).Status);
        Assert.Equal(before, (int)(await admin.Get(Sams.Categories)).Json!["total"]!);
    }

    [Fact]
    public async Task Delete_Is204_AndThenItIsNotFound_AndItsCodeAndNameAreFree()
    {
        var admin = await Admin();
        var (name, code) = (Sams.Unique("gone"), Sams.Unique("C"));
        var id = (string)(await admin.Post(Sams.Categories, new { name, code })).Json!["id"]!;

        Assert.Equal((HttpStatusCode.NoContent, ""), ((await admin.Delete($"{Sams.Categories}/{id}")) is var deleted ? deleted.Status : default, deleted.Text));
        foreach (var answer in new[] { await admin.Delete($"{Sams.Categories}/{id}"), await admin.Get($"{Sams.Categories}/{id}"), await admin.Put($"{Sams.Categories}/{id}", new { name }), await admin.Get($"{Sams.Categories}/7") })
            Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Category not found"}"""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(Sams.Categories, new { name, code })).Status);
    }

    [Fact]
    public async Task IfMatch_OfAnOldVersion_Is412_AndChangesNothing()
    {
        var admin = await Admin();
        var path = $"{Sams.Categories}/{await Sams.Category(api.Client)}";
        var tag = (await admin.Get(path)).Header("ETag")!;
        var changed = await admin.Put(path, new { description = "New" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Put(path, new { description = "Late", name = Sams.Unique() }, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.Delete(path, ("If-Match", tag))).Status);
        Assert.Equal(changed.Text, (await admin.Get(path)).Text);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete(path, ("If-Match", changed.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task EmployeesAndManagers_CannotCreateOrChange()
    {
        var path = $"{Sams.Categories}/{await Sams.Category(api.Client)}";
        var before = (await (await Admin()).Get(path)).Text;
        foreach (var caller in new[] { await Employee(), await Sams.Manager(api.Client) })
        {
            foreach (var answer in new[] { await caller.Post(Sams.Categories, new { name = "x", code = "x" }), await caller.Put(path, new { name = "x" }), await caller.Delete(path) })
                Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        var outsider = await ApiClient.Customer(api.Client);
        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.Get(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Get(path)).Status);
        Assert.Equal(before, (await (await Admin()).Get(path)).Text);
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer()
    {
        var admin = await Admin();
        var body = new { name = Sams.Unique(), code = Sams.Unique("C") };
        var first = await admin.Post(Sams.Categories, body, ("Idempotency-Key", body.code));
        var again = await admin.Post(Sams.Categories, body, ("Idempotency-Key", body.code));
        Assert.Equal((first.Text, HttpStatusCode.Created, "true"), (again.Text, again.Status, again.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task FiftyParallelCreatesOfOneCode_MakeOne()
    {
        var admin = await Admin();
        var code = Sams.Unique("P");
        var before = (int)(await admin.Get(Sams.Categories)).Json!["total"]!;
        var answers = await Sams.AtOnce(50, n => admin.Post(Sams.Categories, new { name = $"{code} {n}", code }));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(
            answers.Where(a => a.Status != HttpStatusCode.Created),
            a => Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Category code already exists"}"""), (a.Status, a.Text)));
        var listed = new List<string>();
        for (var skip = 0; ; skip += 100)
        {
            var page = (await admin.Get($"{Sams.Categories}?limit=100&skip={skip}")).Json!["items"]!.AsArray();
            listed.AddRange(page.Select(c => (string)c!["code"]!));
            if (page.Count < 100)
                break;
        }

        Assert.Single(listed, c => c == code);
        Assert.True((int)(await admin.Get(Sams.Categories)).Json!["total"]! > before);
    }

    [Fact]
    public async Task FiftyParallelCreatesOfOneName_MakeOne()
    {
        var admin = await Admin();
        var name = Sams.Unique("same");
        var answers = await Sams.AtOnce(50, n => admin.Post(Sams.Categories, new { name = n % 2 == 0 ? name : name.ToUpperInvariant(), code = $"{n}{name}"[..20] }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal("Category name already exists", a.Detail()));
    }

    [Fact]
    public async Task ConcurrentEdits_LoseNothing()
    {
        var admin = await Admin();
        var path = $"{Sams.Categories}/{await Sams.Category(api.Client)}";
        var name = Sams.Unique("last");
        var answers = await Sams.AtOnce(3, n => admin.Put(path, n switch { 0 => new { name }, 1 => new { description = "Kept" }, _ => (object)new { is_active = false } }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var now = (await admin.Get(path)).Json!;
        Assert.Equal((name, "Kept", false), ((string?)now["name"], (string?)now["description"], (bool)now["is_active"]!));
    }

    private static (string?, string?, string?, bool) Shown(ApiAnswer answer) =>
        ((string?)answer.Json!["name"], (string?)answer.Json["code"], (string?)answer.Json["description"], (bool)answer.Json["is_active"]!);
}
