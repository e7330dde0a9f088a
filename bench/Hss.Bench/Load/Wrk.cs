using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Hss.Bench.Load;

/// <summary>Closed-loop load by <c>wrk</c> with a script of <c>bench/wrk</c>; each script ends with a line of JSON.</summary>
internal static class Wrk
{
    /// <summary>Runs it.</summary>
    /// <param name="settings">Environment variables that the script reads.</param>
    public static async Task<Measured> Run(Uri url, string script, int connections, TimeSpan length, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("wrk", [
            "-t1", $"-c{connections}", $"-d{Seconds(length)}s", "--timeout", "30s",
            "-s", Path.Combine(AppContext.BaseDirectory, "wrk", $"{script}.lua"), url.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        // Scripts share their last part.
        start.Environment["LUA_PATH"] = Path.Combine(AppContext.BaseDirectory, "wrk", "?.lua");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n').FirstOrDefault(l => l.StartsWith('{')) is { } line
            ? Read(JsonNode.Parse(line)!)
            : throw new InvalidOperationException($"wrk ended with {process.ExitCode}: {output}{await errors}");
    }

    // It takes whole seconds only.
    private static string Seconds(TimeSpan length) => ((int)Math.Ceiling(length.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Measured Read(JsonNode summary) => new(
        (long)summary["answers"]!, (long)summary["failed"]!, (double)summary["seconds"]!, (double)summary["p50_ms"]!, (double)summary["p99_ms"]!);
}
