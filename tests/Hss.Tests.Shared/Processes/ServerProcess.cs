using System.Diagnostics;
using System.Text;

namespace Hss.Tests.Shared.Processes;

/// <summary>The real program in a process of its own, which a test can kill.</summary>
public sealed class ServerProcess : IDisposable
{
    private const string Banner = "HSS runs at ";
    private const string SiloBanner = "HSS silo runs at ";

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        _errors = ReadErrors(process.StandardError);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Url => _url.Task.IsCompletedSuccessfully ? _url.Task.Result : throw new InvalidOperationException("It does not listen yet");

    /// <summary>Whether it is gone.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it went.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it on a free loopback port without waiting until it listens.</summary>
    /// <param name="dataFolder">Where it keeps what is not in a database of another server.</param>
    /// <param name="settings">Environment variables beside those that make it a quiet server of Development.</param>
    /// <param name="prefix">What a shell does before it becomes the program.</param>
    /// <param name="program">Its <c>.dll</c>; without it, the one beside the caller's own.</param>
    public static ServerProcess Launch(string dataFolder, IReadOnlyDictionary<string, string> settings, string? prefix = null, string? program = null)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "Hss.Api.dll");
        var start = prefix is null
            ? new ProcessStartInfo("dotnet", [program])
            : new ProcessStartInfo("/bin/bash", ["-c", $"{prefix}; exec dotnet '{program}'"]);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["HSS_DATA"] = dataFolder;
        start.Environment["HSS_URLS"] = "http://127.0.0.1:0";
        start.Environment["HSS_LOG_LEVEL"] = "warning";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (setting, value) in settings)
            start.Environment[setting] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> Start(string dataFolder, IReadOnlyDictionary<string, string> settings, string? prefix = null, string? program = null)
    {
        var server = Launch(dataFolder, settings, prefix, program);
        try
        {
            return await server.Listens() ? server : throw new InvalidOperationException(await server.Ended());
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Waits until it listens; false when it ended before that, as one with a fault in it may.</summary>
    // It chooses its port itself and says which: a port that is free now may be another server's a moment later.
    public async Task<bool> Listens()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await Task.WhenAny(_url.Task, _errors).WaitAsync(guard.Token);
        return _url.Task.IsCompleted;
    }

    private async Task<string> ReadErrors(StreamReader errors)
    {
        var text = new StringBuilder();
        while (await errors.ReadLineAsync() is { } line)
        {
            text.AppendLine(line);
            if (line.StartsWith(Banner, StringComparison.Ordinal))
                _url.TrySetResult(new(line[Banner.Length..].Split(' ')[0]));
            else if (line.StartsWith(SiloBanner, StringComparison.Ordinal))
                _url.TrySetResult(new("silo://nobody.calls.it"));
        }

        return text.ToString();
    }

    // What to say of a server that never listened.
    private async Task<string> Ended() => _url.Task.IsCompleted ? "" : $"The server ended: {await _errors}";

    /// <summary>What it wrote to stderr, when it has ended.</summary>
    public Task<string> Errors() => _errors;

    /// <summary>Waits until it is gone.</summary>
    public Task Exited(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>SIGTERM: it stops as it is asked to in production.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: nothing in the process gets to run any more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
