using System.Collections.Immutable;
using Hss.Grains.Files;

namespace Hss.Grains.Shop.Support;

/// <summary>The types of files that may come with a message, told by their first bytes. What a file is called plays no part.</summary>
public static class AttachmentType
{
    /// <summary>How many first bytes tell the type.</summary>
    public const int HeadLength = 512;

    /// <summary>What is said of content that is none of ours.</summary>
    public const string Unknown = "application/octet-stream";

    private const string Text = "text/plain";

    private static readonly byte[] Matroska = [0x1A, 0x45, 0xDF, 0xA3];

    private static readonly byte[] WebMName = [0x42, 0x82, 0x84, .. "webm"u8];

    private static readonly ImmutableArray<(string Brand, string Type)> Brands =
    [
        ("avif", "image/avif"), ("avis", "image/avif"), ("qt  ", "video/quicktime"), ("3gp", "video/3gpp"), ("3g2", "video/3gpp2"),
        ("isom", "video/mp4"), ("iso2", "video/mp4"), ("iso4", "video/mp4"), ("iso5", "video/mp4"), ("iso6", "video/mp4"), ("mp41", "video/mp4"),
        ("mp42", "video/mp4"), ("avc1", "video/mp4"), ("dash", "video/mp4"), ("M4V", "video/mp4"), ("MSNV", "video/mp4"),
    ];

    /// <summary>All types that can be told.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. FileType.All.Select(t => t.ContentType).Concat(Brands.Select(b => b.Type))
            .Concat(["image/bmp", "image/tiff", "video/webm", "video/x-matroska", "video/x-msvideo", "video/mpeg", "video/ogg", "application/zip", Text])
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The type of a file: what its content shows, when that and what its sender says are both allowed; otherwise the one that is not, as a refusal
    /// names it.
    /// </summary>
    /// <param name="declared">The media type that the sender named; may be empty.</param>
    public static (string Type, bool Allowed) Judge(string declared, ReadOnlySpan<byte> head, ImmutableArray<string> prefixes)
    {
        var said = declared.Split(';')[0].Trim().ToLowerInvariant();
        if (!Begins(said))
            return (said.Length > 0 ? said : Unknown, false);
        var shown = Recognise(head) ?? (said.StartsWith("text/", StringComparison.Ordinal) && IsText(head) ? Text : Unknown);
        return (shown, Begins(shown));

        bool Begins(string type) => prefixes.Any(p => type.StartsWith(p, StringComparison.Ordinal));
    }

    /// <summary>The media type that first bytes show, or null when it is none of ours.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head)
    {
        if (FileType.Recognise(head[..Math.Min(head.Length, FileType.HeadLength)]) is { } known)
            return known;
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8))
            return OfBrand(head[8..12]);
        if (head.StartsWith(Matroska))
            return head.IndexOf(WebMName) >= 0 ? "video/webm" : "video/x-matroska";
        return head switch
        {
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
            [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => "image/tiff",
            [0, 0, 1, 0xBA or 0xB3, ..] => "video/mpeg",
            [(byte)'P', (byte)'K', 3, 4, ..] => "application/zip",
            _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("AVI "u8) => "video/x-msvideo",
            _ when head.StartsWith("OggS"u8) && head.IndexOf("theora"u8) >= 0 => "video/ogg",
            _ => null,
        };
    }

    private static string? OfBrand(ReadOnlySpan<byte> brand)
    {
        foreach (var (name, type) in Brands)
        {
            if (System.Text.Ascii.Equals(brand[..name.Length], name))
                return type;
        }

        return null;
    }

    // Text has no control characters but blanks; a character that the head's end cuts in two does no harm.
    private static bool IsText(ReadOnlySpan<byte> head) => head.Length > 0 && head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)26) < 0;
}
