using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>PostgreSQL's own programs, which must be installed where backups are made and restored.</summary>
internal static class PostgresTools
{
    /// <summary>Runs one against a database and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is its own.</exception>
    public static Task RunOn(string connectionString, string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        return Run(
            program,
            [.. arguments, $"--host={target.Host}", $"--port={target.Port}", $"--username={target.Username}", $"--dbname={target.Database}"],
            target.Password,
            cancellation);
    }

    /// <summary>Runs one that needs no database.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is its own.</exception>
    public static Task Run(string program, IEnumerable<string> arguments, CancellationToken cancellation) => Run(program, arguments, null, cancellation);

    private static async Task Run(string program, IEnumerable<string> arguments, string? password, CancellationToken cancellation)
    {
        // Its output goes nowhere; what matters is in the errors.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // On the command line others could read it.
        start.Environment["PGPASSWORD"] = password ?? "";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {errors.Trim()}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{start.FileName} is not installed here", e);
        }
    }
}
