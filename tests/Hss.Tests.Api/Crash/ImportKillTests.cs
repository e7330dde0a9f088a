using System.Net;
using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Imports;

namespace Hss.Tests.Api.Crash;

/// <summary>
/// An import is accepted, and the real process is killed again and again while its rows become assets: it goes on by itself and ends with exactly
/// its rows, no tag twice and none left out.
/// </summary>
public sealed class ImportKillTests : IDisposable
{
    private const int Rows = 1500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-kill-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task AnImport_UnderKills_OnSqlite_EndsWithExactlyItsRows() => KillAndProve([]);

    [Fact]
    public async Task AnImport_UnderKills_OnPostgres_EndsWithExactlyItsRows()
    {
        await KillAndProve(await DemonstrationData.OnPostgres(_folder.FullName));
    }

    private async Task KillAndProve(Dictionary<string, string> settings)
    {
        var (code, id, token) = (Sams.Unique("C"), "", "");
        // Every tenth row names its tag; the others are numbered.
        var csv = "asset_tag,name,category_code,purchase_date\n" + string.Concat(Enumerable.Range(0, Rows).Select(n => $"{(n % 10 == 0 ? $"OWN-{code}-{n}" : "")},a{n},{code},2025-01-01\n"));
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            await Sams.Category(http, code);
            token = (await Sams.Admin(http)).Token!;
            var accepted = await new ApiClient(http, token).Import(csv, headers: ("Idempotency-Key", "kill"));
            Assert.True(accepted.Status == HttpStatusCode.Accepted, accepted.Text);
            id = (string)accepted.Json!["id"]!;
            server.Kill();
        }

        // The fault point counts commits: each life gets some way, and no further.
        foreach (var batches in (int[])[8, 12])
        {
            // It may end before it answers anything: the import goes on as soon as the silo runs.
            using var server = ServerProcess.Launch(_folder.FullName, new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:{batches}" });
            using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await server.Exited(guard.Token);
        }

        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            var admin = await Sams.Admin(http);
            var ended = await admin.Ended(id);
            Assert.Equal(("completed", Rows, Rows), ((string)ended["status"]!, (int)ended["rows"]!, (int)ended["created"]!));

            var tags = new List<string>();
            for (var skip = 0; skip < Rows; skip += 100)
                tags.AddRange((await admin.Get($"/sams/api/v1/assets?search={code}&sort_by=asset_tag&limit=100&skip={skip}")).Json!["items"]!.AsArray().Select(a => (string)a!["asset_tag"]!));
            var expected = Enumerable.Range(0, Rows / 10).Select(n => $"OWN-{code}-{n * 10}").Concat(Enumerable.Range(1, Rows - (Rows / 10)).Select(n => $"SRS-{code}-2025-{n:0000}"));
            Assert.Equal(expected.Order(StringComparer.Ordinal), tags.Order(StringComparer.Ordinal));

            // The import has let its category go, and its next asset gets the next number.
            var next = await admin.Post("/sams/api/v1/assets", new { name = "next", category_id = await CategoryId(admin, code), purchase_date = "2025-05-05" });
            Assert.True(next.Status == HttpStatusCode.Created, next.Text);
            Assert.Equal($"SRS-{code}-2025-{Rows - (Rows / 10) + 1:0000}", (string)next.Json!["asset_tag"]!);
            await WholeJournal.IsClean(await ApiClient.Operator(http));
        }
    }

    private static async Task<string> CategoryId(ApiClient admin, string code) =>
        (string)(await admin.Get($"{Sams.Categories}?limit=100")).Json!["items"]!.AsArray().Single(c => (string)c!["code"]! == code)!["id"]!;

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
}
