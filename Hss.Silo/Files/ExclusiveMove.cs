using System.Runtime.InteropServices;

namespace Hss.Silo.Files;

/// <summary>
/// Moves a file to a name that nothing has yet. On Unix <c>File.Move</c> looks first and renames then, so that of two at once the later replaces the
/// earlier; a second name for the file (<c>link</c>) is made or refused in one step.
/// </summary>
public static class ExclusiveMove
{
    private const int Exists = 17; // EEXIST

    /// <summary>Moves it; false when the name is taken, and the file stays where it is. Both names are in one file system.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static bool Try(string source, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(source, target) == 0)
            {
                File.Delete(source);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == Exists)
                return false;
            // A file system without links: the next best way.
        }

        try
        {
            File.Move(source, target, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
