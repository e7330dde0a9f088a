using System.Diagnostics;

namespace Hss.Bench;

/// <summary>The real server in a process of its own, over SQLite in an empty data folder, on a free loopback port.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Banner = "HSS runs at ";

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private BenchServer(Process process, DirectoryInfo data, Uri url) => (_process, _data, Url) = (process, data, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="program">The path of <c>Hss.Api.dll</c>.</param>
    public static async Task<BenchServer> Start(string program)
    {
        var data = Directory.CreateTempSubdirectory("hss-bench-");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["HSS_DATA"] = data.FullName;
        start.Environment["HSS_URLS"] = "http://127.0.0.1:0";
        start.Environment["HSS_LOG_LEVEL"] = "warning";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errors.Add(line);
            if (!line.StartsWith(Banner, StringComparison.Ordinal))
                continue;
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new(process, data, new(line[Banner.Length..].Split(' ')[0]));
        }

        data.Delete(recursive: true);
        throw new InvalidOperationException($"The server ended: {string.Join('\n', errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
