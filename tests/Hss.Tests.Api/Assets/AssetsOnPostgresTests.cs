using System.Net;
using Hss.Tests.Api.Assets.Accounts;

namespace Hss.Tests.Api.Assets;

/// <summary>Lists, unique values and leaving on PostgreSQL: what is SQL of its own there.</summary>
public sealed class AssetsOnPostgresTests(PostgresApiFixture api) : IClassFixture<PostgresApiFixture>
{
    [Fact]
    public async Task Lists_AreSortedFilteredAndSearched()
    {
        var admin = await Sams.Admin(api.Server.Client);
        foreach (var name in new[] { "zebra", "Apple", "éclair" })
            Assert.Equal(HttpStatusCode.Created, (await admin.Post(Sams.Categories, new { name, code = name.ToUpperInvariant() })).Status);
        var names = (await admin.Get($"{Sams.Categories}?limit=100&is_active=true")).Json!["items"]!.AsArray().Select(c => (string)c!["name"]!).ToList();
        Assert.True(names.Count >= 13);
        Assert.Equal(names.OrderBy(n => n.ToLowerInvariant(), StringComparer.Ordinal), names);
        Assert.Equal(8, (int)(await admin.Get($"{Sams.Locations}?site=대전")).Json!["total"]!);

        Assert.Equal(["admin@suresoft.com"], await Emails(admin, "search=it관리"));
        Assert.Equal(["manager@suresoft.com"], await Emails(admin, "role=manager&is_active=true"));
        Assert.Equal(3, (await Emails(admin, "limit=100")).Count(e => e.EndsWith("@suresoft.com", StringComparison.Ordinal)));
        Assert.Empty(await Emails(admin, "search=%25"));
        Assert.Empty(await Emails(admin, "search=customer@hss.local"));
    }

    [Fact]
    public async Task FiftyParallelCreatesOfOneCode_MakeOne_AndADeletedUsersEmailIsFree()
    {
        var admin = await Sams.Admin(api.Server.Client);
        var code = Sams.Unique("P");
        var answers = await Sams.AtOnce(50, n => admin.Post(Sams.Categories, new { name = $"{code} {n}", code }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.BadRequest, "Category code already exists"), (a.Status, a.Detail())));

        var person = await People.Register(api.Server.Client);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{People.Users}/{person.Id}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.Get($"{People.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(People.Users, new { email = person.Email, password = People.Password, name = "Anew" })).Status);
    }

    private static async Task<List<string>> Emails(ApiClient admin, string query) =>
        [.. (await admin.Get($"{People.Users}?{query}")).Json!["items"]!.AsArray().Select(u => (string)u!["email"]!)];
}
