using System.Globalization;
using Hss.Grains.Files;
using Hss.Interfaces.Files;

namespace Hss.Silo.Files;

/// <summary>
/// Files in a folder of the server, <c>&lt;data&gt;/files</c>. A file is there whole or not at all: it is written beside, flushed to the disk
/// and moved to its place.
/// </summary>
public sealed class LocalFileStore : IFileStore
{
    private const string Incoming = ".incoming";
    private const int BufferSize = 64 * 1024;

    private readonly string _root;
    private readonly UploadLinks _links;

    /// <summary>Makes the folders and clears away what an earlier process left half written.</summary>
    public LocalFileStore(string root, UploadLinks links)
    {
        (_root, _links) = (root, links);
        var incoming = Directory.CreateDirectory(Path.Combine(root, Incoming));
        foreach (var file in incoming.EnumerateFiles())
            file.Delete();
    }

    /// <inheritdoc />
    public UploadLink Presign(UploadView upload) => new(
        $"/api/v1/{upload.Key}{_links.Query(upload)}",
        [new("Content-Type", upload.ContentType), new("Content-Length", upload.Size.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>
    /// Takes a body in under a key whose link was checked. False when there is a file already: it stays as it is.
    /// </summary>
    /// <exception cref="EndOfStreamException">The body is shorter or longer than it should be; nothing is kept.</exception>
    /// <exception cref="FileStoreUnavailableException">The disk is full or cannot be written.</exception>
    public async Task<bool> Write(string key, Stream body, long size, CancellationToken cancellation)
    {
        var target = PathOf(key);
        if (File.Exists(target))
            return false;
        var temporary = Path.Combine(_root, Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await Receive(temporary, body, size, cancellation).ConfigureAwait(false);
            return Place(temporary, target);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc />
    public async Task<StoredFile?> Head(string key, CancellationToken cancellation)
    {
        var file = OpenRead(key);
        if (file is null)
            return null;
        await using (file.ConfigureAwait(false))
        {
            var head = new byte[FileType.HeadLength];
            var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            return new(file.Length, head[..read]);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> Open(string key, CancellationToken cancellation) => Task.FromResult<Stream?>(OpenRead(key));

    /// <inheritdoc />
    public Task Delete(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        if (File.Exists(path))
            Try(() => File.Delete(path));
        return Task.CompletedTask;
    }

    private static async Task Receive(string path, Stream body, long size, CancellationToken cancellation)
    {
        // Room for the whole file is taken first: a full disk is found before anything is read.
        var file = Try(() => new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = size,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        }));
        await using (file.ConfigureAwait(false))
        {
            var buffer = new byte[BufferSize];
            var received = 0L;
            int read;
            while ((read = await body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                if ((received += read) > size)
                    throw new EndOfStreamException("The body is longer than declared");
                try
                {
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                }
                catch (IOException e)
                {
                    throw Unavailable(e);
                }
            }

            if (received != size)
                throw new EndOfStreamException("The body is shorter than declared");
            Try(() => file.Flush(flushToDisk: true));
        }
    }

    // The move fails when another request was faster; only the first file stays.
    private static bool Place(string temporary, string target) => Try(() =>
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        if (!ExclusiveMove.Try(temporary, target))
            return false;
        FolderSync.Flush(folder);
        FolderSync.Flush(Path.GetDirectoryName(folder)!);
        return true;
    });

    private FileStream? OpenRead(string key)
    {
        var path = PathOf(key);
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    // 256 folders, so that none grows beyond measure. A key that is not one of ours has no path.
    private string PathOf(string key) => UploadKey.TryParse(key, out var id)
        ? Path.Combine(_root, id[..2], key[UploadKey.Folder.Length..])
        : throw new ArgumentException("Not a key of a stored file", nameof(key));

    private static void Try(Action action) => Try(() =>
    {
        action();
        return true;
    });

    private static T Try<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    private static FileStoreUnavailableException Unavailable(Exception e) => new("The store of files cannot be used now; nothing was done", e);
}
