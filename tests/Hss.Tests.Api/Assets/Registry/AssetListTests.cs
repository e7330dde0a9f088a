using System.Net;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

public sealed class SqliteAssetListTests(ApiFixture api) : AssetListTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresAssetListTests(PostgresApiFixture api) : AssetListTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Lists of assets: filters, order and pages, from committed rows.</summary>
public abstract class AssetListTests(ApiServer server)
{
    private HttpClient Http => server.Client;

    [Fact]
    public async Task List_IsPaged_NewestFirst()
    {
        var (employee, category) = (await Sams.Employee(Http), await Sams.Category(Http));
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Insert(0, (string)(await Asset(Http, new { name = $"n{i}", category_id = category }))["id"]!);

        var page = (await employee.Get($"{Url}?category_id={category}&skip=1&limit=2")).Json!;
        Assert.Equal((5, 1, 2), ((int)page["total"]!, (int)page["skip"]!, (int)page["limit"]!));
        Assert.Equal(made[1..3], page["items"]!.AsArray().Select(a => (string)a!["id"]!));
        Assert.Equal(made, (await Rows(employee, $"category_id={category}&sort_by=nonsense")).Select(a => (string)a["id"]!));
        Assert.Equal(Enumerable.Reverse(made), (await Rows(employee, $"category_id={category}&sort_order=asc")).Select(a => (string)a["id"]!));
        Assert.Equal(20, (int)(await employee.Get(Url)).Json!["limit"]!);
    }

    [Fact]
    public async Task Search_FindsTagNameModelAndSerialNumber_WithoutRegardToCase()
    {
        var (employee, category, word) = (await Sams.Employee(Http), await Sams.Category(Http), Sams.Unique("wOrd"));
        await Asset(Http, new { name = $"A {word}", category_id = category });
        await Asset(Http, new { name = "B", category_id = category, asset_tag = $"T-{word}" });
        await Asset(Http, new { name = "C", category_id = category, model = $"M {word} x" });
        await Asset(Http, new { name = "D", category_id = category, serial_number = word });
        await Asset(Http, new { name = "E", category_id = category, notes = word });
        Assert.Equal(["A", "B", "C", "D"], (await Rows(employee, $"search={word.ToUpperInvariant()}&sort_by=name&sort_order=asc")).Select(a => ((string)a["name"]!)[..1]));
    }

    [Fact]
    public async Task Filters_AreJoined()
    {
        var (employee, category, location) = (await Sams.Employee(Http), await Sams.Category(Http), await Sams.Location(Http));
        var holder = await Id(employee);
        await Asset(Http, new { name = "held", category_id = category, assigned_to = holder, location_id = location });
        await Asset(Http, new { name = "here", category_id = category, location_id = location });
        await Asset(Http, new { name = "broken", category_id = category, status = "maintenance" });
        Assert.Equal(["held"], await Names(employee, $"category_id={category}&assigned_to={holder}"));
        Assert.Equal(["held", "here"], await Names(employee, $"location_id={location}"));
        Assert.Equal(["here"], await Names(employee, $"location_id={location}&status=available"));
        Assert.Equal(["broken"], await Names(employee, $"category_id={category}&status=maintenance"));
        Assert.Empty(await Names(employee, $"category_id={category}&status=disposed"));
    }

    [Fact]
    public async Task Grade_IsByTheYearsSinceThePurchase_InAnswersAndFilters()
    {
        var (employee, category) = (await Sams.Employee(Http), await Sams.Category(Http));
        var now = DateTimeOffset.UtcNow;
        foreach (var (name, days) in new[] { ("a1", 0d), ("a2", (365.25 * 2) - 1), ("b1", (365.25 * 2) + 1), ("b2", (365.25 * 4) - 1), ("c1", (365.25 * 4) + 1), ("c2", 7000) })
            await Asset(Http, new { name, category_id = category, purchase_date = now.AddDays(-days) });
        await Asset(Http, new { name = "a3", category_id = category });

        foreach (var grade in new[] { "A", "B", "C" })
        {
            var rows = await Rows(employee, $"category_id={category}&grade={grade}");
            Assert.All(rows, r => Assert.Equal(grade, (string?)r["grade"]));
            Assert.All(rows, r => Assert.StartsWith(grade, ((string)r["name"]!).ToUpperInvariant(), StringComparison.Ordinal));
            Assert.Equal(grade == "A" ? 3 : 2, rows.Count);
        }

        Assert.Equal(["c2", "c1", "b2", "b1", "a2", "a1", "a3"], (await Rows(employee, $"category_id={category}&sort_by=grade")).Select(r => (string)r["name"]!));
    }

    [Fact]
    public async Task SortBy_KnowsTheFields()
    {
        var (employee, category) = (await Sams.Employee(Http), await Sams.Category(Http));
        await Asset(Http, new { name = "b", category_id = category, asset_tag = Sams.Unique("1"), purchase_price = 9, purchase_date = "2022-01-01", warranty_end = "2030-01-01" });
        await Asset(Http, new { name = "A", category_id = category, asset_tag = Sams.Unique("2"), purchase_price = 10, purchase_date = "2021-01-01", warranty_end = "2029-01-01" });
        foreach (var (field, first) in new[] { ("name", "A"), ("asset_tag", "b"), ("purchase_price", "b"), ("purchase_date", "A"), ("warranty_end", "A"), ("created_at", "b"), ("updated_at", "b") })
        {
            Assert.Equal(first, (string?)(await Rows(employee, $"category_id={category}&sort_by={field}&sort_order=asc"))[0]["name"]);
            Assert.NotEqual(first, (string?)(await Rows(employee, $"category_id={category}&sort_by={field}&sort_order=desc"))[0]["name"]);
        }

        foreach (var field in new[] { "id", "status", "category_id", "location_id", "assigned_to" })
            Assert.Equal(2, (await Rows(employee, $"category_id={category}&sort_by={field}")).Count);
    }

    [Theory]
    [InlineData("skip=-1")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("status=stock")]
    [InlineData("grade=D")]
    [InlineData("sort_order=up")]
    public async Task List_WithUnknownValues_Is422(string query) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Sams.Employee(Http)).Get($"{Url}?{query}")).Status);

    private static async Task<IEnumerable<string>> Names(ApiClient member, string query) => (await Rows(member, $"{query}&sort_by=name&sort_order=asc")).Select(a => (string)a["name"]!);
}
