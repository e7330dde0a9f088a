using System.Diagnostics;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Tests.Api.Files;

namespace Hss.Tests.Api.Client;

/// <summary><c>clients/typescript</c>: it is what the documents make, it compiles, and it works against the server.</summary>
public sealed class TypeScriptClientTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Remedy = "run ./dev client and commit what it writes";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(S3Server.TestsFolder(), "..", "clients", "typescript"));

    // Compiled once for all tests of the class.
    private static readonly Lazy<Task<Ran>> Compiled = new(async () =>
    {
        var client = await Node("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
        return client.ExitCode == 0 ? await Node("node_modules/typescript/bin/tsc", "-p", "tsconfig.test.json") : client;
    });

    public static TheoryData<Mount> EveryMount => [.. Mounts.All];

    [Theory]
    [MemberData(nameof(EveryMount))]
    public async Task Document_ThatIsCommitted_IsTheServers(Mount mount)
    {
        var file = Path.Combine(Folder, "openapi", $"{mount.Name}.json");
        Assert.True(File.Exists(file), $"{file} is missing: {Remedy}");
        var served = await OpenApiDocuments.Text(api.Server.Services, mount, atRoot: false, default);
        Assert.True(await File.ReadAllTextAsync(file) == served + "\n", $"{file} is stale: {Remedy}");
    }

    [Fact]
    public async Task Modules_ThatAreCommitted_AreThoseOfTheDocuments()
    {
        var check = await Node("scripts/generate.js", "--check");
        Assert.True(check.ExitCode == 0, $"{check.Output}\n{Remedy}");
    }

    [Fact]
    public async Task Types_AreThoseOfTheDocuments()
    {
        var compiled = await Compiled.Value;
        Assert.True(compiled.ExitCode == 0, compiled.Output);
    }

    [Fact]
    public async Task Client_SignsIn_Refreshes_AndRepeatsSafely()
    {
        var compiled = await Compiled.Value;
        Assert.True(compiled.ExitCode == 0, compiled.Output);
        var session = await Node("dist-test/session.js", api.Server.Url.ToString());
        Assert.True(session.ExitCode == 0, session.Output);
        Assert.Contains("ok refreshes once", session.Output, StringComparison.Ordinal);
    }

    private sealed record Ran(int ExitCode, string Output);

    private static async Task<Ran> Node(string script, params string[] arguments)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules", "typescript")), "TypeScript is not installed: run ./test, or npm ci in clients/typescript");
        using var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await errors);
    }
}
