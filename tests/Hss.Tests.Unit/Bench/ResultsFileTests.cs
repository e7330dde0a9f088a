using System.Text.Json.Nodes;
using Hss.Bench.Results;

namespace Hss.Tests.Unit.Bench;

public sealed class ResultsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-results-");

    private string File => Path.Combine(_folder.FullName, "new", "2026-01-31.json");

    public void Dispose() => _folder.Delete(recursive: true);

    // The names are what others read the file by; a figure that there is none of is null, not absent.
    [Fact]
    public async Task Row_HasAllFieldsOfTheIssue_AlsoWithoutFigures()
    {
        var all = Some.Row([.. Some.Rounds(Side.Ours, 300, 100, 200), .. Some.Rounds(Side.Usual, 30, 50, 40), .. Some.Rounds(Side.Tuned, 100, 50, 50)]);
        await ResultsFile.Write(File, [all, Some.Row([]) with { Workload = "queue" }]);
        var rows = await Read();
        Assert.Equal(
            ("hot-product", "postgres", 64, 200, 40, 50, 20, 40, 4, true),
            ((string?)rows[0]!["workload"], (string?)rows[0]!["database"], (int?)rows[0]!["connections"], (double?)rows[0]!["ours_per_s"], (double?)rows[0]!["usual_per_s"],
                (double?)rows[0]!["tuned_per_s"], (double?)rows[0]!["ours_p50_ms"], (double?)rows[0]!["ours_p99_ms"], (double?)rows[0]!["usual_p50_ms"], (bool?)rows[0]!["books_balanced"]));
        string[] fields = ["workload", "database", "connections", "ours_per_s", "usual_per_s", "tuned_per_s", "ours_p50_ms", "ours_p99_ms", "usual_p50_ms", "books_balanced"];
        foreach (var row in rows)
            Assert.Empty(fields.Except(row!.AsObject().Select(f => f.Key)));
    }

    [Fact]
    public async Task Row_HasTheConditions_AndEveryRoundAsItWas()
    {
        await ResultsFile.Write(File, [Some.Row(Some.Rounds(Side.Ours, 300, 100)) with { Fsync = "on", SynchronousCommit = "on", Commit = "abc", Cores = 2 }]);
        var row = (await Read())[0]!;
        Assert.Equal(("on", "on", "abc", 2), ((string?)row["fsync"], (string?)row["synchronous_commit"], (string?)row["commit"], (int?)row["cores"]));
        Assert.Equal([("ours", 300.0), ("ours", 100.0)], row["rounds"]!.AsArray().Select(r => ((string)r!["side"]!, (double)r["per_s"]!)));
    }

    [Fact]
    public async Task WorkloadRunAgain_TakesItsRowsPlace_OnItsOwnDatabaseOnly()
    {
        var first = Some.Row(Some.Rounds(Side.Ours, 100));
        await ResultsFile.Write(File, [first, first with { Connections = 256 }, first with { Database = "sqlite" }, first with { Workload = "queue" }]);
        var all = await ResultsFile.Write(File, [Some.Row(Some.Rounds(Side.Ours, 200))]);
        Assert.Equal([("hot-product", "sqlite", 100), ("queue", "postgres", 100), ("hot-product", "postgres", 200)], all.Select(r => (r.Workload, r.Database, (int)r.OursPerS!.Value)));
        Assert.Equal(3, (await Read()).Count);
    }

    private async Task<JsonArray> Read() => JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!.AsArray();
}
