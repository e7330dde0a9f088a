using System.Collections.Immutable;

namespace Hss.Grains.Files;

/// <summary>A type of file that may be uploaded, and how its first bytes look.</summary>
/// <param name="ContentType">Its media type, lower case.</param>
/// <param name="Extension">What its key ends with.</param>
public sealed record FileType(string ContentType, string Extension)
{
    /// <summary>How many first bytes tell the type.</summary>
    public const int HeadLength = 16;

    private static readonly byte[] PngHead = [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8];

    // The brands that image/heic files name first (ISO 23008-12, annex B).
    private static readonly ImmutableArray<string> HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>Images and PDF: all types that the system knows. None may go while uploads of it are stored: their keys end with it.</summary>
    public static ImmutableArray<FileType> All { get; } =
    [
        new("image/jpeg", "jpg"), new("image/png", "png"), new("image/webp", "webp"), new("image/gif", "gif"), new("image/heic", "heic"),
        new("application/pdf", "pdf"),
    ];

    /// <summary>The type with this media type, or null.</summary>
    public static FileType? Of(string contentType) => All.FirstOrDefault(t => t.ContentType == contentType);

    /// <summary>The media type that first bytes show, or null when it is none of ours. The declared type plays no part.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ when head.StartsWith(PngHead) => "image/png",
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "image/gif",
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => "image/webp",
        _ when head.Length >= 12 && head[4..].StartsWith("ftyp"u8) && IsHeicBrand(head[8..12]) => "image/heic",
        _ => null,
    };

    private static bool IsHeicBrand(ReadOnlySpan<byte> brand)
    {
        foreach (var known in HeicBrands)
        {
            if (System.Text.Ascii.Equals(brand, known))
                return true;
        }

        return false;
    }
}
