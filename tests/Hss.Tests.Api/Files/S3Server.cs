using System.Diagnostics;

namespace Hss.Tests.Api.Files;

/// <summary>
/// A real S3 server (the npm package s3rver) on a free loopback port with a folder of its own. It checks no V4 signatures and knows no
/// conditional writes; <see cref="SigningProxy"/> stands before it for that.
/// </summary>
internal sealed class S3Server : IDisposable
{
    public const string Bucket = "hss-uploads";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private S3Server(Process process, DirectoryInfo folder, int port)
    {
        (_process, _folder) = (process, folder);
        Url = new($"http://127.0.0.1:{port}");
    }

    public Uri Url { get; }

    public static async Task<S3Server> Start()
    {
        var package = Path.Combine(TestsFolder(), "node_modules", "s3rver");
        Assert.True(Directory.Exists(package), "s3rver is not installed: run ./test, or npm ci in tests/");
        var folder = Directory.CreateTempSubdirectory("hss-s3-");
        const string script = """
            const S3rver = require(process.argv[1]);
            const options = { address: '127.0.0.1', port: 0, silent: true, directory: process.argv[2], configureBuckets: [{ name: process.argv[3] }] };
            new S3rver(options).run((error, address) => console.log(error ? error.message : address.port));
            process.stdin.on('end', () => process.exit(0)).resume();
            """;
        // The server ends with its standard input, so it never outlives the tests.
        var process = Process.Start(new ProcessStartInfo("node", ["--no-deprecation", "-e", script, package, folder.FullName, Bucket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.True(int.TryParse(line, out var port), $"s3rver did not start: {line}");
        return new(process, folder, port);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    internal static string TestsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hss.slnx")))
                return Path.Combine(folder.FullName, "tests");
        }

        throw new InvalidOperationException("The tests run outside the repository");
    }
}
