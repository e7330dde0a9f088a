using System.Diagnostics;

namespace Hss.Tests.Journal.Processes;

/// <summary>A second process on a test's database (<see cref="PeerProgram"/>), as the test's process sees it.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Peer(Process process) => _process = process;

    public static async Task<Peer> Start(string database)
    {
        var peer = new Peer(Process.Start(new ProcessStartInfo("dotnet", [typeof(Peer).Assembly.Location, database])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!);
        Assert.Equal("ready", await peer._process.StandardOutput.ReadLineAsync().WaitAsync(Guard));
        return peer;
    }

    /// <summary>Has it do something; answers its words, which come when it is done. One command at a time.</summary>
    public async Task<string[]> Do(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(Guard);
        Assert.NotNull(answer);
        Assert.False(answer.StartsWith('!'), answer);
        return answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Sets its clock.</summary>
    public Task SetClock(DateTimeOffset now) => Do($"clock {now.UtcTicks}");

    public async ValueTask DisposeAsync()
    {
        using var process = _process;
        process.StandardInput.Close();
        if (!process.WaitForExit(Guard))
            process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
