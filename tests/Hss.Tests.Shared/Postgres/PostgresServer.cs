using System.Diagnostics;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Shared.Postgres;

/// <summary>
/// A private PostgreSQL 15 in a temporary directory, on a free loopback port, with trust authentication and the database
/// superuser <c>hss</c>. It can be stopped, killed and started again on the same data, and removes everything when disposed.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private readonly string _root;
    private Process? _guard;
    private bool _disposed;

    private PostgresServer(string root, int port)
    {
        _root = root;
        Port = port;
    }

    /// <summary>Whether PostgreSQL's programs are on this machine.</summary>
    public static bool IsInstalled => File.Exists($"{Binaries}/postgres");

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The directory of the Unix socket.</summary>
    public string SocketDirectory => _root;

    /// <summary>The server's log, for a failing test.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string Data => Path.Combine(_root, "data");

    private string LogFile => Path.Combine(_root, "log");

    /// <summary>Makes the data directory and starts the server; returns when it accepts connections.</summary>
    public static PostgresServer Start()
    {
        var root = Directory.CreateTempSubdirectory("hss-pg-").FullName;
        var server = new PostgresServer(root, FreePort.Find());
        try
        {
            if (Environment.IsPrivilegedProcess)
                Run("chown", ["postgres", root]);
            RunAsOwner("initdb", ["-D", server.Data, "-U", "hss", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
            server.Restart();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>The same for as long as this process runs, however it ends: nobody disposes it.</summary>
    public static PostgresServer StartUntilExit()
    {
        var server = Start();
        // The guard reads from a pipe that only this process holds, and so hears when it is gone.
        var guard = new ProcessStartInfo("/bin/sh", ["-c", $"read _; kill -QUIT $(head -n 1 '{server.Data}/postmaster.pid'); rm -rf '{server._root}'"]) { RedirectStandardInput = true };
        server._guard = Process.Start(guard);
        return server;
    }

    /// <summary>The connection string of a database of this server.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=hss;Database={database}";

    /// <summary>Makes a database with a name of its own and returns its connection string.</summary>
    /// <param name="original">The database that it is a copy of; nobody is connected to it. PostgreSQL's empty one without it.</param>
    public string CreateDatabase(string original = "template1")
    {
        var name = $"t{Guid.NewGuid():N}";
        Psql("postgres", $"CREATE DATABASE {name} TEMPLATE {original}");
        return ConnectionString(name);
    }

    /// <summary>Makes an empty database whose tables are in a folder of its own, perhaps on another disk.</summary>
    public string CreateDatabaseIn(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            Run("chown", ["postgres", Path.GetDirectoryName(folder)!, folder]);
        var name = $"t{Guid.NewGuid():N}";
        Psql("postgres", $"CREATE TABLESPACE {name} LOCATION '{folder}'");
        Psql("postgres", $"CREATE DATABASE {name} TABLESPACE {name}");
        return ConnectionString(name);
    }

    /// <summary>Runs SQL through psql and returns its unadorned output.</summary>
    public string Psql(string database, string sql) =>
        Run($"{Binaries}/psql", ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "hss", "-d", database, "-c", sql]);

    /// <summary>Starts the stopped or killed server again on its data.</summary>
    public void Restart()
    {
        try
        {
            RunAsOwner("pg_ctl", [
                "start", "-w", "-t", "60", "-D", Data, "-l", LogFile,
                "-o", $"-p {Port} -k {_root} -h 127.0.0.1 -c max_connections=400 -c shared_preload_libraries=pg_stat_statements"]);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{string.Join('\n', Log.Split('\n').TakeLast(20))}", e);
        }
    }

    /// <summary>Stops the server at once, ending every session (<c>pg_ctl stop -m fast</c>).</summary>
    public void Stop() => RunAsOwner("pg_ctl", ["stop", "-w", "-t", "60", "-m", "fast", "-D", Data]);

    /// <summary>Kills the server without a checkpoint, as a crash would; its sessions end and the next start recovers from the log.</summary>
    public void Kill()
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First());
        // Stopped first: it starts no session any more that would be missed and keep the memory that all share.
        Run("kill", ["-STOP", $"{pid}"], mayFail: true);
        var children = Run("pgrep", ["-P", $"{pid}"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Run("kill", ["-9", $"{pid}", .. children], mayFail: true);
        while (new[] { $"{pid}" }.Concat(children).Any(IsRunning))
            Thread.Sleep(10);
        // Where nobody reaps it, the dead process still has its number, and both files would say that it runs.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        File.Delete(Path.Combine(_root, $".s.PGSQL.{Port}.lock"));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _guard?.Dispose();
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            RunAsOwner("pg_ctl", ["stop", "-w", "-t", "60", "-m", "immediate", "-D", Data], mayFail: true);
        Directory.Delete(_root, recursive: true);
    }

    // Below the ports that the system gives to connections: those may be taken between this look and the server's start.
    private static bool IsRunning(string pid)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{pid}/stat");
            return status[(status.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    // PostgreSQL refuses to run as root; a test run in a container usually is root.
    private static string RunAsOwner(string program, string[] arguments, bool mayFail = false) =>
        Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", "postgres", "--", $"{Binaries}/{program}", .. arguments], mayFail)
            : Run($"{Binaries}/{program}", arguments, mayFail);

    private static string Run(string program, string[] arguments, bool mayFail = false)
    {
        // The server inherits what pg_ctl holds, so pg_ctl's output goes nowhere: waiting for its end would wait for the server's.
        var detached = arguments.Contains("start");
        var info = new ProcessStartInfo(detached ? "/bin/sh" : program)
        {
            RedirectStandardOutput = !detached,
            RedirectStandardError = !detached,
            WorkingDirectory = "/",
        };
        foreach (var argument in detached ? ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments] : arguments)
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var error = detached ? null : process.StandardError.ReadToEndAsync();
        var output = detached ? "" : process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 || mayFail
            ? output.TrimEnd('\n')
            : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error?.Result}");
    }
}
