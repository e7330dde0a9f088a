using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared;

namespace Hss.Tests.Api.Crash;

/// <summary>A start that cannot succeed says why in one clear line, and changes nothing.</summary>
public sealed class StartRefusalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [DiskFact]
    public async Task DataFolderThatIsReadOnly_IsOneClearLineAtStart_AndNothingIsCorrupted()
    {
        using var disk = new SmallDisk(megabytes: 64);
        using (var server = await SeededProcess.Start(disk.Folder, new Dictionary<string, string>()))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            await Sample.Create(await ApiClient.Customer(http));
        }

        disk.SetReadOnly(true);
        using (var server = ServerProcess.Launch(disk.Folder, new Dictionary<string, string>()))
        {
            using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await server.Exited(guard.Token);
            Assert.Equal(1, server.ExitCode);
            var line = Assert.Single((await server.Errors()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("The data folder cannot be written", line, StringComparison.Ordinal);
        }

        disk.SetReadOnly(false);
        using (var server = await SeededProcess.Start(disk.Folder, new Dictionary<string, string>()))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            Assert.Equal(1, (int)(await (await ApiClient.Customer(http)).Get("/hss/api/v1/bookings")).Json!["total"]!);
            await WholeJournal.IsClean(await ApiClient.Operator(http));
        }
    }

    [Fact]
    public async Task DataFolderThatCannotBeWritten_IsOneClearLineAtStart()
    {
        // Root may write anywhere, so the folder is one that cannot exist: below a file.
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        using var server = ServerProcess.Launch(Path.Combine(file, "data"), new Dictionary<string, string>());
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await server.Exited(guard.Token);
        Assert.NotEqual(0, server.ExitCode);
        Assert.Single((await server.Errors()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task SettingsThatAreWrong_FailAtStart_WithOneLineEach()
    {
        var wrong = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DB_ENGINE"] = "mysql",
            ["HSS_LISTENERS"] = "x=/y",
            ["SMTP_PORT"] = "0",
            ["COOKIE_SECURE"] = "perhaps",
        };
        using var server = ServerProcess.Launch(_folder.FullName, wrong);
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await server.Exited(guard.Token);
        Assert.Equal(2, server.ExitCode);
        var lines = (await server.Errors()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in (string[])["DB_ENGINE", "HSS_LISTENERS", "SMTP_PORT", "COOKIE_SECURE", "HSS_SIGNING_KEYS", "HSS_DATA_KEYS"])
            Assert.Single(lines, l => l.StartsWith(name, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("sqlite", StringComparison.Ordinal) && l.Contains("postgres", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DataUnderAnUnknownKey_RefusesToStart()
    {
        using (await SeededProcess.Start(_folder.FullName, new Dictionary<string, string>()))
        {
            // Its first start has written under the key that it made.
        }

        var other = new Dictionary<string, string> { ["HSS_DATA_KEYS"] = $"other:{Convert.ToBase64String(new byte[32])}" };
        using var server = ServerProcess.Launch(_folder.FullName, other);
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await server.Exited(guard.Token);
        Assert.NotEqual(0, server.ExitCode);
        Assert.Contains("dev1", await server.Errors(), StringComparison.Ordinal);
    }
}
