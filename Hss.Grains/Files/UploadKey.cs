using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Hss.Grains.Files;

/// <summary>
/// Keys of stored files, <c>uploads/&lt;id&gt;.&lt;extension&gt;</c>. They are made here alone and hold nothing that a caller wrote, so a key
/// that has the shape leads nowhere outside the store.
/// </summary>
public static class UploadKey
{
    /// <summary>What every key begins with.</summary>
    public const string Folder = "uploads/";

    /// <summary>Hex digits of an id.</summary>
    public const int IdLength = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The key of an upload.</summary>
    public static string Of(string id, string contentType) =>
        FileType.Of(contentType) is { } type ? $"{Folder}{id}.{type.Extension}" : throw new ArgumentException("The type is not accepted", nameof(contentType));

    /// <summary>The id in a key, when it has the shape of one of ours.</summary>
    public static bool TryParse(string? key, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (key is null || !key.StartsWith(Folder, StringComparison.Ordinal) || key.Length < Folder.Length + IdLength + 2)
            return false;
        var digits = key.AsSpan(Folder.Length, IdLength);
        var rest = key.AsSpan(Folder.Length + IdLength);
        if (digits.ContainsAnyExcept(Hex) || rest[0] != '.' || !IsExtension(rest[1..]))
            return false;
        id = digits.ToString();
        return true;
    }

    private static bool IsExtension(ReadOnlySpan<char> text)
    {
        foreach (var type in FileType.All)
        {
            if (text.SequenceEqual(type.Extension))
                return true;
        }

        return false;
    }
}
