namespace Hss.Silo.Journal.Sqlite;

/// <summary>
/// The lock that keeps a second process away from the file's folder. The operating system ends it with the process, however that ends.
/// </summary>
public sealed class SqliteLease : IDisposable
{
    /// <summary>How long a start waits for a process that is going away.</summary>
    public static readonly TimeSpan StartWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private SqliteLease(FileStream file) => _file = file;

    /// <summary>The lock's file of a database's.</summary>
    public static string FileOf(string database) => Path.ChangeExtension(database, ".lock");

    /// <summary>Takes it.</summary>
    /// <exception cref="LeaseHeldException">Another process has it, still after the wait.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<SqliteLease> Take(string path, TimeSpan wait, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (time.GetElapsedTime(started) > wait)
                    throw new LeaseHeldException($"it holds {path}");
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"The data folder cannot be written: {e.Message}", e);
            }
        }
    }

    // The system's own number: a sharing violation on Windows, EWOULDBLOCK on Linux and on macOS.
    private static bool IsHeld(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    /// <summary>Gives it back.</summary>
    public void Dispose() => _file.Dispose();
}
