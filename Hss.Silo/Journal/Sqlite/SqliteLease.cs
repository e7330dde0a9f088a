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

    /// <summary>Takes it.</summary>
    /// <exception cref="LeaseHeldException">Another process has it, still after the wait.</exception>
    public static async Task<SqliteLease> Take(string path, TimeSpan wait, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (e is not DirectoryNotFoundException)
            {
                if (time.GetElapsedTime(started) > wait)
                    throw new LeaseHeldException($"it holds {path}");
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Gives it back.</summary>
    public void Dispose() => _file.Dispose();
}
