using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Assets.Imports;

public sealed class ExportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Export = "/sams/api/v1/assets/export";
    private const string Header = "asset_tag,name,category_code,location_code,status,purchase_date,purchase_price,warranty_end,notes,model,serial_number,supplier\r\n";

    [Fact]
    public async Task Export_ImportedIntoAnEmptyServer_GivesTheSameAssets()
    {
        var (admin, code, place) = (await Sams.Admin(api.Client), Sams.Unique("C"), Sams.Unique("L"));
        await Sams.Category(api.Client, code);
        await Sams.Location(api.Client, place);
        await Importing.Assets(
            api.Client,
            Header + $"OWN {code},\"a, \"\"b\"\"\",{code},{place},maintenance,2024-01-15,1200.50,2027-01-15T10:30:00.5+09:00,\"two\r\nlines\",'=cmd(),''=x,'@y\r\n"
            + string.Concat(Enumerable.Range(0, 700).Select(n => $",판교 {n},{code},{(n % 2 == 0 ? place : "")},available,2025-03-0{1 + (n % 9)},{n}.99,,,M,S{n},-x\r\n")));
        var exported = await admin.Get($"{Export}?category_id={await CategoryId(admin, code)}");
        Assert.Equal((HttpStatusCode.OK, 703), (exported.Status, exported.Text.ReplaceLineEndings("\n").Split('\n').Length - 1));
        Assert.StartsWith(Header + $"OWN {code},\"a, \"\"b\"\"\",{code},{place},maintenance,2024-01-15,1200.50,2027-01-15T01:30:00.5Z,\"two\r\nlines\",'=cmd(),", exported.Text, StringComparison.Ordinal);
        Assert.Contains($"SRS-{code}-2025-0001,", exported.Text, StringComparison.Ordinal);
        Assert.Contains(",S0,'-x\r\n", exported.Text, StringComparison.Ordinal);

        await using var empty = await ApiServer.Start();
        await Sams.Category(empty.Client, code);
        await Sams.Location(empty.Client, place);
        await Importing.Assets(empty.Client, exported.Text);
        var there = await Sams.Admin(empty.Client);
        Assert.Equal(exported.Text, (await there.Get($"{Export}?category_id={await CategoryId(there, code)}")).Text);
        Assert.Equal(await Shown(admin, code), await Shown(there, code));
    }

    [Fact]
    public async Task Export_TakesTheListsFilters()
    {
        var (admin, tag) = (await Sams.Admin(api.Client), Sams.Unique("F-"));
        var code = await Importing.Code(api.Client);
        await Importing.Assets(api.Client, $"asset_tag,name,category_code,status\n{tag}-1,a,{code},maintenance\n{tag}-2,b,{code},\n");
        Assert.Equal($"{tag}-1,a,{code},,maintenance,,,,,,,", (await admin.Get($"{Export}?search={tag}&status=maintenance")).Text.ReplaceLineEndings("\n").Split('\n')[1]);
        Assert.Equal(Header, (await admin.Get($"{Export}?search={tag}-none")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Get($"{Export}?status=lost")).Status);
    }

    private static async Task<string> CategoryId(ApiClient admin, string code)
    {
        for (var skip = 0; ; skip += 100)
        {
            var page = (await admin.Get($"{Sams.Categories}?limit=100&skip={skip}")).Json!["items"]!.AsArray();
            if (page.FirstOrDefault(c => (string)c!["code"]! == code) is { } found)
                return (string)found["id"]!;
            Assert.NotEmpty(page);
        }
    }

    // What members see of the first hundred by tag, without ids and times.
    private static async Task<string[]> Shown(ApiClient admin, string code)
    {
        var list = await admin.Get($"/sams/api/v1/assets?category_id={await CategoryId(admin, code)}&limit=100&sort_by=asset_tag&sort_order=asc");
        return [.. list.Json!["items"]!.AsArray().Select(a => string.Join(' ', a!.AsObject().Where(Same).Select(p => $"{p.Key}={p.Value?.ToJsonString()}")))];

        static bool Same(KeyValuePair<string, JsonNode?> p) => p.Key is not ("id" or "category_id" or "category_name" or "location_id" or "location_name" or "created_at" or "updated_at" or "qr_code_url");
    }
}
