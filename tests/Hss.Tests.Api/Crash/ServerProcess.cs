using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hss.Tests.Api.Crash;

/// <summary>The real program in a process of its own, which a test can kill.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process, Uri url)
    {
        (_process, Url) = (process, url);
        _errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public Uri Url { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it on a free loopback port without waiting until it answers.</summary>
    public static ServerProcess Launch(string dataFolder, IReadOnlyDictionary<string, string> settings, string? prefix = null)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(AppContext.BaseDirectory, "Hss.Api.dll");
        var start = prefix is null
            ? new ProcessStartInfo("dotnet", [program])
            : new ProcessStartInfo("/bin/bash", ["-c", $"{prefix}; exec dotnet '{program}'"]);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["HSS_DATA"] = dataFolder;
        start.Environment["HSS_URLS"] = url.ToString();
        start.Environment["HSS_LOG_LEVEL"] = "warning";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new(Process.Start(start)!, url);
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServerProcess> Start(string dataFolder, IReadOnlyDictionary<string, string> settings, string? prefix = null)
    {
        var server = Launch(dataFolder, settings, prefix);
        try
        {
            await server.Listening();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private async Task Listening()
    {
        using var http = new HttpClient();
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Url, "/health"), guard.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (!HasExited)
            {
                // It is not listening yet.
                await Task.Delay(50, guard.Token);
            }
            catch (HttpRequestException)
            {
                Assert.Fail($"The server ended with {ExitCode}: {await Errors()}");
            }
        }
    }

    /// <summary>What it wrote to stderr, when it has ended.</summary>
    public Task<string> Errors() => _errors;

    public Task Exited(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>SIGKILL: nothing in the process gets to run any more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
