using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Robots;

/// <summary>The robot simulator in a process of its own, as <c>./dev robots</c> runs it.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;
    private readonly string _frames = Path.Combine(Path.GetTempPath(), $"hss-frames-{Guid.NewGuid():N}.jsonl");

    private SimulatorProcess(Uri url, string arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Hss.RobotSimulator.dll");
        // Whoever runs the tests in the background of a script has told them, and all that they start, to ignore Ctrl-C.
        _process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, "--url", url.ToString(), "--frames", _frames, .. arguments.Split(' ')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        (_output, _errors) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public static SimulatorProcess Start(Uri url, string arguments) => new(url, arguments);

    /// <summary>Waits for its end; what it printed.</summary>
    public async Task<string> Ends(int exitCode = 0)
    {
        using var guard = new CancellationTokenSource(Guard);
        await _process.WaitForExitAsync(guard.Token);
        var said = $"{await _output}{await _errors}";
        Assert.True(_process.ExitCode == exitCode, said);
        return said;
    }

    /// <summary>As Ctrl-C does.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Every frame, both ways.</summary>
    public List<(string Direction, JsonNode Frame)> Frames() => [.. File.ReadLines(_frames).Select(line =>
    {
        var entry = JsonNode.Parse(line)!;
        return ((string)entry["direction"]!, entry["frame"]!);
    })];

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        File.Delete(_frames);
    }
}
