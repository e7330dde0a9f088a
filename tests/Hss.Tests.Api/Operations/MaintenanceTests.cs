using System.Diagnostics;
using Dapper;
using Hss.Silo.Hosting;
using Hss.Silo.Journal.Sqlite;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Api.Operations;

/// <summary>The verbs behind <c>./dev db</c>, with the real program.</summary>
public sealed class MaintenanceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-dev-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Database_IsSeededTwice_BackedUp_Reset_Restored_OnSqlite() => await Walk([]);

    [Fact]
    public async Task Database_IsSeededTwice_BackedUp_Reset_Restored_OnPostgres()
    {
        using var postgres = PostgresServer.Start();
        await Walk(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() });
    }

    [Fact]
    public async Task Verbs_RefuseWhatTheyMustNotDo()
    {
        var production = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["HSS_SIGNING_KEYS"] = $"k:{Convert.ToBase64String(new byte[32])}",
            ["HSS_DATA_KEYS"] = $"k:{Convert.ToBase64String(new byte[32])}",
        };
        Assert.Equal(1, (await Run(production, "--db", "reset")).ExitCode);
        Assert.Equal(1, (await Run(production, "--db", "seed")).ExitCode);
        Assert.Equal(0, (await Run(production, "--migrate")).ExitCode);
        Assert.Equal(2, (await Run([], "--db", "nonsense")).ExitCode);
        Assert.Equal(1, (await Run([], "--db", "restore", "nowhere.db")).ExitCode);
    }

    [Fact]
    public async Task Keys_AreRotated_AndEverythingStaysReadable()
    {
        string id;
        var old = $"old:{Convert.ToBase64String(new byte[32])}";
        using (var server = await SeededProcess.Start(Data, new Dictionary<string, string> { ["HSS_DATA_KEYS"] = old }))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            id = await Sample.Create(await ApiClient.Customer(http));
        }

        var ring = new Dictionary<string, string> { ["HSS_DATA_KEYS"] = $"new:{Convert.ToBase64String(new byte[32].Select((_, i) => (byte)i).ToArray())},{old}" };
        var rotated = await Run(ring, "--db", "rotate-keys");
        Assert.True(rotated.ExitCode == 0, rotated.Output);
        using (var server = await SeededProcess.Start(Data, ring))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            Assert.Equal("thandi@example.org", (string?)(await (await ApiClient.Customer(http)).Get($"/hss/api/v1/bookings/{id}")).Json!["email"]);
            Assert.True((bool)(await (await ApiClient.Operator(http)).Get($"/api/v1/audit/verify?kind=booking&id={id}")).Json!["clean"]!);
        }
    }

    [Fact]
    public async Task Restore_OfAFileThatIsNoBackup_ChangesNothing()
    {
        Assert.Equal(0, (await Run([], "--db", "seed")).ExitCode);
        var before = (await Run([], "--db", "status")).Output;
        var garbage = Path.Combine(_folder.FullName, "garbage");
        await File.WriteAllTextAsync(garbage, new string('x', 10_000));
        Assert.Equal(1, (await Run([], "--db", "restore", garbage)).ExitCode);
        Assert.Equal(before, (await Run([], "--db", "status")).Output);
    }

    [Fact]
    public async Task Lists_AreVerified_AndWhatIsOutOfStepIsNamed()
    {
        await Succeeds([], "--db", "seed");
        Assert.Matches(@"^\d{2,} entities with \d+ links, 0 differences\n$", await Succeeds([], "--db", "verify-lists"));
        string id;
        using (var connection = new SqliteDatabase(Path.Combine(Data, JournalOpener.SqliteFile)).Open())
        {
            id = connection.QueryFirst<string>("SELECT id FROM entities WHERE kind = 'product' ORDER BY id LIMIT 1");
            connection.Execute("UPDATE entities SET status = 'elsewhere' WHERE kind = 'product' AND id = @id", new { id });
        }

        var (exitCode, output) = await Run([], "--db", "verify-lists");
        Assert.Equal(1, exitCode);
        Assert.Matches($@"^product/{id}: by its events and its state its status should be \w+, stored is elsewhere\n\d+ entities with \d+ links, 1 differences\n$", output);
    }

    private async Task Walk(Dictionary<string, string> settings)
    {
        await Succeeds(settings, "--db", "seed");
        var seeded = await Succeeds(settings, "--db", "status");
        await Succeeds(settings, "--db", "seed");
        Assert.Equal(WithoutDueWork(seeded), WithoutDueWork(await Succeeds(settings, "--db", "status")));
        Assert.DoesNotContain("entities    0", seeded, StringComparison.Ordinal);

        var copy = Path.Combine(_folder.FullName, "copy");
        Assert.Equal(0, (await Run(settings, "--db", "backup", copy)).ExitCode);
        Assert.Equal(1, (await Run(settings, "--db", "backup", copy)).ExitCode);
        Assert.Equal(0, (await Run(settings, "--db", "reset")).ExitCode);
        Assert.Contains("entities    0", (await Run(settings, "--db", "status")).Output, StringComparison.Ordinal);
        var restored = await Run(settings, "--db", "restore", copy);
        Assert.True(restored.ExitCode == 0, restored.Output);

        // All is there again, under a new epoch.
        var after = (await Run(settings, "--db", "status")).Output;
        Assert.Equal(WithoutFeed(WithoutDueWork(seeded)), WithoutFeed(WithoutDueWork(after)));
        Assert.NotEqual(seeded, after);
    }

    // Settling what was held goes on whenever a server runs, also during a seed.
    private static string WithoutDueWork(string status) => string.Join('\n', status.Split('\n').Where(l => !l.StartsWith("due work", StringComparison.Ordinal)));

    private static string WithoutFeed(string status) => string.Join('\n', status.Split('\n').Where(l => !l.StartsWith("feed", StringComparison.Ordinal)));

    private async Task<string> Succeeds(Dictionary<string, string> settings, params string[] verbs)
    {
        var (exitCode, output) = await Run(settings, verbs);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<(int ExitCode, string Output)> Run(Dictionary<string, string> settings, params string[] verbs)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hss.Api.dll"), .. verbs]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["HSS_DATA"] = Data;
        start.Environment["HSS_LOG_LEVEL"] = "warning";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
