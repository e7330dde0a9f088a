using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hss.Bench.Servers;

/// <summary>A server in a process of its own, on a free loopback port, with an empty data folder.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Banner = " runs at ";

    private static readonly ConcurrentDictionary<BenchServer, bool> Running = [];

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    // A bench that is ended leaves nothing running.
    static BenchServer() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        foreach (var server in Running.Keys)
            server._process.Kill();
    };

    private BenchServer(Process process, DirectoryInfo data, Uri url)
    {
        (_process, _data, Url) = (process, data, url);
        Running[this] = true;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Its data folder.</summary>
    public string Data => _data.FullName;

    /// <summary>How long it took from its start until it listened.</summary>
    public TimeSpan StartedIn { get; private init; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it has.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts one and waits until it listens.</summary>
    /// <param name="program">The path of its <c>.dll</c>.</param>
    /// <param name="settings">Environment variables; without any the product runs in Development, over SQLite.</param>
    public static async Task<BenchServer> Start(string program, IReadOnlyDictionary<string, string>? settings = null)
    {
        var data = Directory.CreateTempSubdirectory("hss-bench-");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["HSS_DATA"] = data.FullName;
        start.Environment["HSS_URLS"] = "http://127.0.0.1:0";
        start.Environment["HSS_LOG_LEVEL"] = "warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errors.Add(line);
            var at = line.IndexOf(Banner, StringComparison.Ordinal);
            if (at < 0)
                continue;
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new(process, data, new(line[(at + Banner.Length)..].Split(' ')[0])) { StartedIn = clock.Elapsed };
        }

        data.Delete(recursive: true);
        throw new InvalidOperationException($"The server ended: {string.Join('\n', errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        Running.TryRemove(this, out _);
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
