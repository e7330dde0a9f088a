using System.Net;
using System.Text;
using System.Text.Json;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Imports;

namespace Hss.Tests.Api.Assets.Imports;

/// <summary>Files of assets over HTTP, on one database.</summary>
public abstract class ImportContract
{
    private const string Assets = "/sams/api/v1/assets";

    protected abstract ApiServer Server { get; }

    private HttpClient Http => Server.Client;

    [Fact]
    public async Task Import_IsAcceptedWithItsTagsHeld_AndEveryRowBecomesAnAsset()
    {
        var (admin, code, place) = (await Sams.Admin(Http), Sams.Unique("C"), Sams.Unique("L"));
        var (category, location) = (await Sams.Category(Http, code), await Sams.Location(Http, place));
        var accepted = await admin.Import(
            $"asset_tag,name,category_code,location_code,status,purchase_date,purchase_price,warranty_end,notes,model,serial_number,supplier\n,One,{code},{place},maintenance,2024-01-15,1200.5,2027-01-15,\"a\nb\",X1,SN,Shop\nOWN-{code},Two,{code},,,,,,'=1+1,,,\n,Three,{code},,,2024-06-01,,,,,,\nSRS-{code}-2024-0002,Four,{code},,,,,,,,,\n");
        Assert.True(accepted.Status == HttpStatusCode.Accepted, accepted.Text);
        var id = (string)accepted.Json!["id"]!;
        Assert.Equal($"/sams/api/v1/imports/{id}", accepted.Header("Location"));
        Assert.Equal(("accepted", 4), ((string)accepted.Json["status"]!, (int)accepted.Json["rows"]!));

        var ended = await admin.Ended(id);
        Assert.Equal(("completed", 4, 4, 0), ((string)ended["status"]!, (int)ended["rows"]!, (int)ended["created"]!, ended["errors"]!.AsArray().Count));
        var assets = await Made(id, 4);
        // The number that the file names is passed over by the series.
        Assert.Equal([$"SRS-{code}-2024-0001", $"OWN-{code}", $"SRS-{code}-2024-0003", $"SRS-{code}-2024-0002"], assets.Select(a => a.Tag));
        Assert.Equal(
            new("One", category, location, new(2024, 1, 15, 0, 0, 0, TimeSpan.Zero), 120_050, new(2027, 1, 15, 0, 0, 0, TimeSpan.Zero), "a\nb", "X1", "SN", "Shop"), assets[0].Details);
        Assert.Equal(("maintenance", "available", "=1+1"), (assets[0].Status, assets[1].Status, assets[1].Details.Notes));
        Assert.Contains((await admin.Get($"{Importing.Imports}?limit=100")).Json!["items"]!.AsArray(), i => (string)i!["id"]! == id);

        // The categories are let go at the end: one without assets can be deleted, this one is in use.
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Delete($"{Sams.Categories}/{category}")).Status);
    }

    [Fact]
    public async Task Import_WithFaults_NamesThemAllWithLineAndColumn_AndCreatesNothing()
    {
        var (admin, code) = (await Sams.Admin(Http), await Importing.Code(Http));
        var taken = Sams.Unique("TAKEN-");
        await Importing.Assets(Http, $"asset_tag,name,category_code\n{taken},a,{code}\n");
        var before = await Total(admin);
        var faulty = $"asset_tag,name,category_code,purchase_price\n{taken},a,{code},\n,b,NONE,-1\n,c,{code},\nOK,,{code},\n";
        var refused = await admin.Import(faulty);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            ["[\"body\",2,\"asset_tag\"]", "[\"body\",3,\"category_code\"]", "[\"body\",3,\"purchase_price\"]", "[\"body\",5,\"name\"]"],
            refused.Json!["detail"]!.AsArray().Select(d => d!["loc"]!.ToJsonString()));
        Assert.Equal((4, taken, "missing"), ((int)refused.Json["total_errors"]!, (string)refused.Json["detail"]![0]!["input"]!, (string)refused.Json["detail"]![3]!["type"]!));

        var report = await admin.Import(faulty, "?dry_run=true");
        Assert.Equal((HttpStatusCode.OK, false, 4, 4), (report.Status, (bool)report.Json!["valid"]!, (int)report.Json["rows"]!, (int)report.Json["total_errors"]!));
        Assert.Equal((3, "purchase_price", "-1"), ((int)report.Json["errors"]![2]!["line"]!, (string)report.Json["errors"]![2]!["column"]!, (string)report.Json["errors"]![2]!["value"]!));
        Assert.Equal(before, await Total(admin));

        // Only the tag is taken: it is found when the tags are held, and nothing of the rest is kept.
        var late = await admin.Import($"asset_tag,name,category_code\nFREE-{taken},a,{code}\n{taken},b,{code}\n");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "[\"body\",3,\"asset_tag\"]"), (late.Status, late.Json!["detail"]![0]!["loc"]!.ToJsonString()));
        await Importing.Assets(Http, $"asset_tag,name,category_code\nFREE-{taken},a,{code}\n");
    }

    [Fact]
    public async Task DryRun_OfAFaultlessFile_SaysSo_AndWritesNothing()
    {
        var (admin, code) = (await Sams.Admin(Http), await Importing.Code(Http));
        var before = await Total(admin);
        var report = await admin.Import($"name,category_code\na,{code}\nb,{code}\n", "?dry_run=true");
        Assert.Equal((HttpStatusCode.OK, true, true, 2, 0), (report.Status, (bool)report.Json!["dry_run"]!, (bool)report.Json["valid"]!, (int)report.Json["rows"]!, (int)report.Json["total_errors"]!));
        Assert.Equal(before, await Total(admin));
    }

    [Fact]
    public async Task Import_RepeatedWithItsKey_IsTheSameImport_AndAnotherFileUnderTheKeyIsRefused()
    {
        var (admin, code, key) = (await Sams.Admin(Http), await Importing.Code(Http), ("Idempotency-Key", Sams.Unique()));
        var csv = $"asset_tag,name,category_code\n{Sams.Unique("T-")},a,{code}\n,b,{code}\n";
        var first = await admin.Import(csv, headers: key);
        await admin.Ended((string)first.Json!["id"]!);
        var again = await admin.Import(csv, headers: key);
        Assert.Equal((HttpStatusCode.Accepted, "true", (string)first.Json["id"]!), (again.Status, again.Header("Idempotent-Replayed"), (string)again.Json!["id"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Import(csv + $",c,{code}\n", headers: key)).Status);
        Assert.Equal(2, (int)(await admin.Ended((string)first.Json["id"]!))["created"]!);
    }

    [Fact]
    public async Task ImportsAtOnce_GiveEachTagOnce_WithoutGaps()
    {
        var (admin, code) = (await Sams.Admin(Http), Sams.Unique("C"));
        await Sams.Category(Http, code);
        var csv = $"name,category_code,purchase_date\n{string.Concat(Enumerable.Range(0, 20).Select(n => $"a{n},{code},2025-01-01\n"))}";
        var accepted = await Sams.AtOnce(10, _ => admin.Import(csv));
        Assert.All(accepted, a => Assert.Equal(HttpStatusCode.Accepted, a.Status));
        var tags = new List<string>();
        foreach (var import in accepted)
        {
            await admin.Ended((string)import.Json!["id"]!);
            tags.AddRange((await Made((string)import.Json["id"]!, 20)).Select(a => a.Tag));
        }

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"SRS-{code}-2025-{n:0000}"), tags.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SameTag_InTwoImportsAtOnce_IsGivenToOne()
    {
        var (admin, code, tag) = (await Sams.Admin(Http), await Importing.Code(Http), Sams.Unique("T-"));
        var answers = await Sams.AtOnce(8, n => admin.Import($"asset_tag,name,category_code\n{tag},a{n},{code}\n"));
        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.Accepted));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Accepted), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
    }

    [Fact]
    public async Task Form_WithTheFieldFile_IsTakenLikeTheBody_AndOtherBodiesAreRefused()
    {
        var (admin, code) = (await Sams.Admin(Http), await Importing.Code(Http));
        using (var form = await Importing.ImportForm(Http, admin, Encoding.UTF8.GetBytes($"\ufeffname,category_code\r\n판교,{code}\r\n")))
        {
            Assert.Equal(HttpStatusCode.Accepted, form.StatusCode);
            var id = JsonDocument.Parse(await form.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
            await admin.Ended(id);
            Assert.Equal("판교", (await Made(id, 1))[0].Details.Name);
        }

        using (var without = await Importing.ImportForm(Http, admin, [1], field: "other"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await admin.Post(Importing.Path, new { })).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await admin.Import(new string('x', ImportFile.MaxBytes + 1))).Status);
    }

    [Fact]
    public async Task EmployeesAndGuests_NeitherImportNorExportNorSeeImports()
    {
        var employee = await Sams.Employee(Http);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.Import("x")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.Get(Importing.Imports)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.Get($"{Assets}/export")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Import("x")).Status);
        var manager = await Sams.Manager(Http);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"{Importing.Imports}/{Guid.NewGuid()}")).Status);
        // The root answers for the system that owns the resource.
        Assert.Equal(HttpStatusCode.OK, (await manager.Get("/api/v1/imports")).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Import("name\n", "?dry_run=true")).Status);
    }

    private async Task<AssetView[]> Made(string import, int rows) => await Importing.Made(Server, import, rows);

    private static async Task<long> Total(ApiClient admin) => (long)(await admin.Get($"{Importing.Imports}?limit=1")).Json!["total"]!;
}

public sealed class SqliteImportTests(ApiFixture api) : ImportContract, IClassFixture<ApiFixture>
{
    protected override ApiServer Server => api.Server;
}

public sealed class PostgresImportTests(PostgresApiFixture api) : ImportContract, IClassFixture<PostgresApiFixture>
{
    protected override ApiServer Server => api.Server;
}
