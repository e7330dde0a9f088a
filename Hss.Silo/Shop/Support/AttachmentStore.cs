using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Files;

namespace Hss.Silo.Shop.Support;

/// <summary>
/// Files of support messages, as <c>&lt;folder&gt;/&lt;conversation&gt;/&lt;first 8 hex digits of a SHA-256&gt;_&lt;name&gt;</c>. A file is there whole or not at
/// all: it is written beside, flushed to the disk and moved to its place, never over another one.
/// </summary>
public sealed class AttachmentStore(string folder, long maxBytes, ImmutableArray<string> prefixes)
{
    private const string Incoming = ".incoming";
    private const string DefaultName = "attachment";
    private const int HalfName = 100;
    private const int MaxStoredName = 100;
    private const int BufferSize = 64 * 1024;

    /// <summary>Bytes of the largest file that is taken.</summary>
    public long MaxBytes => maxBytes;

    /// <summary>Takes a file in. Its type is told by what it holds.</summary>
    /// <param name="fileName">As its sender calls it; folders in it are left out.</param>
    /// <param name="declared">The media type that its sender names; may be empty.</param>
    /// <exception cref="AttachmentRefusedException">It is too large, or of a type that is not allowed; nothing is kept.</exception>
    /// <exception cref="FileStoreUnavailableException">The disk is full or cannot be written.</exception>
    public async Task<StoredAttachment> Store(string conversationId, string fileName, string declared, Stream content, CancellationToken cancellation)
    {
        var name = NameOf(fileName);
        var temporary = Path.Combine(Try(() => Directory.CreateDirectory(Path.Combine(folder, Incoming))).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            var (type, size, checksum) = await Receive(temporary, declared, content, cancellation).ConfigureAwait(false);
            return new(name, type, size, checksum, Place(temporary, conversationId, name));
        }
        finally
        {
            Try(() => File.Delete(temporary));
        }
    }

    /// <summary>The content of a file, or null when it is gone. The caller disposes it.</summary>
    /// <exception cref="FileStoreUnavailableException">The disk cannot be read.</exception>
    public Stream? Open(StoredAttachment attachment)
    {
        try
        {
            return new FileStream(PathOf(attachment), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
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

    /// <summary>Removes a file whose message was refused.</summary>
    public void Delete(StoredAttachment attachment) => Try(() => File.Delete(PathOf(attachment)));

    /// <summary>Clears away what was left half written before a time; other processes may be writing at this moment.</summary>
    public void Clear(DateTimeOffset before)
    {
        var incoming = new DirectoryInfo(Path.Combine(folder, Incoming));
        if (!incoming.Exists)
            return;
        foreach (var file in incoming.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before))
            Try(file.Delete);
    }

    private async Task<(string Type, long Size, string Checksum)> Receive(string path, string declared, Stream content, CancellationToken cancellation)
    {
        var head = new byte[AttachmentType.HeadLength];
        var known = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        var (type, allowed) = AttachmentType.Judge(declared, head.AsSpan(0, known), prefixes);
        if (!allowed)
            throw new AttachmentRefusedException($"Unsupported attachment type '{type}'");

        var file = Try(() => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        await using (file.ConfigureAwait(false))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, size) = (new byte[BufferSize], 0L);
            for (var chunk = head.AsMemory(0, known); chunk.Length > 0; chunk = buffer.AsMemory(0, await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)))
            {
                if ((size += chunk.Length) > maxBytes)
                    throw new AttachmentRefusedException($"Attachment too large (limit {maxBytes} bytes)");
                hash.AppendData(chunk.Span);
                await Write(file, chunk, cancellation).ConfigureAwait(false);
            }

            Try(() => file.Flush(flushToDisk: true));
            return (type, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }

    private static async Task Write(FileStream file, ReadOnlyMemory<byte> chunk, CancellationToken cancellation)
    {
        try
        {
            await file.WriteAsync(chunk, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw Unavailable(e);
        }
    }

    // Two files of one name in one conversation: the second one's digest is of its name with something unique.
    private string Place(string temporary, string conversationId, string name) => Try(() =>
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, conversationId));
        for (var salt = ""; ; salt = $"/{Guid.NewGuid()}")
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + salt)))[..8];
            var stored = $"{digest}_{StoredNameOf(name)}";
            if (!ExclusiveMove.Try(temporary, Path.Combine(target.FullName, stored)))
                continue;
            FolderSync.Flush(target.FullName);
            FolderSync.Flush(folder);
            return $"{conversationId}/{stored}";
        }
    });

    private static string NameOf(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var runes = name.EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar).ToArray();
        name = string.Concat(runes.Length <= 2 * HalfName ? runes : runes[..HalfName].Concat(runes[^HalfName..])).Trim();
        return name.Length > 0 ? name : DefaultName;
    }

    // What every file system takes; the end, which tells people the type, stays.
    private static string StoredNameOf(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return plain.Length > MaxStoredName ? plain[^MaxStoredName..] : plain;
    }

    // Paths come from events of ours; one that would lead elsewhere is damaged.
    private string PathOf(StoredAttachment attachment)
    {
        var path = Path.GetFullPath(Path.Combine(folder, attachment.Path));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("Not the path of an attachment", nameof(attachment));
    }

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

    private static FileStoreUnavailableException Unavailable(Exception e) => new("The store of attachments cannot be used now; nothing was done", e);
}

/// <summary>A file is not taken: its size or type. The message is for its sender.</summary>
public sealed class AttachmentRefusedException(string message) : Exception(message);
