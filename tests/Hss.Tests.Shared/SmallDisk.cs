using System.Diagnostics;

namespace Hss.Tests.Shared;

/// <summary>A file system of its own (in memory), small enough to fill and free to be made read-only. Mounting needs root.</summary>
public sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> Allowed = new(static () =>
    {
        try
        {
            new SmallDisk(1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-disk-");

    /// <summary>Makes one.</summary>
    /// <exception cref="InvalidOperationException">It cannot be mounted here.</exception>
    public SmallDisk(int megabytes)
    {
        try
        {
            SystemTool.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", _folder.FullName);
        }
        catch (InvalidOperationException)
        {
            _folder.Delete();
            throw;
        }
    }

    /// <summary>Whether this machine lets us.</summary>
    public static bool IsAllowed => Allowed.Value;

    /// <summary>A folder on it.</summary>
    public string Folder => Path.Combine(_folder.FullName, "data");

    private string Ballast => Path.Combine(_folder.FullName, "ballast");

    /// <summary>Takes all of its space but some.</summary>
    public void Fill(int leaveKilobytes)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create);
        var block = new byte[4096];
        for (var left = (new DriveInfo(_folder.FullName).AvailableFreeSpace / 1024) - leaveKilobytes; left > 0; left -= 4)
            ballast.Write(block);
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => File.Delete(Ballast);

    /// <summary>Refuses all writes from now on, or takes them again. No file on it may be open for writing.</summary>
    public void SetReadOnly(bool readOnly) => SystemTool.Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", _folder.FullName);

    /// <inheritdoc />
    public void Dispose()
    {
        SystemTool.Run("umount", "--lazy", _folder.FullName);
        _folder.Delete();
    }
}

/// <summary>Files that the kernel lets nobody write, not even a process that has them open already. Needs root and a file system that knows the mark.</summary>
public sealed class FrozenFiles : IDisposable
{
    private static readonly Lazy<bool> Allowed = new(static () =>
    {
        var file = Path.GetTempFileName();
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            using (new FrozenFiles(file))
                open.Write([1]);
            return false; // The mark is taken, but means nothing for a file that is open.
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            File.Delete(file);
        }
    });

    private readonly string[] _paths;

    /// <summary>Freezes files and folders until it is disposed.</summary>
    public FrozenFiles(params string[] paths)
    {
        _paths = paths;
        SystemTool.Run("chattr", ["+i", .. paths]);
    }

    /// <summary>Whether this machine lets us.</summary>
    public static bool IsAllowed => Allowed.Value;

    /// <inheritdoc />
    public void Dispose() => SystemTool.Run("chattr", ["-i", .. _paths]);
}

/// <summary>The system's own programs.</summary>
internal static class SystemTool
{
    /// <summary>Runs one.</summary>
    /// <exception cref="InvalidOperationException">It failed, or is not here.</exception>
    public static void Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is not here", e);
        }
    }
}
