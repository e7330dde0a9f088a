using System.Collections.Immutable;
using Hss.Interfaces.Files;

namespace Hss.Silo.Files;

/// <summary>
/// Where uploaded files are. Callers write to it by a link that allows exactly one file: this key, size and type, until a time. A file is
/// written once; no link overwrites what is there.
/// </summary>
public interface IFileStore
{
    /// <summary>The link by which the upload's owner sends the file.</summary>
    UploadLink Presign(UploadView upload);

    /// <summary>The size and first bytes of a stored file, or null when there is none.</summary>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    Task<StoredFile?> Head(string key, CancellationToken cancellation);

    /// <summary>The file's content, or null when there is none. The caller disposes it.</summary>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    Task<Stream?> Open(string key, CancellationToken cancellation);

    /// <summary>Removes the file; removing what is not there is no error.</summary>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    Task Delete(string key, CancellationToken cancellation);
}

/// <summary>A link to send one file.</summary>
/// <param name="Url">Absolute, or below the mount of /hss when it begins with a slash.</param>
/// <param name="Headers">What the request must carry, exactly.</param>
public sealed record UploadLink(string Url, ImmutableArray<KeyValuePair<string, string>> Headers);

/// <summary>What is stored under a key.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Head">The first bytes, enough to tell the type.</param>
public sealed record StoredFile(long Size, byte[] Head);

/// <summary>The store of files does not answer, or has no room: nothing was done; try again later (503).</summary>
public sealed class FileStoreUnavailableException(string message, Exception inner) : Exception(message, inner);
