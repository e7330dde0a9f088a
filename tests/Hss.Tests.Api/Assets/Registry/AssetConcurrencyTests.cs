using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

public sealed class SqliteAssetConcurrencyTests(ApiFixture api) : AssetConcurrencyTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresAssetConcurrencyTests(PostgresApiFixture api) : AssetConcurrencyTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Many callers at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public abstract class AssetConcurrencyTests(ApiServer server)
{
    private static readonly int Year = DateTimeOffset.UtcNow.Year;

    private HttpClient Http => server.Client;

    [Fact]
    public async Task Concurrent_creates_of_one_category_get_consecutive_tags_without_gap_or_repeat()
    {
        var (manager, code) = (await Sams.Manager(Http), Sams.Unique("C"));
        var category = await Sams.Category(Http, code);

        var answers = await Sams.AtOnce(100, n => manager.Post(Url, new { name = $"n{n}", category_id = category }));

        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Created, a.Text));
        var tags = Tags(code, 1, 100);
        Assert.Equal(tags, answers.Select(a => (string)a.Json!["asset_tag"]!).Order());
        Assert.Equal(tags, (await Stored(code)).Order());
        Assert.Equal(100, (int)(await manager.Get($"{Url}?category_id={category}&limit=1")).Json!["total"]!);
    }

    [Fact]
    public async Task Creates_among_refused_ones_deletes_and_tags_by_hand_leave_no_gap_and_no_repeat()
    {
        var (admin, code) = (await Sams.Admin(Http), Sams.Unique("C"));
        var category = await Sams.Category(Http, code);
        var hand = $"SRS-{code}-{Year}-0007";

        var answers = await Sams.AtOnce(60, async n =>
        {
            if (n % 6 == 1)
                return await admin.Post(Url, new { name = "refused", category_id = category, location_id = Guid.NewGuid() });
            if (n % 6 == 2)
                return await admin.Post(Url, new { name = "refused", category_id = category, assigned_to = Guid.NewGuid() });
            if (n % 6 == 3)
                return await admin.Post(Url, new { name = "by hand", category_id = category, asset_tag = hand });
            var made = await admin.Post(Url, new { name = "made", category_id = category });
            if (n % 6 == 4)
                Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete(PathOf(made.Json!))).Status);
            return made;
        });

        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.True(
            a.Detail() is "Location not found" or "User not found" or "Asset tag already exists", a.Text));
        var made = answers.Count(a => a.Status == HttpStatusCode.Created);
        Assert.InRange(made, 30, 31);
        var next = (string)(await Asset(Http, new { name = "last", category_id = category }))["asset_tag"]!;
        Assert.Equal(Tags(code, 1, made + 1), (await Stored(code)).Order());
        Assert.Contains(next, Tags(code, made, made + 1));
    }

    [Fact]
    public async Task Concurrent_creates_of_one_tag_make_one_asset()
    {
        var (manager, category) = (await Sams.Manager(Http), await Sams.Category(Http));
        foreach (var tag in new[] { Sams.Unique("T-"), $"SRS-{Sams.Unique("C")}-2024-0042" })
        {
            var answers = await Sams.AtOnce(50, n => manager.Post(Url, new { name = $"n{n}", category_id = category, asset_tag = tag }));
            Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
            Assert.All(
                answers.Where(a => a.Status != HttpStatusCode.Created),
                a => Assert.Equal((HttpStatusCode.BadRequest, """{"detail":"Asset tag already exists"}"""), (a.Status, a.Text)));
            Assert.Single(await Rows(manager, $"category_id={category}&search={tag}"));
        }
    }

    [Fact]
    public async Task Each_year_of_purchase_has_numbers_of_its_own()
    {
        var (manager, code) = (await Sams.Manager(Http), Sams.Unique("C"));
        var category = await Sams.Category(Http, code);
        var answers = await Sams.AtOnce(30, n => manager.Post(Url, new { name = "x", category_id = category, purchase_date = $"{2020 + (n % 3)}-06-01T00:00:00Z" }));
        Assert.Equal(
            Enumerable.Range(2020, 3).SelectMany(year => Enumerable.Range(1, 10).Select(n => $"SRS-{code}-{year}-{n:0000}")),
            answers.Select(a => (string)a.Json!["asset_tag"]!).Order());
    }

    [Fact]
    public async Task Concurrent_edits_lose_nothing()
    {
        var (manager, path) = (await Sams.Manager(Http), await Path(Http));
        var location = await Sams.Location(Http);
        (string Field, string Value)[] edits = [("name", "Edited"), ("notes", "N"), ("model", "M"), ("serial_number", "S"), ("supplier", "B"), ("location_id", location)];
        var answers = await Sams.AtOnce(edits.Length, n => manager.Put(path, new JsonObject { [edits[n].Field] = edits[n].Value }));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.OK, a.Text));
        var now = (await manager.Get(path)).Json!;
        Assert.All(edits, e => Assert.Equal(e.Value, (string?)now[e.Field]));
        Assert.Equal(edits.Length + 1, (await History(manager, path)).Count);
    }

    [Fact]
    public async Task Concurrent_edits_of_one_version_have_one_winner()
    {
        var (manager, path) = (await Sams.Manager(Http), await Path(Http));
        var tag = (await manager.Get(path)).Header("ETag")!;
        var answers = await Sams.AtOnce(20, n => manager.Put(path, new { notes = $"n{n}" }, ("If-Match", tag)));
        var winner = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != winner), a => Assert.Equal(HttpStatusCode.PreconditionFailed, a.Status));
        Assert.Equal(winner.Text, (await manager.Get(path)).Text);
    }

    [Fact]
    public async Task A_category_deleted_while_assets_are_made_leaves_no_asset_without_category()
    {
        var admin = await Sams.Admin(Http);
        for (var round = 0; round < 10; round++)
        {
            var category = await Sams.Category(Http);
            var answers = await Sams.AtOnce(6, n => n == 0
                ? admin.Delete($"{Sams.Categories}/{category}")
                : admin.Post(Url, new { name = "x", category_id = category }));
            var made = (await Rows(admin, $"category_id={category}")).Count;
            Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.Created), made);
            var there = (await admin.Get($"{Sams.Categories}/{category}")).Status == HttpStatusCode.OK;
            Assert.Equal(answers[0].Status == HttpStatusCode.NoContent, !there);
            Assert.True(there || made == 0, $"{made} assets are in no category");
            Assert.All(answers.Skip(1).Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal("Category not found", a.Detail()));
        }
    }

    private static IEnumerable<string> Tags(string code, int first, int last) => Enumerable.Range(first, last - first + 1).Select(n => $"SRS-{code}-{Year}-{n:0000}");

    // The tags that the events tell: those of deleted assets, too.
    private async Task<ImmutableArray<string>> Stored(string code)
    {
        var events = await server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "asset", Types = ["asset.created"], Limit = 100_000 }, default);
        return [.. events.Select(e => (string)JsonNode.Parse(e.Event.Data)!["tag"]!).Where(t => t.Contains($"-{code}-", StringComparison.Ordinal))];
    }
}
