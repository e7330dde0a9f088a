using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Hss.Silo.Pdf;

/// <summary>
/// The character set of PDF's standard fonts (Windows-1252). What it lacks is written with what it has (<c>ő</c> as <c>o</c>), or as <c>?</c>.
/// </summary>
public static class WinAnsi
{
    private const string HighCharacters = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private static readonly FrozenDictionary<char, byte> High = HighCharacters
        .Select((character, i) => (character, code: (byte)(0x80 + i)))
        .Where(x => x.character != '\0')
        .ToFrozenDictionary(x => x.character, x => x.code);

    // Signs with a usual stand-in, and letters that are more than one.
    private static readonly FrozenDictionary<char, string> StandIns = new Dictionary<char, string>
    {
        ['Ĳ'] = "IJ",
        ['ĳ'] = "ij",
        ['ẞ'] = "SS",
        ['ﬀ'] = "ff",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['₤'] = "£",
        ['‐'] = "-",
        ['‑'] = "-",
        ['‒'] = "–",
        ['―'] = "—",
        ['−'] = "-",
        ['′'] = "'",
        ['″'] = "\"",
        ['⁄'] = "/",
        ['№'] = "No.",
        ['ʼ'] = "’",
        ['‛'] = "‘",
        ['‟'] = "“",
    }.ToFrozenDictionary();

    /// <summary>The text with only characters that can be shown; any kind of white space is a blank, and other controls are left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return clean.ToString();
    }

    /// <summary>The code of a character that <see cref="Clean"/> let through.</summary>
    public static byte Code(char character) => IsLatin1(character) ? (byte)character : High.GetValueOrDefault(character, (byte)'?');

    private static void Append(StringBuilder clean, Rune rune)
    {
        var character = rune.IsBmp ? (char)rune.Value : '\0';
        if (Rune.IsWhiteSpace(rune))
            clean.Append(' ');
        else if (IsLatin1(character) || High.ContainsKey(character))
            clean.Append(character);
        else if (StandIns.TryGetValue(character, out var standIn))
            clean.Append(standIn);
        else if (clean.Length > 0 && LatinLetters.Compose(clean[^1], character) is { } composed)
            clean[^1] = composed;
        else if (!IsUnseen(rune))
            clean.Append(LatinLetters.WithoutMarks(character) ?? '?');
    }

    private static bool IsLatin1(char character) => character is >= ' ' and < '\x7f' or >= '\xa0' and <= '\xff';

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark;
}
