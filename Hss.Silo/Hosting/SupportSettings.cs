using System.Collections.Immutable;
using Hss.Grains.Shop.Support;

namespace Hss.Silo.Hosting;

/// <summary>The store's support (the variables of the earlier system, with its defaults).</summary>
/// <param name="AttachmentFolder"><c>SUPPORT_ATTACHMENT_DIR</c>: where files of messages are; <c>&lt;data&gt;/support_attachments</c>. Absolute.</param>
/// <param name="MaxAttachmentBytes"><c>SUPPORT_ATTACHMENT_MAX_MB</c>: largest file; 15 MiB.</param>
/// <param name="MimePrefixes"><c>SUPPORT_ALLOWED_MIME_PREFIXES</c>: how the media types of files may begin; <c>image/,video/,application/pdf</c>.</param>
/// <param name="HistoryLimit"><c>SUPPORT_HISTORY_LIMIT</c>: messages shown of a conversation, the newest; 50.</param>
/// <param name="QueueLimit"><c>SUPPORT_QUEUE_LIMIT</c>: conversations shown of the queue, the oldest; 50.</param>
public sealed record SupportSettings(
    string AttachmentFolder, long MaxAttachmentBytes, ImmutableArray<string> MimePrefixes, int HistoryLimit, int QueueLimit)
{
    private const string Folder = "support_attachments";

    internal static SupportSettings Read(SettingsReader reader, string dataFolder)
    {
        var folder = Path.GetFullPath(reader.Text("SUPPORT_ATTACHMENT_DIR") ?? Path.Combine(dataFolder, Folder));
        if (File.Exists(folder))
            reader.Fault($"SUPPORT_ATTACHMENT_DIR: '{folder}' is a file");
        ImmutableArray<string> prefixes = [.. reader.List("SUPPORT_ALLOWED_MIME_PREFIXES").Select(p => p.ToLowerInvariant())];
        foreach (var prefix in prefixes.Where(p => !AttachmentType.All.Any(t => t.StartsWith(p, StringComparison.Ordinal))))
            reader.Fault($"SUPPORT_ALLOWED_MIME_PREFIXES: '{prefix}' begins none of {string.Join(' ', AttachmentType.All)}");
        return new(
            folder,
            reader.Number("SUPPORT_ATTACHMENT_MAX_MB", 15, 1, 1024) * 1024L * 1024,
            prefixes.IsEmpty ? ["image/", "video/", "application/pdf"] : prefixes,
            reader.Number("SUPPORT_HISTORY_LIMIT", 50, 1, 1000),
            reader.Number("SUPPORT_QUEUE_LIMIT", 50, 1, 1000));
    }
}
